/** Says so, sets exit code 1 and returns true where this Node cannot even install the one we bring. */
export function isTooOld() {
  var major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return false;
  console.error(
    'ProperTea needs Node.js 20 or newer to begin (it brings its own Node 24 then); this is ' +
      process.versions.node +
      '. Install a current one from https://nodejs.org.',
  );
  process.exitCode = 1;
  return true;
}
