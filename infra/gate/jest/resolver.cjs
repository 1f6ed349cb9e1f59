const path = require('node:path');

/** `@/…` is the src/ of the portal that says it; everything else is found as Jest finds it. */
module.exports = function resolve(request, options) {
  if (!request.startsWith('@/')) return options.defaultResolver(request, options);
  const [, portal] = options.basedir.split(`${path.sep}portals${path.sep}`);
  if (portal === undefined) throw new Error(`${request} is said outside of a portal`);
  const source = path.join(
    options.rootDir,
    'portals',
    portal.split(path.sep)[0],
    'src',
    request.slice(2),
  );
  return options.defaultResolver(source, options);
};
