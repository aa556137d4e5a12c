-- Gives a customer so many users, as if they had been added: psql -v tenant=… -v first=1 -v last=10000 -f bench/users.sql
-- Run as the owner of the tables. One in a hundred was deleted a moment ago, one in two holds a directory role.
\set ON_ERROR_STOP on
begin;

create temporary table seeded on commit drop as
select number,
       (lpad(to_hex(number / 65536), 8, '0') || '-' || lpad(to_hex(number % 65536), 4, '0') || '-7000-9000-'
           || right(replace(:'tenant', '-', ''), 12))::uuid as user_id,
       (array['佐藤', '鈴木', '高橋', '田中', 'Meyer', 'Okafor', 'Silva', 'Novák', '渡辺', 'Weiß'])[1 + number * 7 % 10] as family_name,
       (array['蓮', '葵', '結', '健', 'Ana', 'Jörg', 'Lena', 'Ines', '花子', 'Zoë'])[1 + number * 3 / 10 % 10] || number % 977 as given_name
from generate_series(:first, :last) number;

insert into directory.user_account (tenant_id, user_id, sign_in_name, given_name, family_name, culture, password_hash,
    must_change_password, created_at, deleted_at)
select :'tenant'::uuid, user_id, 'u' || md5(number::text) || number || '@bench.example', given_name, family_name,
       case when number % 3 = 0 then 'ja-JP' else 'en-US' end, '', true, now(),
       case when number % 100 = 0 then now() end
from seeded;

insert into directory.user_role (tenant_id, user_id, role)
select :'tenant'::uuid, user_id, 'helpdesk_admin' from seeded where number % 2 = 1;

commit;
analyze directory.user_account, directory.user_role;
