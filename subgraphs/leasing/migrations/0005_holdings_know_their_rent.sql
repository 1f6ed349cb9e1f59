-- What a lease brings and how long it reserves stand beside the days on which it holds its unit: the occupancy of a
-- portfolio is counted without reading its leases, which are many times as wide. Kept by triggers.
alter table leasing.occupancies add column rent_minor bigint, add column reserved_until timestamptz;
update leasing.occupancies o set rent_minor = l.rent_minor, reserved_until = l.reserved_until
from leasing.leases l where l.organization_id = o.organization_id and l.id = o.lease_id;

create function leasing.price_holding() returns trigger language plpgsql as $$
begin
  select l.rent_minor, l.reserved_until into new.rent_minor, new.reserved_until from leasing.leases l
  where l.organization_id = new.organization_id and l.id = new.lease_id;
  return new;
end $$;
create trigger price_holding before insert on leasing.occupancies
  for each row when (new.lease_id is not null) execute function leasing.price_holding();

create function leasing.reprice_holding() returns trigger language plpgsql as $$
begin
  update leasing.occupancies o set rent_minor = new.rent_minor, reserved_until = new.reserved_until
  where o.organization_id = new.organization_id and o.lease_id = new.id;
  return null;
end $$;
create trigger reprice_holding after update on leasing.leases for each row
  when (old.rent_minor is distinct from new.rent_minor or old.reserved_until is distinct from new.reserved_until)
  execute function leasing.reprice_holding();
-- A lease may be stored after what it holds.
create trigger price_holding after insert on leasing.leases for each row execute function leasing.reprice_holding();
