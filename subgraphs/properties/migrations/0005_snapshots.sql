select app.allow_snapshots('properties.properties');
select app.allow_snapshots('properties.buildings');
select app.allow_snapshots('properties.units');
