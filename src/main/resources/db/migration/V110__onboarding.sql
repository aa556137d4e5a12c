-- Onboarding: drafts of new customers, and what became of them.

create schema onboarding;

-- What a user has typed so far, as typed. Never holds a password. Goes with the submit, with Cancel, or a day after the
-- last touch.
create table onboarding.draft (
    partner_id uuid not null,
    draft_id uuid not null,
    user_id uuid not null,
    version bigint not null,
    touched_at timestamptz not null,
    content jsonb not null,
    primary key (partner_id, draft_id)
);
create index draft_touched_at on onboarding.draft (partner_id, touched_at);
alter table onboarding.draft enable row level security;
create policy partner_rows on onboarding.draft
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Which customer a draft became, stored together with it: a repetition of the submit finds it here and changes nothing.
create table onboarding.submission (
    partner_id uuid not null,
    draft_id uuid not null,
    user_id uuid not null,
    customer_id uuid not null,
    submitted_at timestamptz not null,
    primary key (partner_id, draft_id)
);
alter table onboarding.submission enable row level security;
create policy partner_rows on onboarding.submission
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- Forgets a customer of a sandbox account: every row of the partner that names the customer, in whichever table, and the
-- customer's directory when no other partner serves it. It goes by the catalog, so that a table that comes later is not
-- forgotten, and runs as the owner, because the application may not delete evidence. What was done stays in the activity
-- log. Everything is checked here again: only the partner in scope, only a sandbox, only a customer it has or had.
create function onboarding.erase(partner uuid, customer uuid) returns void
    language plpgsql security definer
    set search_path = pg_catalog as
$$
declare
    place record;
begin
    if partner is distinct from nullif(current_setting('app.partner_id', true), '')::uuid
        or not exists (select from partners.partner p where p.partner_id = partner and p.sandbox)
        or exists (select from partners.partner p where p.partner_id = customer)
        or not exists (
            select from relationships.customer_relationship r
             where r.partner_id = partner and r.customer_id = customer and r.ended_at is not null) then
        raise exception 'no customer that may be erased';
    end if;
    for place in
        select c.oid::regclass as owned
          from pg_class c
          join pg_attribute p on p.attrelid = c.oid and p.attname = 'partner_id'
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id' and a.attnum > 0
         where c.relkind in ('r', 'p') and c.oid <> 'activity.record'::regclass
         order by c.oid desc -- tables that point to others are younger than those
    loop
        execute format('delete from %s where partner_id = $1 and customer_id = $2', place.owned) using partner, customer;
    end loop;
    delete from mail.waiting w -- first, as whoever sends a message begins there too
     using mail.message m
     where w.scope = partner and m.partner_id = partner and m.message_id = w.message_id
       and position(customer::text in m.facts::text) > 0;
    delete from mail.message m where m.partner_id = partner and position(customer::text in m.facts::text) > 0;
    delete from relationships.tenant_relationship r where r.tenant_id = customer and r.served_by = partner;
    if exists (select from relationships.tenant_relationship r where r.tenant_id = customer and r.ended_at is null) then
        return;
    end if;
    for place in
        select c.oid::regclass as owned, a.attname as tenant
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'uuid'::regtype
               and (a.attname = 'tenant_id' or a.attname like '%\_tenant')
         where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
         order by c.oid desc
    loop
        execute format('delete from %s where %I = $1', place.owned, place.tenant) using customer;
    end loop;
end
$$;
revoke execute on function onboarding.erase from public;
grant execute on function onboarding.erase to ${app};
