select app.allow_snapshots('identity.users');
