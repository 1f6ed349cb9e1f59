// The bootstrap has built what changed before this runs; a failure ended it there.
console.log('Everything is built.');
