-- Whoever opens a year waits for every strike that is being written, and whoever strikes waits behind: so it gives up soon.
-- A year is opened ahead and asked for again (Years, Night).
alter function assay.open_year(date) set lock_timeout = '2s';
