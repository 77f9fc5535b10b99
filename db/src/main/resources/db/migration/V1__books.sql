-- The books. A table that holds the rows of a pack's file has that file's columns, in its units, as docs/fund-pack.md
-- tells them; before them stands what the rows belong to. So one layout in the pack module reads and writes both.
--
-- Everything in schema assay is appended and never changed: the application may SELECT and INSERT, nothing more (the
-- grants stand at the end). What is derived from it, and could be struck again, lives in schema derived.
--
-- Scales: money 8 decimals (no currency has more), prices 10, quantities 18, rates 12. Text keys sort by code point.

-- Tables that go through Hibernate name the plain types: it does not look into a domain.
create domain assay.id as text collate "C";
create domain assay.money as numeric(32, 8);
create domain assay.price as numeric(34, 10);
create domain assay.quantity as numeric(42, 18);
create domain assay.rate as numeric(36, 12);
create domain assay.digest as character(64);

-- ---- what is known ---------------------------------------------------------------------------------------------

create table assay.fund (
    id           text collate "C" primary key,
    name         text        not null,
    illustrative boolean     not null,
    terms        text        not null,  -- fund.json: the terms over all days
    pack         text         not null, -- SHA-256 of the pack it came in: the idempotency key of its import
    known        timestamptz not null,  -- of that pack
    imported_by  text collate "C" not null,
    imported_at  timestamptz not null default clock_timestamp()
);

create table assay.instrument (
    fund           assay.id not null references assay.fund,
    id             assay.id not null,
    kind           text     not null check (kind in ('TOKEN', 'FUTURE', 'BILL')),
    name           text     not null,
    currency       text     not null,
    currency_decimals int   not null,
    illustrative   boolean  not null,
    decimals       int,                 -- of a token
    maturity       date,                -- of a bill
    root           text,                -- from here on: of a future
    contract_month text,
    unit           text,
    multiplier     numeric(34, 10),
    tick           numeric(34, 10),
    calendar       text,
    first_notice   date,
    last_trade     date,
    settlement     text,
    primary key (fund, id),
    unique (fund, root, contract_month)
);

create table assay.identifier (
    fund       assay.id not null,
    instrument assay.id not null,
    scheme     text     not null,
    value      text     not null,
    "from"     date     not null,
    "to"       date,
    primary key (fund, instrument, scheme, value, "from"),
    foreign key (fund, instrument) references assay.instrument
);

create table assay.calendar_day (
    fund     assay.id    not null references assay.fund,
    calendar assay.id    not null,
    date     date        not null,
    status   text        not null,
    recorded timestamptz not null,
    source   text        not null,
    primary key (fund, calendar, date, recorded)
);

-- An id is unique over all kinds of fact, and a fact is corrected once.
create table assay.fact (
    fund      assay.id    not null references assay.fund,
    id        assay.id    not null,
    kind      text        not null,
    effective timestamptz not null,
    recorded  timestamptz not null,
    corrects  assay.id,
    posted_by assay.id    not null,
    posted_at timestamptz not null default clock_timestamp(),
    primary key (fund, id),
    unique (fund, corrects),
    foreign key (fund, corrects) references assay.fact deferrable initially deferred
);

create table assay.trades (
    fund         assay.id       not null,
    posted_by    assay.id       not null,
    id           assay.id       not null,
    effective    timestamptz    not null,
    recorded     timestamptz    not null,
    corrects     assay.id,
    source       text           not null,
    trade_date   date           not null,
    settle_date  date           not null,
    instrument   assay.id       not null,
    location     assay.id       not null,
    side         text           not null,
    quantity     assay.quantity not null,
    price        assay.price    not null,
    commission   assay.money,
    fee_quantity assay.quantity,
    programme    assay.id,
    primary key (fund, id),
    foreign key (fund, instrument) references assay.instrument
);

create table assay.capital (
    fund          assay.id    not null references assay.fund,
    posted_by     assay.id    not null,
    id            assay.id    not null,
    effective     timestamptz not null,
    recorded      timestamptz not null,
    corrects      assay.id,
    source        text        not null,
    side          text        not null,
    class         assay.id    not null,
    investor      text        not null,
    amount        assay.money,
    shares        assay.quantity,
    dealing_date  date        not null,
    settle_date   date        not null,
    account       assay.id    not null,
    stated_price  assay.price,
    stated_shares assay.quantity,
    primary key (fund, id)
);

create table assay.cash (
    fund        assay.id    not null references assay.fund,
    posted_by   assay.id    not null,
    id          assay.id    not null,
    effective   timestamptz not null,
    recorded    timestamptz not null,
    corrects    assay.id,
    source      text        not null,
    kind        text        not null,
    account     assay.id    not null,
    currency    text        not null,
    amount      assay.money not null,
    to_account  assay.id,
    to_currency text,
    to_amount   assay.money,
    class       assay.id,
    primary key (fund, id)
);

create table assay.margin (
    fund           assay.id    not null references assay.fund,
    posted_by      assay.id    not null,
    id             assay.id    not null,
    effective      timestamptz not null,
    recorded       timestamptz not null,
    corrects       assay.id,
    source         text        not null,
    scope          assay.id    not null,
    currency       text        not null,
    initial_margin assay.money not null,
    primary key (fund, id)
);

create table assay.cancellations (
    fund      assay.id    not null references assay.fund,
    posted_by assay.id    not null,
    id        assay.id    not null,
    effective timestamptz not null,
    recorded  timestamptz not null,
    corrects  assay.id    not null,
    source    text        not null,
    reason    text        not null,
    primary key (fund, id)
);

-- The head of every fact is noted by the database itself, so that no way of writing a fact can go round its keys.
create function assay.note_facts() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into assay.fact (fund, id, kind, effective, recorded, corrects, posted_by)
    select fund, id, tg_table_name, effective, recorded, corrects, posted_by from added;
    return null;
end
$$;

do $$
declare
    kind text;
begin
    foreach kind in array array['trades', 'capital', 'cash', 'margin', 'cancellations'] loop
        execute format('create trigger note_facts after insert on assay.%I referencing new table as added'
            ' for each statement execute function assay.note_facts()', kind);
        execute format('create index on assay.%I (fund, effective)', kind);
        execute format('create index on assay.%I (fund, recorded)', kind);
    end loop;
end
$$;

create table assay.prices (
    fund          assay.id    not null,
    posted_by     assay.id    not null,
    instrument    assay.id    not null,
    date          date        not null,
    kind          text        not null,
    "time"        timestamptz not null,
    price         assay.price not null,
    currency      text        not null,
    source        assay.id    not null,
    recorded      timestamptz not null,
    volume        assay.quantity,
    open_interest assay.quantity,
    evidence      text,
    primary key (fund, instrument, "time", kind, source, recorded),
    foreign key (fund, instrument) references assay.instrument
);
create index on assay.prices (fund, instrument, "time") where kind = 'FINAL';
create index on assay.prices (fund, posted_by, recorded);

create table assay.fx (
    fund      assay.id    not null references assay.fund,
    posted_by assay.id    not null,
    currency  assay.id    not null,
    date      date        not null,
    "time"    timestamptz not null,
    rate      assay.rate  not null,
    source    assay.id    not null,
    recorded  timestamptz not null,
    primary key (fund, currency, "time", source, recorded)
);
create index on assay.fx (fund, posted_by, recorded);

-- ---- what was struck -------------------------------------------------------------------------------------------

-- Version 0 holds the books a fund came with: nothing was struck, but the first strike opens with them.
create table assay.strike (
    id              bigint      generated always as identity primary key,
    fund            assay.id    not null references assay.fund,
    date            date        not null,
    version         int         not null check (version >= 0),
    attempt         int         not null check (attempt >= 0),
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
    unique (fund, date, version, attempt),
    check ((outcome = 'OPENING') = (version = 0)),
    check (version = 0 or (inputs is not null and result is not null and net_assets is not null))
);

-- The facts a strike took: each once in a version of the fund's history.
create table assay.strike_fact (
    strike bigint   not null references assay.strike,
    fund   assay.id not null,
    fact   assay.id not null,
    primary key (strike, fact),
    foreign key (fund, fact) references assay.fact
);

create table assay.nav (
    strike        bigint         not null references assay.strike,
    fund          assay.id       not null,
    date          date           not null,
    version       int            not null,
    class         assay.id       not null,
    currency      text           not null,
    net_assets    assay.money    not null,
    shares        assay.quantity not null,
    nav_per_share assay.price    not null,
    status        text           not null,
    primary key (strike, class)
);

create table assay.journal (
    strike       bigint      not null references assay.strike,
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
    primary key (strike, entry, line)
);

create table assay.movements (
    strike     bigint         not null references assay.strike,
    date       date           not null,
    lot        assay.id       not null,
    fact       assay.id       not null,
    instrument assay.id       not null,
    location   assay.id       not null,
    quantity   assay.quantity not null,
    cost       assay.money    not null
);
create index on assay.movements (strike);

create table assay.controls (
    strike  bigint not null references assay.strike,
    date    date   not null,
    control text   not null collate "C",
    tested  int    not null,
    failed  int    not null,
    primary key (strike, control)
);

create table assay.findings (
    strike   bigint  not null references assay.strike,
    date     date    not null,
    control  text    not null collate "C",
    severity text    not null,
    subject  assay.id not null,
    measured numeric not null,
    "limit"  numeric not null,
    text     text    not null
);
create index on assay.findings (strike);

-- Why a strike could not be made: a rule said no, and somebody must act. A reason that stays is kept once.
create table assay.refusal (
    id         bigint      generated always as identity primary key,
    fund       assay.id    not null references assay.fund,
    date       date        not null,
    code       text        not null,
    reason     text        not null,
    refused_at timestamptz not null default clock_timestamp()
);
create index on assay.refusal (fund, date, id);

-- ---- people ----------------------------------------------------------------------------------------------------

create table assay.person (
    name     text collate "C" primary key,
    password text        not null, -- PBKDF2, salted
    role     text        not null check (role in ('PREPARER', 'APPROVER')),
    added_at timestamptz not null default clock_timestamp()
);

create table assay.decision (
    id         bigint      generated always as identity primary key,
    strike     bigint      not null references assay.strike,
    act        text        not null check (act in ('APPROVE')),
    decided_by text collate "C" not null references assay.person,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp(),
    unique (strike, act)
);

-- Four eyes: who struck a NAV, or posted a fact or a price that is in it, may not approve it.
create function assay.refuse_own_work() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text;
begin
    select case
        when s.outcome <> 'REVIEW' then 'a NAV that is not for review'
        when not exists (select from assay.person p where p.name = new.decided_by and p.role = 'APPROVER')
            then 'by someone who is no approver'
        when s.struck_by = new.decided_by then 'by who struck it'
        when exists (select from assay.strike_fact t join assay.fact f on (f.fund, f.id) = (t.fund, t.fact)
                     where t.strike = s.id and f.posted_by = new.decided_by)
            then 'by who posted a fact in it'
        -- Any price or rate of the fund that was known: which of them a NAV stands on may reach back for days.
        when exists (select from assay.prices p
                     where p.fund = s.fund and p.posted_by = new.decided_by and p.recorded <= s.known)
            then 'by who posted a price known to it'
        when exists (select from assay.fx p
                     where p.fund = s.fund and p.posted_by = new.decided_by and p.recorded <= s.known)
            then 'by who posted an exchange rate known to it'
        end into own
    from assay.strike s where s.id = new.strike;
    if own is not null then
        raise exception 'four eyes: strike % cannot be approved, %: % must ask another approver',
            new.strike, own, new.decided_by using errcode = 'AS004';
    end if;
    return new;
end
$$;

create trigger refuse_own_work before insert on assay.decision
    for each row execute function assay.refuse_own_work();

-- The last attempt of the last version counts for a day. A day is published when it and every day before it is approved.
create view assay.strike_status as
select s.*,
    d.decided_by as approved_by, d.decided_at as approved_at, d.reason as approved_for,
    case
        when s.outcome = 'HELD' then 'HELD'
        when d.id is null then 'REVIEW'
        when bool_and(d.id is not null) over (partition by s.fund order by s.date) then 'PUBLISHED'
        else 'APPROVED'
    end as status
from (
    select distinct on (fund, date) * from assay.strike where version > 0
    order by fund, date, version desc, attempt desc
) s
left join assay.decision d on d.strike = s.id and d.act = 'APPROVE';

-- A report as it was made; made again it has the same bytes.
create table assay.report (
    strike     bigint      not null references assay.strike,
    kind       text collate "C" not null,
    status     text        not null, -- of the strike when it was made: it stands in the report
    file_name  text        not null,
    media_type text        not null,
    sha256     text         not null,
    content    bytea       not null,
    made_at    timestamptz not null default clock_timestamp(),
    primary key (strike, kind, status)
);

grant usage on schema assay to ${app};
grant select, insert on all tables in schema assay to ${app};
-- Heads of facts are noted by the database; the history of migrations is the owner's.
revoke insert on assay.fact, assay.strike_status from ${app};
revoke all on assay.flyway_schema_history from ${app};

-- When something was struck or decided the database says, and nobody else.
revoke insert on assay.strike, assay.decision from ${app};
grant insert (fund, date, version, attempt, valuation_point, known, inputs, result, books, outcome, net_assets, currency,
    controls_run, controls_failed, struck_by, fire_instance, node) on assay.strike to ${app};
grant insert (strike, act, decided_by, reason) on assay.decision to ${app};
