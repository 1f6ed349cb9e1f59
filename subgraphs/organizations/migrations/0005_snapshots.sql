select app.allow_snapshots('organizations.companies');
select app.allow_snapshots('organizations.members');
