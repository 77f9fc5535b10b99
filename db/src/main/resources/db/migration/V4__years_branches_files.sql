-- Years, branches and files.
--
-- What is struck is partitioned by year of its day: a year drops off as a unit, and what is asked of a day looks at its
-- year alone. A branch replays days with what was learned late; approved, its strikes are the ones that count. A file is
-- what arrived, so that every fact and price names where it came from and nothing comes in twice.

create schema superseded;
drop view assay.strike_status;
drop trigger refuse_own_work on assay.decision;

do $$
declare
    part text;
begin
    foreach part in array array['strike', 'strike_fact', 'nav', 'journal', 'movements', 'controls', 'findings',
        'decision', 'report'] loop
        execute format('alter table assay.%I set schema superseded', part);
    end loop;
end
$$;

-- ---- what arrived ----------------------------------------------------------------------------------------------

-- The same content is taken in once for a fund; each time it came is kept.
create table assay.file (
    id          bigint      generated always as identity primary key,
    fund        assay.id    not null references assay.fund,
    kind        text        not null collate "C", -- trades, prices, ...: the file of a pack it has the layout of; or pack
    name        text        not null,             -- as its sender calls it
    sha256      assay.digest not null,
    content     bytea,                            -- not of a pack: what it said is in the tables whole
    rows        int         not null,             -- that were new
    recorded    timestamptz,                      -- of its rows; absent for a pack, whose rows have their own
    outcome     text        not null check (outcome in ('TAKEN', 'REPEATED')),
    sent_by     assay.id    not null,
    received_at timestamptz not null default clock_timestamp()
);
create unique index file_once on assay.file (fund, kind, sha256) where outcome = 'TAKEN';

insert into assay.file (fund, kind, name, sha256, rows, outcome, sent_by, received_at)
    overriding user value
select id, 'pack', 'pack', pack, 0, 'TAKEN', imported_by, imported_at from assay.fund;

do $$
declare
    kind text;
begin
    foreach kind in array array['trades', 'capital', 'cash', 'margin', 'cancellations', 'prices', 'fx'] loop
        execute format('alter table assay.%I add column file bigint references assay.file', kind);
        execute format('update assay.%I r set file = f.id from assay.file f where f.fund = r.fund', kind);
    end loop;
end
$$;

-- ---- branches --------------------------------------------------------------------------------------------------

-- A branch strikes every day from one on again, with what is known by a later moment.
create table assay.branch (
    id        bigint      generated always as identity primary key,
    fund      text collate "C" not null references assay.fund,
    from_date date        not null,
    known     timestamptz not null,
    reason    text        not null check (reason ~ '\S'),
    opened_by text collate "C" not null,
    request   text        not null, -- made by who asks, before the first try: asking twice opens once
    opened_at timestamptz not null default clock_timestamp(),
    unique (fund, request)
);

-- One word ends a branch.
create table assay.branch_decision (
    branch     bigint      primary key references assay.branch,
    act        text        not null check (act in ('APPROVE', 'ABANDON')),
    decided_by text collate "C" not null references assay.person,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp()
);

-- ---- what was struck, by year ----------------------------------------------------------------------------------

create sequence assay.strike_id;

-- Version 0 holds the books a fund came with: nothing was struck, but the first strike opens with them.
create table assay.strike (
    id              bigint      not null default nextval('assay.strike_id'),
    fund            assay.id    not null references assay.fund,
    date            date        not null,
    version         int         not null check (version >= 0),
    attempt         int         not null check (attempt >= 0),
    branch          bigint      references assay.branch, -- absent on the fund's own line
    opening         bigint,     -- the strike whose books it opened with; absent for a fund's first
    valuation_point timestamptz not null,
    known           timestamptz not null,
    inputs          assay.digest,
    result          assay.digest,
    books           assay.digest not null, -- of the books it closed, which schema derived holds
    outcome         text        not null check (outcome in ('OPENING', 'REVIEW', 'HELD')),
    net_assets      assay.money,
    currency        text,
    controls_run    int         not null,
    controls_failed int         not null,
    struck_by       assay.id    not null,
    fire_instance   text,       -- of the scheduler, when it asked for the strike
    node            text        not null,
    struck_at       timestamptz not null default clock_timestamp(),
    primary key (id, date),
    unique (fund, date, version, attempt),
    check ((outcome = 'OPENING') = (version = 0)),
    check (version = 0 or (inputs is not null and result is not null and net_assets is not null))
) partition by range (date);
create index on assay.strike (branch, date) where branch is not null;

-- The facts a strike took: each once in a line of the fund's history.
create table assay.strike_fact (
    strike bigint   not null,
    date   date     not null,
    fund   assay.id not null,
    fact   assay.id not null,
    primary key (strike, fact, date),
    foreign key (strike, date) references assay.strike,
    foreign key (fund, fact) references assay.fact
) partition by range (date);

create table assay.nav (
    strike        bigint         not null,
    fund          assay.id       not null,
    date          date           not null,
    version       int            not null,
    class         assay.id       not null,
    currency      text           not null,
    net_assets    assay.money    not null,
    shares        assay.quantity not null,
    nav_per_share assay.price    not null,
    status        text           not null,
    primary key (strike, class, date),
    foreign key (strike, date) references assay.strike
) partition by range (date);

create table assay.journal (
    strike       bigint      not null,
    date         date        not null,
    entry        assay.id    not null,
    line         int         not null,
    fact         assay.id    not null,
    account      assay.id    not null,
    class        assay.id,
    instrument   assay.id,
    currency     text        not null,
    debit        assay.money not null check (debit >= 0),
    credit       assay.money not null check (credit >= 0),
    location     assay.id,
    local_amount assay.money not null,
    kind         text        not null,
    primary key (strike, entry, line, date),
    foreign key (strike, date) references assay.strike
) partition by range (date);

create table assay.movements (
    strike     bigint         not null,
    date       date           not null,
    lot        assay.id       not null,
    fact       assay.id       not null,
    instrument assay.id       not null,
    location   assay.id       not null,
    quantity   assay.quantity not null,
    cost       assay.money    not null,
    foreign key (strike, date) references assay.strike
) partition by range (date);
create index on assay.movements (strike);

create table assay.controls (
    strike  bigint not null,
    date    date   not null,
    control text   not null collate "C",
    tested  int    not null,
    failed  int    not null,
    primary key (strike, control, date),
    foreign key (strike, date) references assay.strike
) partition by range (date);

create table assay.findings (
    strike   bigint  not null,
    date     date    not null,
    control  text    not null collate "C",
    severity text    not null,
    subject  assay.id not null,
    measured numeric not null,
    "limit"  numeric not null,
    text     text    not null,
    foreign key (strike, date) references assay.strike
) partition by range (date);
create index on assay.findings (strike);

create sequence assay.decision_id;

create table assay.decision (
    id         bigint      not null default nextval('assay.decision_id'),
    strike     bigint      not null,
    date       date        not null,
    act        text        not null check (act in ('APPROVE')),
    decided_by text collate "C" not null references assay.person,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp(),
    primary key (id, date),
    unique (strike, act, date),
    foreign key (strike, date) references assay.strike
) partition by range (date);

-- A report as it was made; made again it has the same bytes.
create table assay.report (
    strike     bigint      not null,
    date       date        not null,
    kind       text collate "C" not null,
    status     text        not null, -- of the strike when it was made: it stands in the report
    file_name  text        not null,
    media_type text        not null,
    sha256     text        not null,
    content    bytea       not null,
    made_at    timestamptz not null default clock_timestamp(),
    primary key (strike, kind, status, date),
    foreign key (strike, date) references assay.strike
) partition by range (date);

-- Makes the year of a day ready, when it is not. Filled tables are attached, so that nobody who reads waits.
create function assay.open_year(day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    year int := extract(year from day);
    part text;
    partition text;
begin
    if to_regclass('assay.report_' || year) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('assay years', 0));
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
revoke execute on function assay.open_year(date) from public;
grant execute on function assay.open_year(date) to ${app};

select assay.open_year(day) from (select distinct date_trunc('year', date)::date as day from superseded.strike) years;

insert into assay.strike (id, fund, date, version, attempt, opening, valuation_point, known, inputs, result, books, outcome,
    net_assets, currency, controls_run, controls_failed, struck_by, fire_instance, node, struck_at)
select id, fund, date, version, attempt, lag(id) over (partition by fund order by date), valuation_point, known, inputs,
    result, books, outcome, net_assets, currency, controls_run, controls_failed, struck_by, fire_instance, node, struck_at
from superseded.strike;
insert into assay.strike_fact select t.strike, s.date, t.fund, t.fact
    from superseded.strike_fact t join superseded.strike s on s.id = t.strike;
insert into assay.nav select * from superseded.nav;
insert into assay.journal select * from superseded.journal;
insert into assay.movements select * from superseded.movements;
insert into assay.controls select * from superseded.controls;
insert into assay.findings select * from superseded.findings;
insert into assay.decision select d.id, d.strike, s.date, d.act, d.decided_by, d.reason, d.decided_at
    from superseded.decision d join superseded.strike s on s.id = d.strike;
insert into assay.report
    select r.strike, s.date, r.kind, r.status, r.file_name, r.media_type, r.sha256, r.content, r.made_at
    from superseded.report r join superseded.strike s on s.id = r.strike;
select setval('assay.strike_id', coalesce(max(id), 0) + 1, false) from assay.strike;
select setval('assay.decision_id', coalesce(max(id), 0) + 1, false) from assay.decision;
drop schema superseded cascade;

-- ---- what counts -----------------------------------------------------------------------------------------------

-- Every strike with its status, as it stood at a moment. One strike counts for a day: the last attempt of the highest
-- version, of those on the fund's own line or on an approved branch. A day is published when it and every day before it
-- is approved; a day that was approved stays so when an approved branch strikes it again.
create function assay.strikes_at(moment timestamptz) returns table (
    id bigint, fund assay.id, date date, version int, attempt int, branch bigint, opening bigint,
    valuation_point timestamptz, known timestamptz, inputs assay.digest, result assay.digest, books assay.digest,
    net_assets assay.money, currency text, controls_run int, controls_failed int,
    struck_by assay.id, fire_instance text, node text, struck_at timestamptz,
    approved_by text, approved_at timestamptz, approved_for text, counts boolean, outcome text, status text)
    language sql stable as $$
select t.id, t.fund, t.date, t.version, t.attempt, t.branch, t.opening, t.valuation_point, t.known, t.inputs, t.result,
    t.books, t.net_assets, t.currency, t.controls_run, t.controls_failed, t.struck_by, t.fire_instance, t.node, t.struck_at,
    t.approved_by, t.approved_at, t.approved_for, t.counts, t.outcome,
    case
        when not t.counts and t.branch is not null and t.branch_act is null then 'PROPOSED'
        when not t.counts and t.branch_act = 'ABANDON' then 'ABANDONED'
        when not t.counts then 'SUPERSEDED'
        when t.outcome = 'HELD' then 'HELD'
        when t.approved_by is null then 'REVIEW'
        when bool_and(t.approved_by is not null or not t.counts) over (partition by t.fund order by t.date)
            then 'PUBLISHED'
        else 'APPROVED'
    end
from (
    select s.*, b.act as branch_act,
        coalesce(d.decided_by, case when w.before then b.decided_by end) as approved_by,
        coalesce(d.decided_at, case when w.before then b.decided_at end) as approved_at,
        coalesce(d.reason, case when w.before then b.reason end) as approved_for,
        (s.branch is null or b.act = 'APPROVE') and row_number() over (
            partition by s.fund, s.date, s.branch is null or coalesce(b.act = 'APPROVE', false)
            order by s.version desc, s.attempt desc) = 1 as counts
    from assay.strike s
    left join assay.branch_decision b on b.branch = s.branch and b.decided_at <= moment
    left join assay.decision d on d.strike = s.id and d.date = s.date and d.act = 'APPROVE' and d.decided_at <= moment
    cross join lateral (select b.act = 'APPROVE' and s.outcome <> 'HELD' and exists (
        select from assay.strike o join assay.decision e on e.strike = o.id and e.date = o.date
        where o.fund = s.fund and o.date = s.date and o.version < s.version) as before) w
    where s.version > 0 and s.struck_at <= moment
) t
$$;

create view assay.strike_status as select * from assay.strikes_at('infinity');

-- ---- four eyes -------------------------------------------------------------------------------------------------

-- What part a person had in a strike, in words; null when none.
create function assay.part_in(person text, strike bigint, day date) returns text
    language sql stable security definer set search_path = pg_catalog as $$
select case
    when not exists (select from assay.person p where p.name = person and p.role = 'APPROVER')
        then 'by someone who is no approver'
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
revoke execute on function assay.part_in(text, bigint, date) from public;

-- Who struck a NAV, or posted a fact or a price that is in it, may not approve it.
create or replace function assay.refuse_own_work() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text;
begin
    select case
        when not exists (select from assay.strikes_at('infinity') s
                         where s.fund = (select h.fund from assay.strike h where h.id = new.strike and h.date = new.date)
                           and s.id = new.strike and s.counts and s.status <> 'HELD')
            then 'a NAV that is not for review'
        else assay.part_in(new.decided_by, new.strike, new.date)
        end into own;
    if own is not null then
        raise exception 'four eyes: strike % cannot be approved, %: % must ask another approver',
            new.strike, own, new.decided_by using errcode = 'AS004';
    end if;
    return new;
end
$$;

create trigger refuse_own_work before insert on assay.decision
    for each row execute function assay.refuse_own_work();

-- A branch is approved whole: it has every day struck since it began, none of them newly held, and a second person looks at it.
create function assay.refuse_own_branch() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text;
begin
    if new.act = 'ABANDON' then
        return new;
    end if;
    select coalesce(
        case
            when b.opened_by = new.decided_by then 'by who opened it'
            when exists (select from assay.strike s where s.fund = b.fund and s.date >= b.from_date and s.branch is null
                         and not exists (select from assay.strike r where r.branch = b.id and r.date = s.date))
                or not exists (select from assay.strike r where r.branch = b.id)
                then 'before it has caught up'
            when exists (select from assay.strike r where r.branch = b.id and r.outcome = 'HELD'
                         and not exists (select from assay.strikes_at('infinity') s
                            where s.fund = r.fund and s.date = r.date and s.counts and s.outcome = 'HELD'))
                then 'with a day that is held and was not'
        end,
        (select min(assay.part_in(new.decided_by, r.id, r.date)) from assay.strike r where r.branch = b.id))
    into own from assay.branch b where b.id = new.branch;
    if own is not null then
        raise exception 'four eyes: branch % cannot be approved, %: % must ask another approver',
            new.branch, own, new.decided_by using errcode = 'AS004';
    end if;
    return new;
end
$$;

create trigger refuse_own_branch before insert on assay.branch_decision
    for each row execute function assay.refuse_own_branch();

-- ---- who may ---------------------------------------------------------------------------------------------------

-- When something came, was struck or decided the database says, and nobody else.
grant select on assay.file, assay.branch, assay.branch_decision, assay.strike, assay.strike_fact, assay.nav, assay.journal,
    assay.movements, assay.controls, assay.findings, assay.decision, assay.report, assay.strike_status to ${app};
grant insert on assay.strike_fact, assay.nav, assay.journal, assay.movements, assay.controls, assay.findings to ${app};
grant insert (fund, kind, name, sha256, content, rows, recorded, outcome, sent_by) on assay.file to ${app};
grant insert (fund, from_date, known, reason, opened_by, request) on assay.branch to ${app};
grant insert (branch, act, decided_by, reason) on assay.branch_decision to ${app};
grant insert (fund, date, version, attempt, branch, opening, valuation_point, known, inputs, result, books, outcome,
    net_assets, currency, controls_run, controls_failed, struck_by, fire_instance, node) on assay.strike to ${app};
grant insert (strike, date, act, decided_by, reason) on assay.decision to ${app};
grant insert (strike, date, kind, status, file_name, media_type, sha256, content) on assay.report to ${app};
grant usage on sequence assay.strike_id, assay.decision_id to ${app};
