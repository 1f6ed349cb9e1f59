// Runs on any Node: only syntax that an old one can parse before it is told that it is too old.
import('./too-old.mjs')
  .then(function (module) {
    if (module.isTooOld()) return;
    return import('./bootstrap.mjs').then(function (bootstrap) {
      return bootstrap.main('start', process.argv.slice(2));
    });
  })
  .catch(function (error) {
    console.error(error);
    process.exit(1);
  });
