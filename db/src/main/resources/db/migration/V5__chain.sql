-- The chain: what was appended cannot be altered, removed or slipped in afterwards without being found (docs/audit-chain.md).
--
-- Whatever is inserted into a sealed table is sealed by the database itself in the same transaction: a link for the rows
-- of one owner that came with one statement. A link holds the hash of the one before it in its fund, so whoever alters a
-- row must recompute every later link of that fund, and then the heads that are kept elsewhere say otherwise.
--
-- A row's text is rtrim(row::text, ',)'), under the settings of these functions: PostgreSQL's own text of a row, without the
-- nulls at its end. So a column that is added later changes no old text as long as old rows hold null in it; none may be
-- retyped, reordered or dropped. (As jsonb a row has no order, and costs five times as much.)

create table assay.chain (
    fund    assay.id     not null,                  -- '-' for what belongs to no fund
    seq     bigint       not null check (seq > 0),
    at      timestamptz  not null,
    "table" assay.id     not null,
    owner   bigint       not null,                  -- the strike or the file the rows belong to; 0 for neither
    day     date,                                   -- of the strike
    rows    int          not null,
    content assay.digest not null,                  -- SHA-256 over the rows' hashes, in the order they came in
    marks   bytea        not null,                  -- the first 8 bytes of each of these hashes: says which row it was
    keys    text[]       not null,                  -- of the rows: says which row is no more
    link    assay.digest not null,                  -- SHA-256 of the link before it and of this one's text
    primary key (fund, seq)
);
create index on assay.chain ("table", owner, fund, seq);

-- The sealed tables, and the columns by which a verifier finds what belongs to a link; '' for none.
create table assay.sealed (
    "table"  assay.id primary key,
    fund_in  text     not null,
    owner_in text     not null,
    key      text[]   not null
);

-- The links that the rows of a source will have, but for their place in the chain. A source is the table itself, or the rows
-- a statement brought. A link has at most 5000 rows, so that a file of millions has none that nobody can hold in memory; but
-- what a strike decided in a table is one. Each hash is computed once: without the offset, once for each use. The fund of a
-- strike is in the strike's own link, and to look there costs the same with one year or with twenty.
create function assay.pieces(source text, fund text, owner text, day text, name text, key text[]) returns text
    language sql immutable set search_path = pg_catalog as $$
select format(
    $sql$select %s, null::bigint, null::timestamptz, %L, owner, day, count(*)::int,
            encode(sha256(string_agg(hash, ''::bytea)), 'hex'), string_agg(substr(hash, 1, 8), ''::bytea),
            array_agg(key), null
        from (
            select %s as fund, %s as owner, %s as day, row(%s)::text as key,
                sha256(convert_to(rtrim(whole::text, ',)'), 'UTF8')) as hash%s
            from %s as whole offset 0
        ) hashed
        group by %s$sql$,
    case when fund <> '' then 'fund'
         when owner = 'strike' then '(select c.fund from assay.chain c where c."table" = ''strike'' and c.owner = hashed.owner limit 1)'
         when owner = 'branch' then '(select b.fund from assay.branch b where b.id = hashed.owner)'
         else '''-''' end,
    name,
    case when fund <> '' then format('whole.%I::text', fund) else 'null::text' end,
    case when owner <> '' then format('coalesce(whole.%I, 0)', owner) else '0' end,
    case when day <> '' then format('whole.%I', day) else 'null::date' end,
    (select string_agg(format('whole.%I', name), ', ' order by place) from unnest(key) with ordinality as k (name, place)),
    case when day = '' then ', (row_number() over () - 1) / 5000 as part' else '' end,
    source,
    -- Who writes to several funds locks them in the order of their ids.
    case when day = '' then 'fund, owner, day, part order by fund, owner, part' else 'fund, owner, day' end)
$$;

-- Seals a table: what is in it now, and whatever is inserted from now on. A migration that makes a table calls it, with
-- the columns that tell its rows apart where the primary key does not. The trigger's function is made for the table, and not
-- one for all: a statement that is put together at each insert is planned at each insert, which cost more than the rest.
create function assay.seal(name text, variadic key text[] default '{}') returns void
    language plpgsql set search_path = pg_catalog set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' as $$
declare
    sealed  regclass := format('assay.%I', name)::regclass;
    columns text[] := array(select attname from pg_attribute where attrelid = sealed and attnum > 0 and not attisdropped);
    fund    text := case when 'fund' = any (columns) then 'fund' when name = 'fund' then 'id' else '' end;
    owner   text := case when name = 'strike' then 'id' when 'strike' = any (columns) then 'strike'
                         when 'file' = any (columns) then 'file'
                         when fund = '' and 'branch' = any (columns) then 'branch' else '' end;
    day     text := case when owner in ('id', 'strike') then 'date' else '' end;
    body    text := $sql$
declare
    piece  assay.chain;
    before assay.digest;
begin
    for piece in %s loop
        -- The lock that writers of the fund take (FundStore); who did not take it waits here, so a chain cannot fork.
        perform pg_advisory_xact_lock(hashtextextended('fund ' || piece.fund, 0));
        select c.seq, c.link into piece.seq, before from assay.chain c where c.fund = piece.fund order by c.seq desc limit 1;
        piece.seq := coalesce(piece.seq, 0) + 1;
        piece.at := clock_timestamp();
        piece.link := encode(sha256(convert_to(coalesce(before, '') || rtrim(piece::text, ',)'), 'UTF8')), 'hex');
        insert into assay.chain values (piece.*);
    end loop;
$sql$;
begin
    if key = '{}' then
        select array_agg(a.attname order by place) into key
        from pg_index i
        cross join unnest(i.indkey::int2[]) with ordinality as part (number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number
        where i.indrelid = sealed and i.indisprimary and (a.attname not in (fund, owner, day) or i.indnkeyatts = 1);
    end if;
    insert into assay.sealed values (name, fund, owner, key);
    execute format('create function assay.%I() returns trigger language plpgsql security definer'
        ' set search_path = pg_catalog set timezone = ''UTC'' set datestyle = ''ISO'' set bytea_output = ''hex'' as %L',
        'seal_' || name, format(body || 'return null; end', assay.pieces('added', fund, owner, day, name, key)));
    execute format('revoke execute on function assay.%I from public', 'seal_' || name);
    execute format('create trigger seal after insert on %s referencing new table as added for each statement'
        ' execute function assay.%I()', sealed, 'seal_' || name);
    execute format('do %L', format(body || 'end', assay.pieces(sealed::text, fund, owner, day, name, key)
        || case when day = '' then '' else ' order by owner' end));
end
$$;

-- ---- years -----------------------------------------------------------------------------------------------------

-- The links of a dropped year stay and its rows do not, which a verifier tells apart from rows that somebody removed.
create table assay.dropped_year (
    year       int         primary key,
    strikes    int         not null,
    dropped_at timestamptz not null default clock_timestamp()
);

-- Drops what was struck in a year, when nobody needs it to go on. The strikes whose books a later year opened with stay,
-- with their approvals: the first days of that year can still be struck again, and what is published remains so.
create function assay.drop_year(dropped int) returns int
    language plpgsql set search_path = pg_catalog as $$
declare
    first   date := make_date(dropped, 1, 1);
    next    date := make_date(dropped + 1, 1, 1);
    reason  text;
    strikes bigint[];
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
    strikes := array(select s.id from assay.strike s where s.date >= first and s.date < next
        and not exists (select from assay.strike t where t.opening = s.id and t.date >= next));
    if reason is null and strikes = '{}' then
        reason := 'nothing was struck in it';
    end if;
    if reason is not null then
        raise exception 'year % is not dropped: %', dropped, reason using errcode = 'AS013';
    end if;
    insert into assay.dropped_year (year, strikes) values (dropped, cardinality(strikes));
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

-- Nobody makes links but the triggers, and nobody drops a year but the owner.
revoke execute on function assay.seal, assay.drop_year from public;

-- What a link stands on comes before it.
do $$
begin
    perform assay.seal('sealed');
    perform assay.seal('dropped_year');
    perform assay.seal('person');
    perform assay.seal('fund');
    perform assay.seal('file');
    perform assay.seal('instrument');
    perform assay.seal('identifier');
    perform assay.seal('calendar_day');
    perform assay.seal('trades');
    perform assay.seal('capital');
    perform assay.seal('cash');
    perform assay.seal('margin');
    perform assay.seal('cancellations');
    perform assay.seal('fact');
    perform assay.seal('prices');
    perform assay.seal('fx');
    perform assay.seal('branch');
    perform assay.seal('branch_decision');
    perform assay.seal('strike', 'date', 'version', 'attempt');
    perform assay.seal('strike_fact');
    perform assay.seal('nav');
    perform assay.seal('journal');
    perform assay.seal('movements', 'lot', 'fact', 'location');
    perform assay.seal('controls');
    perform assay.seal('findings', 'control', 'subject');
    perform assay.seal('refusal');
    perform assay.seal('decision');
    perform assay.seal('report');
end
$$;

grant select on assay.chain, assay.sealed, assay.dropped_year to ${app};
