-- Companies of the organizations room, kept by its events: whose property it is, its code and currency.
create table properties.companies (
  organization_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  is_retired boolean not null,
  sequence int not null,
  primary key (organization_id, id)
);
select app.protect('properties.companies', 'organization');
revoke insert, update, delete on properties.companies from properties_staff, properties_system;

create table properties.properties (
  organization_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  code text collate "C" not null check (code ~ '^[A-Z0-9]{1,10}$'),
  name text collate "und-x-icu" not null check (length(name) between 1 and 200),
  type text not null,
  address_line1 text not null check (length(address_line1) between 1 and 200),
  address_line2 text check (length(address_line2) between 1 and 200),
  city text not null check (length(city) between 1 and 100),
  city_search text collate "C" not null generated always as (lower(city collate "und-x-icu")) stored,
  region text check (length(region) between 1 and 100),
  postal_code text collate "C" not null check (length(postal_code) between 1 and 20),
  country text not null check (country ~ '^[A-Z]{2}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  time_zone text not null,
  -- Live units; kept by triggers, so that lists sort by it and bulk writes cannot forget it.
  unit_count int not null default 0 check (unit_count >= 0),
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, company_id, id),
  foreign key (organization_id, company_id) references properties.companies (organization_id, id),
  check ((latitude is null) = (longitude is null)),
  constraint property_with_units_lives check (retired_at is null or unit_count = 0)
);
create unique index property_code_taken on properties.properties (organization_id, company_id, code) where retired_at is null;
create index properties_by_name on properties.properties (organization_id, name, id);
create index properties_by_code on properties.properties (organization_id, code, id);
create index properties_by_age on properties.properties (organization_id, created_at, id);
create index properties_by_unit_count on properties.properties (organization_id, unit_count, id);
create index properties_of_company_by_name on properties.properties (organization_id, company_id, name, id);
create index properties_by_city on properties.properties (organization_id, city_search);
create index properties_by_postal_code on properties.properties (organization_id, postal_code);
select app.protect('properties.properties', 'organization');
revoke delete on properties.properties from properties_staff, properties_system;

create table properties.buildings (
  organization_id uuid not null,
  id uuid not null,
  -- The property's own, which never changes: reach is decided without a join.
  company_id uuid not null,
  property_id uuid not null,
  code text collate "C" not null check (code ~ '^[A-Z0-9]{1,5}$'),
  name text collate "und-x-icu" check (length(name) between 1 and 200),
  address jsonb,
  entrances jsonb not null,
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, property_id, id),
  foreign key (organization_id, company_id, property_id) references properties.properties (organization_id, company_id, id)
);
create unique index building_code_taken on properties.buildings (organization_id, property_id, code) where retired_at is null;
create index buildings_of_property_by_code on properties.buildings (organization_id, property_id, code, id);
create index buildings_by_code on properties.buildings (organization_id, code, id);
create index buildings_by_age on properties.buildings (organization_id, created_at, id);
select app.protect('properties.buildings', 'organization');
revoke delete on properties.buildings from properties_staff, properties_system;

create table properties.units (
  organization_id uuid not null,
  id uuid not null,
  company_id uuid not null,
  property_id uuid not null,
  building_id uuid,
  entrance_code text collate "C" check (entrance_code ~ '^[A-Z0-9]{1,5}$'),
  code text collate "C" not null check (code ~ '^[A-Z0-9]{1,10}$'),
  category text not null check (category in ('APARTMENT', 'HOUSE', 'COMMERCIAL', 'PARKING', 'OTHER')),
  bedrooms int check (bedrooms between 0 and 50),
  bathroom_halves int check (bathroom_halves between 0 and 100),
  area_square_decimetres int check (area_square_decimetres > 0),
  floor int check (floor between -10 and 200),
  address jsonb,
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, company_id, property_id) references properties.properties (organization_id, company_id, id),
  foreign key (organization_id, property_id, building_id) references properties.buildings (organization_id, property_id, id),
  constraint unit_category_and_building check (
    case category when 'APARTMENT' then building_id is not null when 'HOUSE' then building_id is null else true end),
  constraint unit_entrance_needs_building check (entrance_code is null or building_id is not null)
);
create unique index unit_code_taken on properties.units (organization_id, property_id, code) where retired_at is null;
create index units_of_property_by_code on properties.units (organization_id, property_id, code, id);
create index units_of_building_by_code on properties.units (organization_id, building_id, code, id);
create index units_by_code on properties.units (organization_id, code, id);
create index units_by_age on properties.units (organization_id, created_at, id);
create index units_by_category on properties.units (organization_id, property_id, category) where retired_at is null;
select app.protect('properties.units', 'organization');
revoke delete on properties.units from properties_staff, properties_system;

create function properties.count_new_units() returns trigger language plpgsql as $$
begin
  update properties.properties p set unit_count = p.unit_count + added.units
  from (select organization_id, property_id, count(*)::int as units from new_units
        where retired_at is null group by organization_id, property_id) added
  where p.organization_id = added.organization_id and p.id = added.property_id;
  return null;
end $$;
create trigger count_new_units after insert on properties.units
  referencing new table as new_units for each statement execute function properties.count_new_units();

create function properties.recount_unit() returns trigger language plpgsql as $$
begin
  update properties.properties set unit_count = unit_count + case when new.retired_at is null then 1 else -1 end
  where organization_id = new.organization_id and id = new.property_id;
  return null;
end $$;
create trigger recount_unit after update of retired_at on properties.units
  for each row when ((old.retired_at is null) <> (new.retired_at is null)) execute function properties.recount_unit();

-- Words by which properties and buildings are found. `like` and trigrams reach no index under row-level
-- security, the prefix operator ^@ on a word does.
create table properties.search_words (
  organization_id uuid not null,
  kind text not null check (kind in ('Property', 'Building')),
  word text collate "C" not null,
  aggregate_id uuid not null,
  primary key (organization_id, kind, word, aggregate_id)
);
select app.protect('properties.search_words', 'organization');

-- Small letters without accents, in words; src/list/search-words.ts does the same to what is searched for.
create function properties.words_of(parts text[]) returns setof text language sql stable as $$
  select distinct left(word, 100) from regexp_split_to_table(
    lower(regexp_replace(normalize(array_to_string(parts, ' '), nfkd), '[\u0300-\u036f]', '', 'g') collate "und-x-icu"),
    '[^[:alnum:]]+') as word
  where word <> ''
$$;

create function properties.index_words() returns trigger language plpgsql as $$
declare
  indexed text := tg_argv[0];
  was text[];
  is_now text[];
begin
  if indexed = 'Property' then
    is_now := array[new.code, new.name, new.address_line1, new.address_line2, new.city, new.region, new.postal_code];
    if tg_op = 'UPDATE' then
      was := array[old.code, old.name, old.address_line1, old.address_line2, old.city, old.region, old.postal_code];
    end if;
  else
    is_now := array[new.code, new.name, new.address->>'line1', new.address->>'line2', new.address->>'city',
      new.address->>'region', new.address->>'postalCode'];
    if tg_op = 'UPDATE' then
      was := array[old.code, old.name, old.address->>'line1', old.address->>'line2', old.address->>'city',
        old.address->>'region', old.address->>'postalCode'];
    end if;
  end if;
  if tg_op = 'UPDATE' then
    delete from properties.search_words w
    where w.organization_id = old.organization_id and w.kind = indexed and w.aggregate_id = old.id
      and w.word = any (array(select properties.words_of(was) except select properties.words_of(is_now)));
  end if;
  insert into properties.search_words (organization_id, kind, word, aggregate_id)
  select new.organization_id, indexed, word, new.id from properties.words_of(is_now) as word
  on conflict do nothing;
  return null;
end $$;
create trigger index_words after insert or update of code, name, address_line1, address_line2, city, region, postal_code
  on properties.properties for each row execute function properties.index_words('Property');
create trigger index_words after insert or update of code, name, address
  on properties.buildings for each row execute function properties.index_words('Building');
