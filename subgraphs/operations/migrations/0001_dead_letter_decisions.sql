-- What operators decided about dead letters, kept as long as the audit trail: who, why and about how many.
create table operations.dead_letter_decisions (
  id uuid primary key,
  user_id uuid not null,
  decision text not null check (decision in ('REPLAY', 'PURGE')),
  room text,
  reason text,
  letters int not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index dead_letter_decisions_of_user on operations.dead_letter_decisions (user_id, id);
select app.protect('operations.dead_letter_decisions', 'person');
revoke all on operations.dead_letter_decisions from operations_staff, operations_person;
revoke update, delete on operations.dead_letter_decisions from operations_operator;
