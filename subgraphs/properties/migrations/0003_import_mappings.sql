alter table properties.imports
  drop constraint imports_state_check,
  add constraint imports_state_check
    check (state in ('UPLOADED', 'VALIDATING', 'IMPORTING', 'COMPLETED', 'FAILED', 'DISCARDED')),
  -- Heading and first cells of each column, for the person who says what they hold.
  add column columns jsonb,
  -- What a mapping may begin with.
  add column proposal jsonb,
  -- Which column or value each field comes from, where a person said so.
  add column mapping jsonb,
  -- How many findings there are of each kind.
  add column finding_counts jsonb;
create index import_findings_by_code on properties.import_findings (organization_id, import_id, code, position, id);
