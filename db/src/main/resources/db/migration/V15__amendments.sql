-- What a fund stands on, changed from a day on: its terms, what it may hold, its calendars. One person asks, a second one
-- agrees (features 3 and 4, control C35). Terms are text that is never changed: a change is the next version of all of it, and
-- what it adds is dated, so that a day before the change is struck as it was.

create table assay.amendment (
    id        bigint      generated always as identity primary key,
    fund      text        not null collate "C" references assay.fund,
    kind      text        not null collate "C",              -- management_fee, contracts, calendars: docs/terms.md
    content   text        not null,                          -- a file with a header: a row for each thing that changes
    first_day date,                                          -- the first on which anything in it counts; absent for none
    reason    text        not null check (reason ~ '\S'),
    request   text        not null collate "C",              -- made by who asks: asked twice it is asked once
    asked_by  text        not null collate "C" references assay.person,
    asked_at  timestamptz not null default clock_timestamp(),
    unique (fund, request)
);

create table assay.amendment_decision (
    amendment  bigint      primary key references assay.amendment,
    fund       text        not null collate "C" references assay.fund,
    act        text        not null check (act in ('AGREE', 'REJECT')),
    decided_by text        not null collate "C" references assay.person,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp()
);

-- fund.json as it reads since an amendment was agreed to. Version 0 is the one a fund came with.
create table assay.terms (
    fund      text        not null collate "C" references assay.fund,
    version   int         not null check (version > 0),
    terms     text        not null,
    amendment bigint      not null unique references assay.amendment_decision,
    agreed_at timestamptz not null default clock_timestamp(),
    primary key (fund, version)
);

-- Four eyes: an amendment is agreed to by an approver of the fund who did not ask for it; who asked may take it back. What
-- was agreed to has not counted on a day that is closed.
create function assay.refuse_own_amendment() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    asked assay.amendment;
    own   text;
begin
    select * into strict asked from assay.amendment a where a.id = new.amendment;
    own := case
        when new.act = 'REJECT' then null
        when asked.asked_by = new.decided_by then 'by who asked for it'
        when not exists (select from assay.rights r where r.person = new.decided_by and r.role = 'APPROVER'
                         and (r.scope is null or r.scope = asked.fund))
            then 'by someone who is no approver of this fund'
        end;
    if own is not null then
        raise exception 'four eyes: amendment % cannot be agreed to %: % must ask another approver',
            new.amendment, own, new.decided_by using errcode = 'AS004';
    end if;
    if new.act = 'AGREE' and exists (select from assay.strike s where s.fund = asked.fund and s.date >= asked.first_day) then
        raise exception 'amendment % cannot be agreed to: % is struck already', new.amendment, asked.first_day
            using errcode = 'AS022';
    end if;
    return new;
end
$$;
create trigger refuse_own_amendment before insert on assay.amendment_decision
    for each row execute function assay.refuse_own_amendment();

-- Terms change by what was agreed to, one version after the other.
create function assay.refuse_terms() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not exists (select from assay.amendment_decision d
                   where d.amendment = new.amendment and d.fund = new.fund and d.act = 'AGREE')
        or new.version <> 1 + coalesce((select max(t.version) from assay.terms t where t.fund = new.fund), 0) then
        raise exception 'terms % of % are not the next that were agreed to', new.version, new.fund using errcode = 'AS023';
    end if;
    return new;
end
$$;
create trigger refuse_terms before insert on assay.terms for each row execute function assay.refuse_terms();

-- What part a person had in a strike, in words; null when none.
create or replace function assay.part_in(person text, strike bigint, day date) returns text
    language sql stable security definer set search_path = pg_catalog as $$
select case
    when not exists (select from assay.rights r where r.person = part_in.person and r.role = 'APPROVER'
                     and (r.scope is null or r.scope = s.fund))
        then 'by someone who is no approver of this fund'
    when s.struck_by = person then 'by who struck it'
    when exists (select from assay.strike_fact t join assay.fact f on (f.fund, f.id) = (t.fund, t.fact)
                 where t.strike = s.id and t.date = s.date and f.posted_by = person)
        then 'by who posted a fact in it'
    -- Any price or rate of the fund that was known: which of them a NAV stands on may reach back for days.
    when exists (select from assay.prices p where p.fund = s.fund and p.posted_by = person and p.recorded <= s.known)
        then 'by who posted a price known to it'
    when exists (select from assay.fx p where p.fund = s.fund and p.posted_by = person and p.recorded <= s.known)
        then 'by who posted an exchange rate known to it'
    when exists (select from assay.amendment a join assay.amendment_decision d on d.amendment = a.id and d.act = 'AGREE'
                 where a.fund = s.fund and a.asked_by = person and (a.first_day is null or a.first_day <= s.date))
        then 'by who asked for terms it stands on'
    end
from assay.strike s where s.id = strike and s.date = day
$$;

select assay.seal('amendment');
select assay.seal('amendment_decision');
select assay.seal('terms');

grant select on assay.amendment, assay.amendment_decision, assay.terms to ${app};
grant insert (fund, kind, content, first_day, reason, request, asked_by) on assay.amendment to ${app};
grant insert (amendment, fund, act, decided_by, reason) on assay.amendment_decision to ${app};
grant insert (fund, version, terms, amendment) on assay.terms to ${app};
