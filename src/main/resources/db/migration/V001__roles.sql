-- Two roles. The owner, who runs these migrations, makes tables; ${app} reads and writes their rows and makes nothing.
--
-- Default privileges reach every schema and table that the owner makes later, so no other migration grants anything.
-- The schema of the migration history is older than this file and therefore stays closed.

alter default privileges grant usage on schemas to ${app};
alter default privileges grant select, insert, update, delete on tables to ${app};

revoke create on schema public from public;

-- A temporary table is a table too.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end
$$;
