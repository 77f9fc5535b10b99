#!/bin/sh
# The two users and the database, once, on an empty PostgreSQL: what docs/server.md tells an operator to do by hand.
set -eu
psql -v ON_ERROR_STOP=1 -v app="$ASSAY_DB_PASSWORD" -v owner="$ASSAY_DB_OWNER_PASSWORD" -U "${POSTGRES_USER:-postgres}" <<'SQL'
create role assay_owner login password :'owner';
create role assay_app login password :'app';
create database assay owner assay_owner encoding 'UTF8' locale 'C' template template0;
revoke all on database assay from public;
grant connect, temporary on database assay to assay_app;
\connect assay
revoke all on schema public from public;
SQL
