-- Gives so many partners, made like the one of the pattern, so many subscriptions together that are due today, as if they
-- had been bought a year ago: psql -v pattern=… -v partners=8 -v subscriptions=1000000 -f bench/renewals.sql
-- Run as the owner of the tables. Prints the ids of the partners.
\set ON_ERROR_STOP on
begin;

create temporary table pattern on commit drop as
select * from subscriptions.subscription where subscription_id = :'pattern';

create temporary table share on commit drop as
select number as share, gen_random_uuid() as partner_id from generate_series(1, :partners) number;

select string_agg(attname, ', ' order by attnum) as columns,
       string_agg(case attname
           when 'partner_id' then 'share.partner_id'
           when 'subscription_id' then 'gen_random_uuid()'
           when 'customer_id' then 'gen_random_uuid()'
           when 'started_at' then 'pattern.started_at - interval ''1 year'''
           when 'starts_on' then '(pattern.starts_on - interval ''1 year'')::date'
           when 'created_at' then 'pattern.created_at - interval ''1 year'''
           when 'last_day' then 'pattern.starts_on - 1'
           when 'due_on' then 'pattern.starts_on'
           when 'cycle_on' then 'null'
           else 'pattern.' || attname end, ', ' order by attnum) as expressions
  from pg_attribute
 where attrelid = 'subscriptions.subscription'::regclass and attnum > 0 and not attisdropped and attgenerated = '' \gset

select string_agg(attname, ', ' order by attnum) as partner_columns,
       string_agg(case attname
           when 'partner_id' then 'share.partner_id'
           when 'mpn_id' then '''77'' || share.share || ''0000'''
           else 'partner.' || attname end, ', ' order by attnum) as partner_expressions
  from pg_attribute where attrelid = 'partners.partner'::regclass and attnum > 0 and not attisdropped \gset

insert into partners.partner (:partner_columns)
select :partner_expressions
  from share, pattern join partners.partner using (partner_id);

insert into subscriptions.subscription (:columns)
select :expressions
  from generate_series(1, :subscriptions) number join share on share.share = 1 + number % :partners, pattern;

select partner_id from share;
commit;
vacuum analyze subscriptions.subscription;
