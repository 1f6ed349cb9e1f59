// npm run <script> -- …: the first argument names the command (see bootstrap.mjs).
import('./too-old.mjs')
  .then(function (module) {
    if (module.isTooOld()) return;
    return import('./bootstrap.mjs').then(function (bootstrap) {
      return bootstrap.main(process.argv[2] || 'help', process.argv.slice(3));
    });
  })
  .catch(function (error) {
    console.error(error);
    process.exit(1);
  });
