-- The books each strike closed: what the next one opens with. Derived, so rows may be dropped: what is missing is struck
-- again. What is there must have the digest its strike was kept with. Columns as in the pack's folder books/.

create table derived.struck (
    strike bigint      primary key,
    date   date        not null,
    at     timestamptz not null,
    known  timestamptz not null
);

create table derived.balances (
    strike     bigint      not null,
    account    assay.id    not null,
    class      assay.id,
    instrument assay.id,
    location   assay.id,
    currency   text        not null,
    local      assay.money not null,
    base       assay.money not null,
    unique nulls not distinct (strike, account, class, instrument, location, currency)
);

create table derived.lots (
    strike        bigint         not null,
    id            assay.id       not null,
    instrument    assay.id       not null,
    location      assay.id       not null,
    opened        date           not null,
    quantity      assay.quantity not null,
    price         assay.price    not null,
    marked        assay.price    not null,
    cost          assay.money    not null,
    base_cost     assay.money    not null,
    price_part    assay.money    not null,
    currency_part assay.money    not null,
    margin        assay.money    not null,
    primary key (strike, instrument, location, opened, id)
);

create table derived.classes (
    strike     bigint         not null,
    class      assay.id       not null,
    shares     assay.quantity not null,
    net_assets assay.money    not null,
    primary key (strike, class)
);

create table derived.orders (
    strike        bigint      not null,
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
    primary key (strike, id)
);

create table derived.deals (
    like derived.orders including indexes,
    price        assay.price    not null,
    dealt_shares assay.quantity not null,
    dealt_amount assay.money    not null
);

-- Equal dues may stand twice.
create table derived.dues (
    strike           bigint      not null,
    date             date        not null,
    fact             assay.id    not null,
    claim            assay.id    not null,
    claim_class      assay.id,
    claim_instrument assay.id,
    claim_location   assay.id,
    cash             assay.id    not null,
    cash_class       assay.id,
    cash_instrument  assay.id,
    cash_location    assay.id,
    currency         text        not null,
    amount           assay.money not null,
    retained_class   assay.id,
    retained_amount  assay.money
);
create index on derived.dues (strike);

create table derived.marks (
    strike     bigint      not null,
    instrument assay.id    not null,
    price      assay.price not null,
    currency   text        not null,
    date       date        not null,
    "time"     timestamptz not null,
    since      date        not null,
    primary key (strike, instrument)
);

create table derived.margin_rates (
    strike         bigint      not null,
    id             assay.id    not null,
    effective      timestamptz not null,
    recorded       timestamptz not null,
    corrects       assay.id,
    source         text        not null,
    scope          assay.id    not null,
    currency       text        not null,
    initial_margin assay.money not null,
    primary key (strike, id)
);

create table derived.margins (
    strike     bigint      not null,
    instrument assay.id    not null,
    location   assay.id    not null,
    paid       assay.money not null,
    realised   assay.money not null,
    primary key (strike, instrument, location)
);

create table derived.rolls (
    strike    bigint         not null,
    programme assay.id       not null,
    month     text           not null,
    done      assay.quantity not null,
    primary key (strike, programme, month)
);

grant usage on schema derived to ${app};
grant select, insert, delete on all tables in schema derived to ${app};
