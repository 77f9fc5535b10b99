-- The books a strike closed, as the files of a pack's folder books/ (ADR 19). They are opened with as a whole and never in
-- part, so a row of the table is a file and not a lot: a fund of a thousand positions closed five thousand rows a day, with
-- their keys: more than twice as many as everything else its strike kept.
--
-- Still derived: what is missing is struck again, and what is there must have the digest its strike was kept with.

create table derived.books (
    strike bigint not null,
    file   text   not null collate "C",  -- lots, balances, ...
    csv    text   not null,              -- RFC 4180 with its header, as the pack's file of that name
    primary key (strike, file)
);

-- ---- the books that were kept as rows --------------------------------------------------------------------------

-- A cell as CSV has it; an instant as a pack has it.
create function derived.cell(value anyelement) returns text
    language sql stable set search_path = pg_catalog set timezone = 'UTC' as $$
select case when pg_typeof(value) = 'timestamptz'::regtype
                then to_char(value::text::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            when value is null then ''
            when value::text ~ '[",\n\r]' then '"' || replace(value::text, '"', '""') || '"'
            else value::text end
$$;

do $$
declare
    part    text;
    header  text;
    cells   text;
begin
    for part in select relname from pg_class
        where relnamespace = 'derived'::regnamespace and relkind = 'r' and relname <> 'books' loop
        select string_agg(attname, ',' order by attnum),
               string_agg(format('derived.cell(%I)', attname), ', ' order by attnum)
        into header, cells
        from pg_attribute
        where attrelid = format('derived.%I', part)::regclass and attnum > 0 and not attisdropped and attname <> 'strike';
        -- Rows stand in the order they were written in: that of dues means something.
        execute format('insert into derived.books select strike, %L, %L || string_agg(concat_ws('','', %s), e''\n'' order by ctid) || e''\n'''
            ' from derived.%I group by strike', part, header || e'\n', cells, part);
        execute format('drop table derived.%I', part);
    end loop;
end
$$;
drop function derived.cell(anyelement);

-- ---- for who asks ----------------------------------------------------------------------------------------------

-- The cells of each row of one kind of file. Without settings of its own, so that it is planned as part of who asks: of one
-- strike it reads one file.
create function derived.rows(file text) returns table (strike bigint, cell text[])
    language sql stable as $$
select b.strike, row.cell
from derived.books b
cross join lateral string_to_table(b.csv, e'\n') with ordinality as line (text, number)
cross join lateral (  -- offset 0: cut once, however many of its cells are asked for
    select case when line.text like '%"%' then array(
        select case when part.match[1] like '"%' then replace(substr(part.match[1], 2, length(part.match[1]) - 2), '""', '"')
                    else part.match[1] end
        from regexp_matches(',' || line.text, ',("(?:[^"]|"")*"|[^,]*)', 'g') with ordinality as part (match, place)
        order by part.place)
    else string_to_array(line.text, ',') end as cell offset 0) row
where b.file = rows.file and line.number > 1 and line.text <> ''
$$;

create view derived.lots as
select strike, cell[1] as id, cell[2] as instrument, cell[3] as location, cell[4]::date as opened, cell[5]::numeric as quantity,
    cell[6]::numeric as price, cell[7]::numeric as marked, cell[8]::numeric as cost, cell[9]::numeric as base_cost,
    cell[10]::numeric as price_part, cell[11]::numeric as currency_part, cell[12]::numeric as margin
from derived.rows('lots');

create view derived.balances as
select strike, cell[1] as account, nullif(cell[2], '') as class, nullif(cell[3], '') as instrument,
    nullif(cell[4], '') as location, cell[5] as currency, cell[6]::numeric as local, cell[7]::numeric as base
from derived.rows('balances');

grant select on derived.lots, derived.balances to ${app};
grant select, insert, delete on derived.books to ${app};
