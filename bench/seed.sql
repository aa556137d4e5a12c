-- Gives a partner so many customers, as if it had added them: psql -v partner=… -v first=1 -v last=10000 -f bench/seed.sql
-- Run as the owner of the tables. The names mix Japanese and English words, so that every search meets many of them.
\set ON_ERROR_STOP on
begin;

create temporary table seeded on commit drop as
select number,
       (lpad(to_hex(number / 65536), 8, '0') || '-' || lpad(to_hex(number % 65536), 4, '0') || '-7000-8000-'
           || right(replace(:'partner', '-', ''), 12))::uuid as customer_id,
       (array['株式会社', '有限会社', ''])[1 + number % 3]
           || (array['さくら', 'みどり', 'あおぞら', '東都', 'Cedar', 'Juniper', 'Harbour', 'Kestrel', '楓', 'ほしぞら'])[1 + number / 3 % 10]
           || (array['製作所', '運輸', 'フーズ', ' Dental', ' Freight', '商事', '工業', ' Logistics', ' Foods', '建設'])[1 + number / 30 % 10]
           || ' ' || number as name,
       'seed' || number || 'x' || right(replace(:'partner', '-', ''), 6) as prefix
from generate_series(:first, :last) number;

insert into directory.tenant (tenant_id, cloud, initial_domain, display_name, country, culture, created_at)
select customer_id, 'PUBLIC', prefix || '.onmicrosoft.com', name, 'JP', 'ja-JP', now() from seeded;

insert into directory.domain (name, cloud, tenant_id, kind, added_at)
select prefix || '.onmicrosoft.com', 'PUBLIC', customer_id, 'initial', now() from seeded;

insert into customers.customer (partner_id, customer_id, commerce_id, cloud, domain, name, company_name, country,
    duplicate_key, company_profile, billing_id, billing_version, billing_profile, relationship, agreement,
    delegated_administration, address_standing, administered_from, first_tag, added_at)
select :'partner'::uuid, seeded.customer_id, seeded.customer_id, 'PUBLIC', prefix || '.onmicrosoft.com', seeded.name, seeded.name, 'JP',
       lower(seeded.name), pattern.company_profile, seeded.customer_id, 1,
       jsonb_set(pattern.billing_profile, '{companyName}', to_jsonb(seeded.name)), 'CLOUD_RESELLER', 'ACCEPTED',
       true, 'VERIFIED', now(), pattern.first_tag, now()
from seeded, (select * from customers.customer where partner_id = :'partner' order by added_at limit 1) pattern;

insert into relationships.customer_relationship (partner_id, customer_id, delegated_administration, established_at)
select :'partner'::uuid, customer_id, true, now() from seeded;

insert into relationships.tenant_relationship (tenant_id, served_by, delegated_administration, established_at)
select customer_id, :'partner'::uuid, true, now() from seeded;

commit;
analyze directory.tenant, directory.domain, customers.customer, relationships.customer_relationship;
