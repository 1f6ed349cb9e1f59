// Runs on any Node: only syntax that an old one can parse before it is told that it is too old.
import('../../local/bin/too-old.mjs')
  .then(function (module) {
    if (module.isTooOld()) return;
    return import('./gate.mjs').then(function (gate) {
      return gate.main(process.argv.slice(2));
    });
  })
  .catch(function (error) {
    console.error(error);
    process.exit(1);
  });
