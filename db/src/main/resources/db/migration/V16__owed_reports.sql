-- Reports that are owed. What makes a report due, the publication of a NAV or somebody's order, puts it here in its own
-- transaction; it is taken out in that of the report. So none is forgotten and none is made twice, whoever dies when.

-- What it was made of and by: with the digests of the strike all that anybody needs to make it again.
alter table assay.report
    add column known  timestamptz,  -- nothing recorded later stands in it
    add column code   text,         -- version of the program
    add column rules  text check (rules ~ '^[0-9a-f]{64}$'),  -- digest of the terms in force
    add column prices text check (prices ~ '^[0-9a-f]{64}$'); -- digest of the prices and rates used
grant insert (known, code, rules, prices) on assay.report to ${app};
create index on assay.report (sha256);

-- Somebody asks for the reports of a range of days.
create table assay.report_order (
    id        bigint      generated always as identity primary key,
    fund      text        not null collate "C" references assay.fund,
    first     date        not null,
    last      date        not null check (last >= first),
    kinds     text[]      not null check (cardinality(kinds) > 0),
    owed      int         not null check (owed >= 0), -- those nobody had made
    request   text        not null collate "C",       -- made by who asks: asked twice it is asked once
    asked_by  text        not null collate "C" references assay.person,
    asked_at  timestamptz not null default clock_timestamp(),
    unique (fund, request)
);
select assay.seal('report_order');
grant select on assay.report_order to ${app};
grant insert (fund, first, last, kinds, owed, request, asked_by) on assay.report_order to ${app};

-- Here although it is derived from nothing: it changes, and when it is lost somebody has to ask again, and no more.
create table derived.report_due (
    strike     bigint      not null,
    date       date        not null,
    fund       text        not null collate "C",
    kind       text        not null collate "C",
    status     text        not null, -- of the strike, for which it is owed
    since      timestamptz not null default clock_timestamp(),
    tries      int         not null default 0,
    why        text,                 -- the last try failed
    not_before timestamptz not null default '-infinity',
    primary key (strike, kind, status)
);
create index on derived.report_due (fund, date);
grant select, insert, delete on derived.report_due to ${app};
grant update (tries, why, not_before) on derived.report_due to ${app};
