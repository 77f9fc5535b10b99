-- That a row belongs to a strike is asked once for all rows of a statement, and not once for each: a foreign key asked two
-- thousand times for the journal of a fund with a thousand positions, and took longer than writing it.

create function assay.refuse_rows_without_strike() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    missing bigint;
begin
    select a.strike into missing from (select distinct strike, date from added) a
    where not exists (select from assay.strike s where s.id = a.strike and s.date = a.date) limit 1;
    if found then
        raise exception '%: no strike % of this day: the strike is written before its rows', tg_table_name, missing
            using errcode = 'foreign_key_violation';
    end if;
    return null;
end
$$;

do $$
declare
    part text;
begin
    foreach part in array array['journal', 'movements', 'controls', 'findings'] loop
        execute format('alter table assay.%I drop constraint %I', part, part || '_strike_date_fkey');
        execute format('create trigger refuse_rows_without_strike after insert on assay.%I referencing new table as added'
            ' for each statement execute function assay.refuse_rows_without_strike()', part);
    end loop;
end
$$;
