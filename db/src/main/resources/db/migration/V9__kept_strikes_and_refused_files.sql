-- Which strikes of a dropped year stay is sealed with the year: so a verifier tells one that was removed later from those
-- that were dropped. By the books of a later year it could not always, since that year may be dropped in its turn.

alter table assay.dropped_year add column kept bigint[];

-- Drops what was struck in a year, when nobody needs it to go on. The strikes whose books a later year opened with stay,
-- with their approvals: the first days of that year can still be struck again, and what is published remains so.
create or replace function assay.drop_year(dropped int) returns int
    language plpgsql set search_path = pg_catalog as $$
declare
    first   date := make_date(dropped, 1, 1);
    next    date := make_date(dropped + 1, 1, 1);
    reason  text;
    strikes bigint[];
    stay    bigint[];
    part    text;
begin
    lock table assay.strike, assay.decision, assay.report in access exclusive mode;
    select coalesce(
        (select 'it was dropped at ' || y.dropped_at from assay.dropped_year y where y.year = dropped),
        (select format('%s of %s is %s', s.fund, s.date, s.status) from assay.strike_status s
         where s.date >= first and s.date < next and s.status not in ('PUBLISHED', 'SUPERSEDED', 'ABANDONED')
         order by s.date limit 1),
        (select format('%s has no strike after it', s.fund) from assay.strike s
         where s.date >= first and s.date < next
             and not exists (select from assay.strike t where t.fund = s.fund and t.date >= next) limit 1)
    ) into reason;
    stay := array(select s.id from assay.strike s where s.date >= first and s.date < next
        and exists (select from assay.strike t where t.opening = s.id and t.date >= next) order by s.id);
    strikes := array(select s.id from assay.strike s where s.date >= first and s.date < next and s.id <> all (stay));
    if reason is null and strikes = '{}' then
        reason := 'nothing was struck in it';
    end if;
    if reason is not null then
        raise exception 'year % is not dropped: %', dropped, reason using errcode = 'AS013';
    end if;
    insert into assay.dropped_year (year, strikes, kept) values (dropped, cardinality(strikes), stay);
    for part in select relname from pg_class where relnamespace = 'derived'::regnamespace and relkind = 'r' loop
        execute format('delete from derived.%I where strike = any ($1)', part) using strikes;
    end loop;
    foreach part in array array['strike_fact', 'nav', 'journal', 'movements', 'controls', 'findings', 'report'] loop
        execute format('drop table assay.%I', part || '_' || dropped);
    end loop;
    delete from assay.decision d where d.date >= first and d.date < next and d.strike = any (strikes);
    delete from assay.strike s where s.date >= first and s.date < next and s.id = any (strikes);
    return cardinality(strikes);
end
$$;

-- A file that was refused is kept as one that came, once for the same content: what it was, and the first reasons.

alter table assay.file add column size int;       -- in bytes, of a refused one; the others have their content
alter table assay.file add column reasons text[]; -- why it was refused, in the order of its lines
alter table assay.file drop constraint file_outcome_check;
alter table assay.file
    add constraint file_outcome_check check (outcome in ('TAKEN', 'REPEATED', 'REFUSED')),
    add constraint file_refused_check check (
        case outcome when 'REFUSED' then size >= 0 and cardinality(reasons) > 0 and content is null and rows = 0 and recorded is null
            else size is null and reasons is null end);
create unique index file_refused_once on assay.file (fund, kind, sha256) where outcome = 'REFUSED';
grant insert (size, reasons) on assay.file to ${app};

-- Makes the year of a day ready, when it is not. Filled tables are attached, so that nobody who reads waits. A partition that is
-- attached locks the tables its keys point to, in the order of its keys, and a file that opens a branch writes facts first:
-- the two could wait for each other. So they are locked in the order in which everybody writes.
create or replace function assay.open_year(day date) returns void
    language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
    year int := extract(year from day);
    part text;
    partition text;
begin
    if to_regclass('assay.report_' || year) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('assay years', 0));
    lock table assay.fund, assay.fact, assay.branch, assay.strike, assay.person in share row exclusive mode;
    foreach part in array array['strike', 'strike_fact', 'nav', 'journal', 'movements', 'controls', 'findings',
        'decision', 'report'] loop
        partition := part || '_' || year;
        if to_regclass('assay.' || partition) is null then
            execute format('create table assay.%I (like assay.%I including defaults including constraints)',
                partition, part);
            execute format('alter table assay.%I attach partition assay.%I for values from (%L) to (%L)',
                part, partition, make_date(year, 1, 1), make_date(year + 1, 1, 1));
        end if;
    end loop;
end
$$;
