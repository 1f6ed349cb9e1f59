-- Orders of lists. Sorting by something of the parent is sorting by a copy of it, kept by triggers; the separator is
-- smaller than whatever a code is made of, so that the text sorts as its parts do.
alter table properties.properties no force row level security;
alter table properties.units no force row level security;
alter table properties.companies no force row level security;

alter table properties.properties add column by_company text collate "C";
update properties.properties p set by_company = c.code || ' ' || c.id || ' ' || p.code
from properties.companies c where c.organization_id = p.organization_id and c.id = p.company_id;
alter table properties.properties alter column by_company set not null;

alter table properties.units add column by_property text collate "C";
update properties.units u set by_property = p.code || ' ' || p.id || ' ' || u.code
from properties.properties p where p.organization_id = u.organization_id and p.id = u.property_id;
alter table properties.units alter column by_property set not null;

alter table properties.properties force row level security;
alter table properties.units force row level security;
alter table properties.companies force row level security;

-- Without a parent the text is wrong, and the foreign key refuses the row anyway.
create function properties.order_property() returns trigger language plpgsql as $$
begin
  new.by_company := coalesce((select c.code from properties.companies c
    where c.organization_id = new.organization_id and c.id = new.company_id), '') || ' ' || new.company_id || ' ' || new.code;
  return new;
end $$;
create trigger order_property before insert or update of code on properties.properties
  for each row execute function properties.order_property();

create function properties.order_unit() returns trigger language plpgsql as $$
begin
  new.by_property := coalesce((select p.code from properties.properties p
    where p.organization_id = new.organization_id and p.id = new.property_id), '') || ' ' || new.property_id || ' ' || new.code;
  return new;
end $$;
-- The room says the order with each row, which saves a look-up for each of many; SQL by hand need not.
create trigger order_unit before insert on properties.units
  for each row when (new.by_property is null) execute function properties.order_unit();
create trigger order_unit_again before update of code on properties.units
  for each row when (old.code <> new.code and old.by_property = new.by_property) execute function properties.order_unit();

create function properties.reorder_properties() returns trigger language plpgsql as $$
begin
  update properties.properties p set by_company = new.code || ' ' || new.id || ' ' || p.code
  where p.organization_id = new.organization_id and p.company_id = new.id;
  return null;
end $$;
create trigger reorder_properties after update of code on properties.companies
  for each row when (old.code <> new.code) execute function properties.reorder_properties();

create function properties.reorder_units() returns trigger language plpgsql as $$
begin
  update properties.units u set by_property = new.code || ' ' || new.id || ' ' || u.code
  where u.organization_id = new.organization_id and u.property_id = new.id;
  return null;
end $$;
create trigger reorder_units after update of code on properties.properties
  for each row when (old.code <> new.code) execute function properties.reorder_units();

-- Cities sort as people sort them; what depends on the column has to step aside for that.
drop trigger index_words on properties.properties;
drop index properties.properties_by_city;
alter table properties.properties drop column city_search;
alter table properties.properties alter column city type text collate "und-x-icu";
alter table properties.properties add column city_search text collate "C" not null generated always as (lower(city collate "und-x-icu")) stored;
create index properties_by_city on properties.properties (organization_id, city_search);
create trigger index_words after insert or update of code, name, address_line1, address_line2, city, region, postal_code
  on properties.properties for each row execute function properties.index_words('Property');

create index properties_by_city_name on properties.properties (organization_id, city, id);
create index properties_by_company on properties.properties (organization_id, by_company, id);
create index properties_by_change on properties.properties (organization_id, updated_at, id);
create index buildings_by_name on properties.buildings (organization_id, name, id);
create index buildings_by_change on properties.buildings (organization_id, updated_at, id);
create index units_by_property on properties.units (organization_id, by_property, id);
create index units_by_kind on properties.units (organization_id, category, id);
create index units_by_floor on properties.units (organization_id, floor, id);
create index units_by_bedrooms on properties.units (organization_id, bedrooms, id);
create index units_by_area on properties.units (organization_id, area_square_decimetres, id);
create index units_by_change on properties.units (organization_id, updated_at, id);
