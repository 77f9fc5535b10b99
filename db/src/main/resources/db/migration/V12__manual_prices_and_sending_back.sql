-- A price a person says, and a NAV that is sent back.
--
-- A manual price waits beside the books until a second person has decided about it. Accepted, it arrives like any other
-- price, in a file of its own under who proposed it; so a NAV knows it by the same way, and four eyes are the same.

create table assay.price_proposal (
    id          bigint         generated always as identity primary key,
    fund        text           not null collate "C" references assay.fund,
    instrument  text           not null collate "C",
    date        date           not null,
    kind        text           not null check (kind in ('CLOSE', 'SETTLEMENT')),
    "time"      timestamptz    not null,
    price       numeric(34, 10) not null,
    currency    text           not null,
    source      text           not null collate "C",              -- MANUAL, or that of the odd price it confirms
    reason      text           not null check (reason ~ '\S'),
    evidence    text           not null check (evidence ~ '\S'), -- what was seen, and where it is kept
    attached_name   text,                                         -- from here on: a file beside it
    attached_sha256 text,
    attached        bytea      check (octet_length(attached) <= 921600),
    request     text           not null collate "C",              -- made by who asks: asked twice it is proposed once
    proposed_by text           not null collate "C" references assay.person,
    proposed_at timestamptz    not null default clock_timestamp(),
    unique (fund, request),
    foreign key (fund, instrument) references assay.instrument,
    check ((attached is null) = (attached_name is null) and (attached is null) = (attached_sha256 is null))
);

create table assay.price_decision (
    proposal   bigint      primary key references assay.price_proposal,
    fund       text        not null collate "C" references assay.fund,
    act        text        not null check (act in ('ACCEPT', 'REJECT')),
    decided_by text        not null collate "C" references assay.person,
    reason     text        not null check (reason ~ '\S'),
    decided_at timestamptz not null default clock_timestamp()
);

-- Four eyes: a price is accepted by an approver of the fund who did not propose it; who proposed it may take it back.
create function assay.refuse_own_price() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text := case
        when new.act = 'REJECT' then null
        when exists (select from assay.price_proposal p where p.id = new.proposal and p.proposed_by = new.decided_by)
            then 'by who proposed it'
        when not exists (select from assay.rights r where r.person = new.decided_by and r.role = 'APPROVER'
                         and (r.scope is null or r.scope = new.fund))
            then 'by someone who is no approver of this fund'
        end;
begin
    if own is not null then
        raise exception 'four eyes: price % cannot be accepted %: % must ask another approver',
            new.proposal, own, new.decided_by using errcode = 'AS004';
    end if;
    return new;
end
$$;

create trigger refuse_own_price before insert on assay.price_decision
    for each row execute function assay.refuse_own_price();

select assay.seal('price_proposal');
select assay.seal('price_decision');

-- ---- sent back -------------------------------------------------------------------------------------------------

-- Each part of the table has the rule as its own, since it was filled before it was attached.
do $$
declare
    part regclass;
begin
    alter table assay.decision drop constraint decision_act_check;
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'assay.decision'::regclass loop
        execute format('alter table %s drop constraint if exists decision_act_check', part);
    end loop;
    alter table assay.decision add constraint decision_act_check check (act in ('APPROVE', 'SEND_BACK'));
end
$$;

-- Every strike with its status, as it stood at a moment. One strike counts for a day: the last attempt of the highest
-- version, of those on the fund's own line or on an approved branch. A day is published when it and every day before it
-- is approved; a day that was approved stays so when an approved branch strikes it again. What was sent back can only be
-- struck again.
drop view assay.strike_status;
drop function assay.strikes_at(timestamptz);
create function assay.strikes_at(moment timestamptz) returns table (
    id bigint, fund assay.id, date date, version int, attempt int, branch bigint, opening bigint,
    valuation_point timestamptz, known timestamptz, inputs assay.digest, result assay.digest, books assay.digest,
    net_assets assay.money, currency text, controls_run int, controls_failed int,
    struck_by assay.id, fire_instance text, node text, struck_at timestamptz,
    approved_by text, approved_at timestamptz, approved_for text,
    returned_by text, returned_at timestamptz, returned_for text, counts boolean, outcome text, status text)
    language sql stable as $$
select t.id, t.fund, t.date, t.version, t.attempt, t.branch, t.opening, t.valuation_point, t.known, t.inputs, t.result,
    t.books, t.net_assets, t.currency, t.controls_run, t.controls_failed, t.struck_by, t.fire_instance, t.node, t.struck_at,
    t.approved_by, t.approved_at, t.approved_for, t.returned_by, t.returned_at, t.returned_for, t.counts, t.outcome,
    case
        when not t.counts and t.branch is not null and t.branch_act is null then 'PROPOSED'
        when not t.counts and t.branch_act = 'ABANDON' then 'ABANDONED'
        when not t.counts then 'SUPERSEDED'
        when t.outcome = 'HELD' then 'HELD'
        when t.approved_by is null and t.returned_by is not null then 'SENT_BACK'
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
        r.decided_by as returned_by, r.decided_at as returned_at, r.reason as returned_for,
        (s.branch is null or b.act = 'APPROVE') and row_number() over (
            partition by s.fund, s.date, s.branch is null or coalesce(b.act = 'APPROVE', false)
            order by s.version desc, s.attempt desc) = 1 as counts
    from assay.strike s
    left join assay.branch_decision b on b.branch = s.branch and b.decided_at <= moment
    left join assay.decision d on d.strike = s.id and d.date = s.date and d.act = 'APPROVE' and d.decided_at <= moment
    left join assay.decision r on r.strike = s.id and r.date = s.date and r.act = 'SEND_BACK' and r.decided_at <= moment
    cross join lateral (select b.act = 'APPROVE' and s.outcome <> 'HELD' and exists (
        select from assay.strike o join assay.decision e on e.strike = o.id and e.date = o.date and e.act = 'APPROVE'
        where o.fund = s.fund and o.date = s.date and o.version < s.version) as before) w
    where s.version > 0 and s.struck_at <= moment
) t
$$;
create view assay.strike_status as select * from assay.strikes_at('infinity');

-- Approved or sent back: only a NAV for review, by somebody with no part in it.
create or replace function assay.refuse_own_work() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    own text;
begin
    select case
        when not exists (select from assay.strikes_at('infinity') s
                         where s.fund = (select h.fund from assay.strike h where h.id = new.strike and h.date = new.date)
                           and s.id = new.strike and s.counts and s.status not in ('HELD', 'SENT_BACK'))
            then 'a NAV that is not for review'
        else assay.part_in(new.decided_by, new.strike, new.date)
        end into own;
    if own is not null then
        raise exception 'four eyes: strike % cannot be %, %: % must ask another approver', new.strike,
            case new.act when 'APPROVE' then 'approved' else 'sent back' end, own, new.decided_by using errcode = 'AS004';
    end if;
    return new;
end
$$;

-- ---- who may ---------------------------------------------------------------------------------------------------

grant select on assay.price_proposal, assay.price_decision, assay.strike_status to ${app};
grant insert (fund, instrument, date, kind, "time", price, currency, source, reason, evidence, attached_name, attached_sha256,
    attached, request, proposed_by) on assay.price_proposal to ${app};
grant insert (proposal, fund, act, decided_by, reason) on assay.price_decision to ${app};
