/**
 * How far a room is with publishing its state anew, a row per snapshot type. A role of its own reads what
 * `app.allow_snapshots` names, over all organizations, and can do nothing with it but publish it.
 */
export function snapshotsSql(room: string): string {
  return /* sql */ `
create table ${room}.snapshots (
  type text primary key,
  -- The id up to which rows are published in this round.
  after uuid,
  published bigint not null default 0,
  -- Null: nobody has asked yet.
  requested_at timestamptz,
  finished_at timestamptz
);
select app.protect('${room}.snapshots', 'platform');
grant select, update on ${room}.snapshots to ${room}_snapshots;
create policy snapshots on ${room}.snapshots to ${room}_snapshots using (true) with check (true);
grant insert on ${room}.outbox to ${room}_snapshots;
create policy snapshots on ${room}.outbox for insert to ${room}_snapshots
  with check (type like '%.snapshot.v%');
`;
}
