-- Customers as each partner knows them, and the list that finds them.

create schema customers;

-- The copy that search compares: compatibility forms resolved, lower case, katakana for hiragana. The same in Java:
-- oroshi.basics.Typed.folded.
create function customers.folded(typed text) returns text
    language sql immutable strict parallel safe
    return translate(
        lower(normalize(typed, nfkc) collate "und-x-icu"),
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ',
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ');

-- A folded name as people look it up: without a legal form that stands before it. The same forms in Java:
-- oroshi.customers.CompanyNameRules.
create function customers.core(folded text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(
        folded,
        '^(株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|[(]株[)]|[(]有[)]) *(?=[^ \n])',
        '');

-- The pieces of a text by which an index finds it: single characters and pairs outside ASCII, triples inside it, where
-- the end of an ASCII run counts as a character. They are hashed together with the partner so that a look-up never meets
-- another partner's rows.
create function customers.pieces(partner_id uuid, folded text) returns bigint[]
    language plpgsql immutable strict parallel safe as
$$
declare
    letters constant text[] := string_to_array(folded, null);
    seed constant bigint := uuid_hash_extended(partner_id, 0);
    here text;
    next text;
    found bigint[] := '{}';
begin
    for place in 1 .. cardinality(letters) loop
        here := letters[place];
        next := nullif(letters[place + 1], E'\n');
        continue when here = E'\n';
        if ascii(here) > 127 then
            found := found || hashtextextended(here, seed);
        end if;
        if ascii(here) > 127 or ascii(next) > 127 then
            found := found || hashtextextended(here || next, seed);
        elsif next is not null then
            found := found || hashtextextended(
                here || next || case when ascii(letters[place + 2]) between 32 and 127
                    then letters[place + 2] else E'\n' end, seed);
        end if;
    end loop;
    return array_remove(found, null);
end
$$;

-- The pieces that every text has which contains the sought one: only its longest, because they occur least. A pair in
-- ASCII is no piece, but begins one.
create function customers.longest_pieces(folded text) returns setof text
    language sql immutable strict parallel safe
begin atomic
    select distinct piece
      from generate_series(1, greatest(char_length(folded) - 1, 1)) place,
           lateral (select case
               when octet_length(substr(folded, place, 2)) > char_length(substr(folded, place, 2))
                   then substr(folded, place, 2)
               when octet_length(substr(folded, place, 3)) = 3 and char_length(substr(folded, place, 3)) = 3
                   then substr(folded, place, 3)
           end as piece) as pieces
     where piece is not null;
end;

-- Pieces as the index has them.
create function customers.hashed(partner_id uuid, pieces text[]) returns bigint[]
    language sql immutable strict parallel safe
    return (select array_agg(hashtextextended(piece, uuid_hash_extended(partner_id, 0))) from unnest(pieces) piece);

-- All pieces that begin with a pair in ASCII; null for any other text.
create function customers.pieces_beginning(partner_id uuid, pair text) returns bigint[]
    language sql immutable strict parallel safe
    return (
        select customers.hashed(partner_id, array_agg(pair || chr(letter)))
          from generate_series(10, 126) letter
         where octet_length(pair) = 2 and char_length(pair) = 2
           and (letter = 10 or letter between 32 and 64 or letter >= 91));

create table customers.customer (
    partner_id uuid not null,
    customer_id uuid not null,
    commerce_id uuid not null,
    provider_id uuid, -- on a reseller's row: whose row is the original
    reseller_id uuid, -- on a provider's row: through whom the customer is served
    cloud text not null check (cloud in ('PUBLIC', 'US_GOV', 'GERMANY')),
    domain text collate "C" not null,
    name text not null, -- the bill-to name, which is the one on the list
    company_name text not null, -- as the customer's directory has it
    country text not null,
    duplicate_key text collate "C" not null,
    company_profile jsonb not null,
    billing_id uuid not null,
    billing_version bigint not null,
    billing_profile jsonb not null,
    relationship text collate "C" not null
        check (relationship in ('CLOUD_RESELLER', 'CLOUD_RESELLER_INDIRECT', 'ADVISOR')),
    agreement text not null check (agreement in ('ACCEPTED', 'AWAITING_CUSTOMER', 'MISSING', 'NOT_NEEDED')),
    delegated_administration boolean not null,
    address_standing text not null check (address_standing in ('VERIFIED', 'SUGGESTED', 'AS_TYPED', 'NOT_VERIFIED')),
    entity_kind text,
    administered_from timestamptz, -- since when the partner administers the directory, or did
    administered_until timestamptz, -- set when that came to an end
    first_tag text collate "C" not null, -- what the list sorts tags by; the highest character when there is none
    added_at timestamptz not null,
    folded_name text collate "C" not null generated always as (customers.folded(name)) stored,
    core_name text collate "C" not null generated always as (customers.core(customers.folded(name))) stored,
    search_text text collate "C" not null generated always as (
        customers.folded(case
            when name = company_name then name || E'\n' || split_part(domain, '.', 1)
            else name || E'\n' || company_name || E'\n' || split_part(domain, '.', 1)
        end)) stored,
    -- With what a search needs to walk the customers without touching the table.
    primary key (partner_id, customer_id) include (search_text)
);
alter table customers.customer enable row level security;
create policy partner_rows on customers.customer
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The list in the order of names of each language.
create index customer_name_en on customers.customer (partner_id, name collate "en-x-icu", customer_id);
create index customer_name_ja on customers.customer (partner_id, name collate "ja-x-icu", customer_id);
create index customer_core_name on customers.customer (partner_id, core_name, customer_id);
create index customer_folded_name on customers.customer (partner_id, folded_name, customer_id);
create index customer_domain on customers.customer (partner_id, domain, customer_id);
create index customer_relationship on customers.customer (partner_id, relationship, customer_id);
create index customer_first_tag on customers.customer (partner_id, first_tag, customer_id);
create index customer_reseller on customers.customer (partner_id, reseller_id, folded_name, customer_id)
    where reseller_id is not null;
create index customer_provider on customers.customer (partner_id, provider_id, folded_name, customer_id)
    where provider_id is not null;
create index customer_administered on customers.customer (partner_id, administered_from)
    where administered_from is not null and administered_until is null;
create index customer_duplicate on customers.customer (partner_id, duplicate_key, country);
-- Its list of rows not yet sorted in stays short, because every search reads it.
create index customer_pieces on customers.customer using gin (customers.pieces(partner_id, search_text))
    with (gin_pending_list_limit = 256);

-- The two states that the dashboard counts are rare, and the index is empty of all others.
create index customer_agreement on customers.customer (partner_id, agreement, customer_id)
    where agreement in ('MISSING', 'AWAITING_CUSTOMER');

-- The longest pieces without those that more than a quarter of the latest customers have: they would tell next to
-- nothing, and the index would read their long lists for it.
create function customers.telling_pieces(partner_id uuid, folded text) returns text[]
    language sql stable
begin atomic
    with latest as materialized (
        select customer.search_text
          from customers.customer
         where customer.partner_id = telling_pieces.partner_id
         order by customer.customer_id desc
         limit 200)
    select coalesce(array_agg(piece) filter (where often <= 50), array_agg(piece))
      from (select piece, (select count(*) from latest where position(piece in latest.search_text) > 0) as often
              from customers.longest_pieces(folded) piece) as pieces;
end;

-- Customers of the partner in scope whose name or domain has the pieces and contains the folded text, at most so many
-- and in no order; a pair in ASCII needs no pieces. Under row-level security PostgreSQL uses an index only for operators
-- that can't leak, and containment isn't marked as one. So this function, which runs as the owner, binds the partner
-- itself. Only one of its arms ever finds any.
create function customers.find_containing(folded text, sought text[], most integer)
    returns table (partner_id uuid, customer_id uuid, search_text text)
    language sql stable security definer
    set search_path = pg_catalog
    -- By the pieces, and not by the partner's rows one by one in several processes.
    set enable_indexscan = off
    set enable_seqscan = off
    set max_parallel_workers_per_gather = 0
begin atomic
    (select customer.partner_id, customer.customer_id, customer.search_text
       from customers.customer
      where customer.partner_id = nullif(current_setting('app.partner_id', true), '')::uuid
        and customers.pieces(customer.partner_id, customer.search_text)
            @> customers.hashed(nullif(current_setting('app.partner_id', true), '')::uuid, sought)
        and position(folded in customer.search_text) > 0)
    union all
    (select customer.partner_id, customer.customer_id, customer.search_text
       from customers.customer
      where customer.partner_id = nullif(current_setting('app.partner_id', true), '')::uuid
        and customers.pieces(customer.partner_id, customer.search_text)
            && customers.pieces_beginning(nullif(current_setting('app.partner_id', true), '')::uuid, folded)
        and position(folded in customer.search_text) > 0)
    limit most;
end;

create table customers.tag (
    partner_id uuid not null,
    customer_id uuid not null,
    tag text collate "C" not null,
    primary key (partner_id, customer_id, tag),
    foreign key (partner_id, customer_id) references customers.customer
);
create index tag_customers on customers.tag (partner_id, tag, customer_id);
alter table customers.tag enable row level security;
create policy partner_rows on customers.tag
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

create table customers.qualification (
    partner_id uuid not null,
    customer_id uuid not null,
    qualification text not null,
    education_segment text,
    website text,
    vetting_status text check (vetting_status in ('IN_REVIEW', 'APPROVED', 'DENIED')), -- null: nobody reviews it
    vetting_reason text,
    applied_at timestamptz not null,
    primary key (partner_id, customer_id, qualification),
    foreign key (partner_id, customer_id) references customers.customer
);
create index qualification_in_review on customers.qualification (partner_id, applied_at)
    where vetting_status = 'IN_REVIEW';
alter table customers.qualification enable row level security;
create policy partner_rows on customers.qualification
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The review of a customer's account, which the operator begins and decides. Most customers have none.
create table customers.account_review (
    partner_id uuid not null,
    customer_id uuid not null,
    status text not null check (status in ('UNKNOWN', 'UNDER_REVIEW', 'ALLOWED', 'NOT_ALLOWED', 'NOT_READY')),
    changed_at timestamptz not null,
    primary key (partner_id, customer_id),
    foreign key (partner_id, customer_id) references customers.customer
);
create index account_review_open on customers.account_review (partner_id, changed_at) where status = 'UNDER_REVIEW';
alter table customers.account_review enable row level security;
create policy partner_rows on customers.account_review
    using (partner_id = nullif(current_setting('app.partner_id', true), '')::uuid);

-- The company as the customer itself describes it in the customer portal; it belongs to the customer's directory.
create table customers.company (
    tenant_id uuid not null,
    entry jsonb not null,
    saved_at timestamptz not null,
    primary key (tenant_id)
);
alter table customers.company enable row level security;
create policy own_directory on customers.company
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
