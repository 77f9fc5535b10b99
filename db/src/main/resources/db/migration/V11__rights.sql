-- Who may what, as facts. A right is asked for by one administrator, granted by another, and ended by any: three tables that
-- are only appended to, so that whoever asks later learns what somebody might do on a day, and who said so.
--
-- Rights are of real people and count by this database's clock, in UTC, and never by the house clock, which may stand still.

-- ---- people ----------------------------------------------------------------------------------------------------

-- A person has a name and nothing else that counts: what they may are rights, and a password is a fact of which the last
-- counts. The columns password and role keep what stood in them, for the chain, and are read no more.
alter table assay.person
    alter column password drop not null,
    alter column role drop not null,
    add column added_by assay.id, -- a person; 'environment' for who was named there; absent for who came before this
    add constraint person_name_check check (name not in ('environment', 'owner', 'schedule'));

create table assay.password (
    id     bigint      generated always as identity primary key,
    person text collate "C" not null references assay.person,
    hash   text        not null, -- PBKDF2, salted
    set_by assay.id    not null,
    set_at timestamptz not null default clock_timestamp()
);
create index on assay.password (person, id);
insert into assay.password (person, hash, set_by) select name, password, 'owner' from assay.person order by name;

-- ---- rights ----------------------------------------------------------------------------------------------------

create table assay.grant_asked (
    id        bigint      generated always as identity primary key,
    person    text collate "C" not null references assay.person,
    role      text        not null check (role in ('ADMINISTRATOR', 'APPROVER', 'AUDITOR', 'COMPLIANCE', 'OPERATOR')),
    scope     text collate "C" references assay.fund, -- absent for all funds, those to come included
    first_day date        not null,
    last_day  date,                                   -- it still holds on it; absent for no end
    reason    text        not null check (reason ~ '\S'),
    asked_by  assay.id    not null,
    asked_at  timestamptz not null default clock_timestamp(),
    check (last_day >= first_day),
    constraint auditor_for_a_time check (role <> 'AUDITOR' or last_day is not null),
    constraint administrator_of_all check (role <> 'ADMINISTRATOR' or scope is null)
);
create index on assay.grant_asked (person);

-- One word about what was asked.
create table assay.grant_decided (
    grant_id   bigint      primary key references assay.grant_asked,
    act        text        not null check (act in ('APPROVE', 'REFUSE')),
    decided_by assay.id    not null,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp()
);

create table assay.grant_ended (
    grant_id bigint      primary key references assay.grant_decided,
    ended_by assay.id    not null,
    reason   text        not null check (reason ~ '\S'),
    ended_at timestamptz not null default clock_timestamp()
);

-- Who had a role before keeps it, for all funds.
insert into assay.grant_asked (person, role, first_day, last_day, reason, asked_by)
select name, replace(role, 'PREPARER', 'OPERATOR'), (added_at at time zone 'UTC')::date,
    case role when 'AUDITOR' then (clock_timestamp() at time zone 'UTC')::date + 90 end,
    'held before rights were granted one by one', 'owner'
from assay.person order by name;
insert into assay.grant_decided (grant_id, act, decided_by, reason)
select id, 'APPROVE', 'owner', 'held before rights were granted one by one' from assay.grant_asked order by id;

-- The rights that held at a moment.
create function assay.rights_at(moment timestamptz) returns table (
    id bigint, person text, role text, scope text, first_day date, last_day date)
    language sql stable as $$
select a.id, a.person, a.role, a.scope, a.first_day, a.last_day
from assay.grant_asked a
join assay.grant_decided d on d.grant_id = a.id and d.act = 'APPROVE' and d.decided_at <= moment
left join assay.grant_ended e on e.grant_id = a.id and e.ended_at <= moment
where e.grant_id is null and (moment at time zone 'UTC')::date between a.first_day and coalesce(a.last_day, 'infinity')
$$;

-- Those that hold now.
create view assay.rights as select * from assay.rights_at(clock_timestamp());

-- Which right of a person, held now or granted for later, keeps them from another; in words, null when none. Who prepares does
-- not approve, at least not for the same fund; who lets people in, and who audits, does nothing else.
create function assay.conflict(person text, role text, scope text, first_day date, last_day date) returns text
    language sql stable security definer set search_path = pg_catalog as $$
select format('%s is %s of %s%s', a.person, lower(a.role), coalesce(a.scope, 'all funds'),
    coalesce(' until ' || a.last_day, ''))
from assay.grant_asked a
join assay.grant_decided d on d.grant_id = a.id and d.act = 'APPROVE'
where a.person = conflict.person
    and not exists (select from assay.grant_ended e where e.grant_id = a.id)
    and daterange(a.first_day, a.last_day, '[]') && daterange(greatest(conflict.first_day,
        least(conflict.last_day, (clock_timestamp() at time zone 'UTC')::date)), conflict.last_day, '[]')
    and case
        when a.role = conflict.role then false
        when a.role in ('ADMINISTRATOR', 'AUDITOR') or conflict.role in ('ADMINISTRATOR', 'AUDITOR') then true
        else 'COMPLIANCE' not in (a.role, conflict.role)
            and (a.scope = conflict.scope or a.scope is null or conflict.scope is null)
        end
order by a.id limit 1
$$;
revoke execute on function assay.conflict(text, text, text, date, date) from public;

-- Who is named in the environment of the server comes with one right, and nobody asks or grants that one: somebody must be
-- the first.
create function assay.comes_with(grant_id bigint, person text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
select exists (select from assay.person p where p.name = comes_with.person and p.added_by = 'environment')
    and not exists (select from assay.grant_asked a where a.person = comes_with.person and a.id <> comes_with.grant_id)
$$;
revoke execute on function assay.comes_with(bigint, text) from public;

create function assay.is_administrator(name text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
select exists (select from assay.rights r where r.person = name and r.role = 'ADMINISTRATOR')
$$;
revoke execute on function assay.is_administrator(text) from public;

-- Raised for a right that is kept from somebody by one they hold.
create function assay.refuse_conflict(asked assay.grant_asked) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    other text := assay.conflict(asked.person, asked.role, asked.scope, asked.first_day, asked.last_day);
begin
    if other is not null then
        raise exception 'conflicting rights: %, and nobody is that and % of %', other, lower(asked.role),
            coalesce(asked.scope, 'all funds') using errcode = 'AS020';
    end if;
end
$$;
revoke execute on function assay.refuse_conflict(assay.grant_asked) from public;

create function assay.refuse_asking() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not assay.is_administrator(new.asked_by)
        and not (new.asked_by = 'environment' and assay.comes_with(new.id, new.person)) then
        raise exception 'four eyes: a right cannot be asked for by someone who is no administrator: % must ask one',
            new.asked_by using errcode = 'AS004';
    end if;
    perform assay.refuse_conflict(new);
    return new;
end
$$;
create trigger refuse_asking before insert on assay.grant_asked for each row execute function assay.refuse_asking();

-- Who asked for a right, or gets it, does not grant it. Two grants to one person wait for each other, so that neither misses
-- the other's conflict.
create function assay.refuse_own_grant() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    asked assay.grant_asked;
    own   text;
begin
    select * into strict asked from assay.grant_asked a where a.id = new.grant_id;
    perform pg_advisory_xact_lock(hashtextextended('rights ' || asked.person, 0));
    own := case
        when new.decided_by = 'environment' and asked.asked_by = 'environment'
            and assay.comes_with(asked.id, asked.person) then null
        when not assay.is_administrator(new.decided_by) then 'by someone who is no administrator'
        when new.act = 'REFUSE' then null
        when asked.asked_by = new.decided_by then 'by who asked for it'
        when asked.person = new.decided_by then 'by who gets it'
        end;
    if own is not null then
        raise exception 'four eyes: right % cannot be decided %: % must ask another administrator',
            new.grant_id, own, new.decided_by using errcode = 'AS004';
    end if;
    if new.act = 'APPROVE' then
        perform assay.refuse_conflict(asked);
    end if;
    return new;
end
$$;
create trigger refuse_own_grant before insert on assay.grant_decided
    for each row execute function assay.refuse_own_grant();

-- An administrator ends a right alone, since that must be quick; but somebody must be left to let people in.
create function assay.refuse_ending() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('rights of administrators', 0));
    if not assay.is_administrator(new.ended_by) then
        raise exception 'four eyes: right % cannot be ended by someone who is no administrator: % must ask one',
            new.grant_id, new.ended_by using errcode = 'AS004';
    end if;
    if not exists (select from assay.grant_decided d where d.grant_id = new.grant_id and d.act = 'APPROVE')
        or (exists (select from assay.rights r where r.id = new.grant_id and r.role = 'ADMINISTRATOR')
            and not exists (select from assay.rights r where r.id <> new.grant_id and r.role = 'ADMINISTRATOR')) then
        raise exception 'right % cannot be ended: it was not granted, or is the last administrator''s', new.grant_id
            using errcode = 'AS021';
    end if;
    return new;
end
$$;
create trigger refuse_ending before insert on assay.grant_ended for each row execute function assay.refuse_ending();

-- ---- four eyes -------------------------------------------------------------------------------------------------

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
    end
from assay.strike s where s.id = strike and s.date = day
$$;

-- ---- tokens ----------------------------------------------------------------------------------------------------

-- What a program shows instead of a password. Only the hash is here: who reads this table can sign in with nothing of it.
create table assay.token (
    id      bigint       generated always as identity primary key,
    person  text collate "C" not null references assay.person,
    name    text         not null check (name ~ '\S'),
    hash    assay.digest not null unique, -- SHA-256 of its 256 random bits
    days    int          not null check (days between 1 and 90),
    made_at timestamptz  not null default clock_timestamp()
);
create index on assay.token (person);

create table assay.token_revoked (
    token      bigint      primary key references assay.token,
    revoked_by assay.id    not null,
    revoked_at timestamptz not null default clock_timestamp()
);

-- The days it was used on, in UTC.
create table assay.token_used (
    token bigint not null references assay.token,
    day   date   not null default (clock_timestamp() at time zone 'UTC')::date,
    primary key (token, day)
);

-- ---- who may ---------------------------------------------------------------------------------------------------

do $$
begin
    perform assay.seal('password');
    perform assay.seal('grant_asked');
    perform assay.seal('grant_decided');
    perform assay.seal('grant_ended');
    perform assay.seal('token');
    perform assay.seal('token_revoked');
    perform assay.seal('token_used');
end
$$;

revoke insert on assay.person from ${app};
grant insert (name, added_by) on assay.person to ${app};
grant select on assay.password, assay.grant_asked, assay.grant_decided, assay.grant_ended, assay.rights,
    assay.token, assay.token_revoked, assay.token_used to ${app};
grant insert (person, hash, set_by) on assay.password to ${app};
grant insert (person, role, scope, first_day, last_day, reason, asked_by) on assay.grant_asked to ${app};
grant insert (grant_id, act, decided_by, reason) on assay.grant_decided to ${app};
grant insert (grant_id, ended_by, reason) on assay.grant_ended to ${app};
grant insert (person, name, hash, days) on assay.token to ${app};
grant insert (token, revoked_by) on assay.token_revoked to ${app};
grant insert (token) on assay.token_used to ${app};
