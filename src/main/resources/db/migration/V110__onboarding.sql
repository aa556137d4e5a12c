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
