-- Copies that facts of other rooms keep: whose unit it is, its currency, its calendar and its law.
create table leasing.companies (
  organization_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  is_retired boolean not null,
  sequence int not null,
  primary key (organization_id, id)
);
select app.protect('leasing.companies', 'organization');
revoke insert, update, delete on leasing.companies from leasing_staff, leasing_system;

create table leasing.properties (
  organization_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  code text collate "C" not null,
  name text not null,
  -- Null until a fact tells: then days are counted in UTC and no pack applies.
  time_zone text,
  jurisdiction text,
  is_retired boolean not null,
  sequence int not null,
  primary key (organization_id, id)
);
create index properties_of_company on leasing.properties (organization_id, company_id);
select app.protect('leasing.properties', 'organization');
revoke insert, update, delete on leasing.properties from leasing_staff, leasing_system;

-- The commercial view of a unit: same id. Facts keep what the unit is, the office what it should cost.
create table leasing.rentable_units (
  organization_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  property_id uuid not null,
  code text collate "C" not null,
  category text not null check (category in ('APARTMENT', 'HOUSE', 'COMMERCIAL', 'PARKING', 'OTHER')),
  bedrooms int,
  area_square_decimetres int,
  floor int,
  -- Expected rent of a month; lost rent is what a contract is below it.
  base_rent_minor bigint check (base_rent_minor between 0 and 9007199254740991),
  rentable_from date,
  -- The first day on which it is no longer there.
  retired_on date,
  -- From when on nothing occupies it any more; null where no end is in sight. Written with every change of occupancy.
  available_from date,
  -- Counts the changes of what occupies it: the sequence of their facts.
  availability_version int not null default 0,
  sequence int not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
create index rentable_units_by_code on leasing.rentable_units (organization_id, code, id);
create index rentable_units_by_base_rent on leasing.rentable_units (organization_id, base_rent_minor, id);
create index rentable_units_by_availability on leasing.rentable_units (organization_id, available_from, id);
create index rentable_units_of_property on leasing.rentable_units (organization_id, property_id, code, id);
create index rentable_units_of_company on leasing.rentable_units (organization_id, company_id, code, id);
select app.protect('leasing.rentable_units', 'organization');
revoke delete on leasing.rentable_units from leasing_staff, leasing_system;

-- A tenancy is the chain of leases of the same parties on the same unit.
create table leasing.tenancies (
  organization_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, unit_id) references leasing.rentable_units (organization_id, id)
);
create index tenancies_of_unit on leasing.tenancies (organization_id, unit_id, id);
select app.protect('leasing.tenancies', 'organization');
revoke delete on leasing.tenancies from leasing_staff, leasing_system;

-- The last number given to a lease of a company.
create table leasing.lease_numbers (
  organization_id uuid not null,
  company_id uuid not null,
  last int not null,
  primary key (organization_id, company_id)
);
select app.protect('leasing.lease_numbers', 'organization');

create table leasing.leases (
  organization_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  property_id uuid not null,
  unit_id uuid not null,
  -- The unit's, by which lists sort; kept by a trigger.
  unit_code text collate "C" not null,
  tenancy_id uuid not null,
  number text collate "C" not null,
  state text not null check (state in ('DRAFT', 'PENDING_SIGNATURE', 'FUTURE', 'ACTIVE', 'NOTICE_GIVEN', 'AT_WILL',
    'TERMINATED', 'EXPIRED', 'CLOSED', 'CANCELLED')),
  starts_on date not null,
  -- The agreed term; null: open-ended.
  ends_before date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Rent of a month as agreed today, and what was expected when it was signed: for lists and lost rent.
  rent_minor bigint check (rent_minor >= 0),
  base_rent_minor bigint check (base_rent_minor >= 0),
  deposit_minor bigint check (deposit_minor >= 0),
  reserved_until timestamptz,
  signed_at timestamptz,
  moved_in_on date,
  moved_out_on date,
  at_will_since date,
  -- The first day after the lease, once that is certain: notice, termination, move-out or expiry.
  ended_before date,
  end_reason text check (length(end_reason) between 1 and 1000),
  -- giver, received on, end, rule of the pack or reason, agreement to shorten.
  notice jsonb,
  renewed_from_id uuid,
  -- The earliest due day of a charge that is not generated yet; null: none will come.
  next_charge_on date,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, property_id, id),
  foreign key (organization_id, unit_id) references leasing.rentable_units (organization_id, id),
  foreign key (organization_id, tenancy_id) references leasing.tenancies (organization_id, id),
  foreign key (organization_id, renewed_from_id) references leasing.leases (organization_id, id),
  check (ends_before > starts_on)
);
create unique index lease_number_taken on leasing.leases (organization_id, company_id, number);
create index leases_by_number on leasing.leases (organization_id, number, id);
create index leases_by_start on leasing.leases (organization_id, starts_on, id);
create index leases_by_end on leasing.leases (organization_id, ends_before, id);
create index leases_by_rent on leasing.leases (organization_id, rent_minor, id);
create index leases_by_unit on leasing.leases (organization_id, unit_code, id);
create index leases_by_age on leasing.leases (organization_id, created_at, id);
create index leases_of_unit on leasing.leases (organization_id, unit_id, starts_on, id);
create index leases_of_tenancy on leasing.leases (organization_id, tenancy_id, starts_on, id);
create index leases_of_property on leasing.leases (organization_id, property_id, state, starts_on);
create index leases_to_charge on leasing.leases (organization_id, property_id, next_charge_on) where next_charge_on is not null;
create unique index lease_renewed_once on leasing.leases (organization_id, renewed_from_id)
  where renewed_from_id is not null and state <> 'CANCELLED';
select app.protect('leasing.leases', 'organization');
revoke delete on leasing.leases from leasing_staff, leasing_system;

create table leasing.lease_parties (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  role text not null check (role in ('TENANT', 'OCCUPANT', 'GUARANTOR')),
  state text not null check (state in ('CURRENT', 'FUTURE', 'MOVED_OUT')),
  name text collate "und-x-icu" not null check (length(name) between 1 and 200),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 50),
  -- The person's own account, once it is known to be theirs.
  user_id uuid,
  moved_in_on date,
  moved_out_on date,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, lease_id) references leasing.leases (organization_id, id)
);
create index lease_parties_of_lease on leasing.lease_parties (organization_id, lease_id, id);
create index lease_parties_of_user on leasing.lease_parties (user_id) where user_id is not null;
create index lease_parties_by_email on leasing.lease_parties (organization_id, email) where email is not null;
select app.protect('leasing.lease_parties', 'organization');

create function leasing.recode_leases() returns trigger language plpgsql as $$
begin
  update leasing.leases l set unit_code = new.code where l.organization_id = new.organization_id and l.unit_id = new.id;
  return null;
end $$;
create trigger recode_leases after update of code on leasing.rentable_units
  for each row when (old.code <> new.code) execute function leasing.recode_leases();

-- Words by which leases (number, names of parties) and properties (code, name) are found. `like` and trigrams reach no
-- index under row-level security, the prefix operator ^@ on a word does.
create table leasing.search_words (
  organization_id uuid not null,
  kind text not null check (kind in ('Lease', 'Property')),
  word text collate "C" not null,
  aggregate_id uuid not null,
  -- Whose words they are: the aggregate itself or one of its parts.
  source_id uuid not null,
  primary key (organization_id, kind, word, source_id)
);
create index search_words_of_source on leasing.search_words (organization_id, source_id);
select app.protect('leasing.search_words', 'organization');

-- Small letters without accents, in words; src/list/search-words.ts does the same to what is searched for.
create function leasing.words_of(parts text[]) returns setof text language sql stable as $$
  select distinct left(word, 100) from regexp_split_to_table(
    lower(regexp_replace(normalize(array_to_string(parts, ' '), nfkd), '[\u0300-\u036f]', '', 'g') collate "und-x-icu"),
    '[^[:alnum:]]+') as word
  where word <> ''
$$;

create function leasing.index_words() returns trigger language plpgsql as $$
declare
  aggregate uuid;
  is_now text[];
begin
  if tg_op <> 'INSERT' then
    delete from leasing.search_words w where w.organization_id = old.organization_id and w.source_id = old.id;
  end if;
  if tg_op = 'DELETE' then return null; end if;
  case tg_table_name
    when 'leases' then aggregate := new.id; is_now := array[new.number];
    when 'lease_parties' then aggregate := new.lease_id; is_now := array[new.name];
    when 'properties' then aggregate := new.id; is_now := array[new.code, new.name];
  end case;
  insert into leasing.search_words (organization_id, kind, word, aggregate_id, source_id)
  select new.organization_id, case tg_table_name when 'properties' then 'Property' else 'Lease' end, word, aggregate, new.id
  from leasing.words_of(is_now) as word
  on conflict do nothing;
  return null;
end $$;
create trigger index_words after insert on leasing.leases for each row execute function leasing.index_words();
create trigger index_words after insert or delete or update of name on leasing.lease_parties
  for each row execute function leasing.index_words();
create trigger index_words after insert or update of code, name on leasing.properties
  for each row execute function leasing.index_words();

-- What occupies a unit: signed leases, reservations until they expire, blocks. They never overlap (R25).
create table leasing.occupancies (
  organization_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  company_id uuid not null,
  property_id uuid not null,
  kind text not null check (kind in ('LEASE', 'RESERVATION', 'BLOCK')),
  lease_id uuid,
  block_id uuid,
  starts_on date not null,
  ends_before date,
  period daterange not null generated always as (daterange(starts_on, ends_before)) stored,
  primary key (organization_id, id),
  foreign key (organization_id, unit_id) references leasing.rentable_units (organization_id, id),
  check ((lease_id is null) <> (block_id is null)),
  check ((kind = 'BLOCK') = (block_id is not null)),
  check (ends_before > starts_on),
  constraint unit_occupied_once exclude using gist (organization_id with =, unit_id with =, period with &&)
);
create unique index occupancy_of_lease on leasing.occupancies (organization_id, lease_id) where lease_id is not null;
create unique index occupancy_of_block on leasing.occupancies (organization_id, block_id) where block_id is not null;
create index occupancies_of_unit on leasing.occupancies (organization_id, unit_id, starts_on);
create index occupancies_of_property on leasing.occupancies (organization_id, property_id, starts_on);
select app.protect('leasing.occupancies', 'organization');

create table leasing.blocks (
  organization_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  company_id uuid not null,
  property_id uuid not null,
  reason text not null check (reason in ('RENOVATION', 'OWNER_USE', 'LEGAL', 'OTHER')),
  note text check (length(note) between 1 and 1000),
  starts_on date not null,
  ends_before date,
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, unit_id) references leasing.rentable_units (organization_id, id),
  check (ends_before > starts_on)
);
create index blocks_of_unit on leasing.blocks (organization_id, unit_id, starts_on, id);
create index blocks_of_property on leasing.blocks (organization_id, property_id, starts_on);
select app.protect('leasing.blocks', 'organization');
revoke delete on leasing.blocks from leasing_staff, leasing_system;

-- What a lease costs, how often, and up to where lines were generated.
create table leasing.charge_templates (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  kind text not null check (kind in ('RENT', 'SERVICE', 'PARKING', 'DEPOSIT', 'OTHER')),
  label text not null check (length(label) between 1 and 200),
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  cycle text not null check (cycle in ('ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  due_day smallint not null check (due_day between 1 and 31),
  lead_days smallint not null default 0 check (lead_days between 0 and 90),
  proration text not null check (proration in ('NONE', 'ACTUAL', 'STANDARD_30', 'THIRTY_DAY_MONTH', 'ANNUAL')),
  starts_on date not null,
  ends_before date,
  -- The first day that no line covers yet; null: all lines are there.
  billed_before date,
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, lease_id, id),
  foreign key (organization_id, lease_id) references leasing.leases (organization_id, id)
);
create index charge_templates_of_lease on leasing.charge_templates (organization_id, lease_id, id);
select app.protect('leasing.charge_templates', 'organization');

-- Scheduled changes of a template's amount; what is billed never changes (R6).
create table leasing.rent_changes (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  template_id uuid not null,
  kind text not null check (kind in ('STEP', 'INDEXATION', 'AGREED')),
  effective_on date not null,
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  note text check (length(note) between 1 and 1000),
  cancelled_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, lease_id, template_id) references leasing.charge_templates (organization_id, lease_id, id)
);
create index rent_changes_of_lease on leasing.rent_changes (organization_id, lease_id, effective_on, id);
create unique index rent_change_taken on leasing.rent_changes (organization_id, template_id, effective_on) where cancelled_at is null;
select app.protect('leasing.rent_changes', 'organization');
revoke delete on leasing.rent_changes from leasing_staff, leasing_system;

-- One line per template and period, however often the job runs (R7).
create table leasing.charge_lines (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  template_id uuid not null,
  kind text not null,
  label text not null,
  period_starts_on date not null,
  period_ends_before date not null,
  due_on date not null,
  amount_minor bigint not null,
  credited_minor bigint not null default 0 check (credited_minor between 0 and amount_minor),
  currency text not null,
  is_prorated boolean not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  constraint charge_line_once unique (organization_id, template_id, period_starts_on),
  foreign key (organization_id, lease_id, template_id) references leasing.charge_templates (organization_id, lease_id, id)
);
create index charge_lines_of_lease on leasing.charge_lines (organization_id, lease_id, due_on, id);
select app.protect('leasing.charge_lines', 'organization');
revoke delete on leasing.charge_lines from leasing_staff, leasing_system;

-- What is given back of a line, by its reason; a line never changes otherwise.
create table leasing.charge_credits (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  line_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  from_on date not null,
  before date not null,
  reason text not null check (length(reason) between 1 and 1000),
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, lease_id) references leasing.leases (organization_id, id),
  foreign key (organization_id, line_id) references leasing.charge_lines (organization_id, id)
);
create index charge_credits_of_line on leasing.charge_credits (organization_id, line_id);
select app.protect('leasing.charge_credits', 'organization');
revoke update, delete on leasing.charge_credits from leasing_staff, leasing_system;

create table leasing.renewal_offers (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'SIGNED')),
  starts_on date not null,
  ends_before date,
  rent_minor bigint not null check (rent_minor >= 0),
  expires_on date not null,
  note text check (length(note) between 1 and 1000),
  new_lease_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, lease_id) references leasing.leases (organization_id, id),
  foreign key (organization_id, new_lease_id) references leasing.leases (organization_id, id),
  check (ends_before > starts_on)
);
create index renewal_offers_of_lease on leasing.renewal_offers (organization_id, lease_id, id);
create index renewal_offers_by_expiry on leasing.renewal_offers (organization_id, state, expires_on);
create unique index renewal_offer_open on leasing.renewal_offers (organization_id, lease_id) where state in ('OFFERED', 'ACCEPTED');
select app.protect('leasing.renewal_offers', 'organization');
revoke delete on leasing.renewal_offers from leasing_staff, leasing_system;

create table leasing.move_checklists (
  organization_id uuid not null,
  id uuid not null,
  lease_id uuid not null,
  kind text not null check (kind in ('MOVE_IN', 'MOVE_OUT')),
  -- [{ label, isDone, note }]
  items jsonb not null,
  completed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, lease_id) references leasing.leases (organization_id, id)
);
create unique index move_checklist_once on leasing.move_checklists (organization_id, lease_id, kind);
select app.protect('leasing.move_checklists', 'organization');

-- An at-will lease that met a signed one: for the office to settle (R25).
create table leasing.hold_over_conflicts (
  organization_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  at_will_lease_id uuid not null,
  future_lease_id uuid not null,
  recorded_on date not null,
  settled_at timestamptz,
  settlement text check (length(settlement) between 1 and 1000),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, at_will_lease_id) references leasing.leases (organization_id, id),
  foreign key (organization_id, future_lease_id) references leasing.leases (organization_id, id)
);
create unique index hold_over_conflict_once on leasing.hold_over_conflicts (organization_id, at_will_lease_id, future_lease_id);
select app.protect('leasing.hold_over_conflicts', 'organization');
revoke delete on leasing.hold_over_conflicts from leasing_staff, leasing_system;

-- A tenant sees the leases to which they are a party, in whichever organization (R46), and what belongs to them.
create policy own on leasing.lease_parties for select to leasing_person using (user_id = (select app.user_id()));
create policy own on leasing.leases for select to leasing_person using (id = any (array(
  select lease_id from leasing.lease_parties where user_id = (select app.user_id()))));
create policy own on leasing.charge_templates for select to leasing_person using (lease_id = any (array(
  select lease_id from leasing.lease_parties where user_id = (select app.user_id()))));
create policy own on leasing.rent_changes for select to leasing_person using (lease_id = any (array(
  select lease_id from leasing.lease_parties where user_id = (select app.user_id()))));
create policy own on leasing.charge_lines for select to leasing_person using (lease_id = any (array(
  select lease_id from leasing.lease_parties where user_id = (select app.user_id()))));
create policy own on leasing.rentable_units for select to leasing_person using (id = any (array(
  select unit_id from leasing.leases where id = any (array(
    select lease_id from leasing.lease_parties where user_id = (select app.user_id()))))));
grant select on leasing.lease_parties, leasing.leases, leasing.charge_templates, leasing.rent_changes, leasing.charge_lines,
  leasing.rentable_units to leasing_person;
