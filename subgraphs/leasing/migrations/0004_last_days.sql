-- Leases are looked for by the day on which they really end: by notice or agreement, else by their term.
create index leases_by_last_day on leasing.leases (organization_id, (coalesce(ended_before, ends_before)));
