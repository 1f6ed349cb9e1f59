create table identity.accounts (
  id uuid primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  created_at timestamptz not null
);
select app.protect('identity.accounts', 'platform');

create table identity.registrations (
  id uuid primary key,
  secret_hash text not null unique,
  email text not null,
  email_key text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index registrations_of_email on identity.registrations (email_key);
create index registrations_expired on identity.registrations (expires_at);
select app.protect('identity.registrations', 'platform');

create table identity.password_resets (
  secret_hash text primary key,
  account_id uuid not null references identity.accounts (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_resets_of_account on identity.password_resets (account_id);
create index password_resets_expired on identity.password_resets (expires_at);
select app.protect('identity.password_resets', 'platform');

-- Attempts by the hash of what is counted: a network address or an e-mail address.
create table identity.attempts (
  key text primary key,
  count int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index attempts_faded on identity.attempts (last_at);
select app.protect('identity.attempts', 'platform');

-- Models of the OpenID provider (sessions, grants, codes, refresh tokens), by the hash of their id.
create table identity.oidc_models (
  kind text not null,
  id_hash text not null,
  payload jsonb not null,
  account_id text,
  grant_hash text,
  uid text,
  expires_at timestamptz,
  consumed_at timestamptz,
  created_at timestamptz not null,
  primary key (kind, id_hash)
);
create index oidc_models_of_account on identity.oidc_models (account_id) where account_id is not null;
create index oidc_models_of_grant on identity.oidc_models (grant_hash) where grant_hash is not null;
create index oidc_models_by_uid on identity.oidc_models (kind, uid) where uid is not null;
create index oidc_models_expired on identity.oidc_models (expires_at);
select app.protect('identity.oidc_models', 'platform');

create table identity.mails (
  id uuid primary key,
  kind text not null,
  recipient text not null,
  recipient_key text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  tries int not null default 0,
  tried_at timestamptz,
  sent_at timestamptz
);
create index mails_of_recipient on identity.mails (recipient_key, id desc);
create index mails_unsent on identity.mails (created_at) where sent_at is null;
select app.protect('identity.mails', 'platform');
grant select on identity.mails to identity_operator;
create policy operator_reads on identity.mails for select to identity_operator using (true);
