const { default: JestRuntime } = require('jest-runtime');
const path = require('node:path');
const { types } = require('node:util');
const vm = require('node:vm');

const installed = `${path.sep}node_modules${path.sep}`;

/** Whether a file is of an installed package, which Node loads once for all test files of a worker. */
const isInstalled = (file) => file.includes(installed);

function moduleOf(file) {
  const loaded = require(file);
  const isEsm = types.isModuleNamespaceObject(loaded);
  const names = new Set(
    (typeof loaded === 'object' && loaded !== null) || typeof loaded === 'function'
      ? Object.keys(loaded)
      : [],
  );
  for (const name of ['default', 'module.exports', '__esModule']) names.delete(name);
  const hasDefault = !isEsm || 'default' in loaded;
  return new vm.SyntheticModule(
    [...names, ...(hasDefault ? ['default'] : []), ...(isEsm ? [] : ['module.exports'])],
    function evaluate() {
      for (const name of names) this.setExport(name, loaded[name]);
      if (hasDefault) this.setExport('default', isEsm ? loaded.default : loaded);
      if (!isEsm) this.setExport('module.exports', loaded);
    },
    { identifier: file },
  );
}

const scripts = new Map();

/** Jest's own modules are evaluated for each test file, and compiled once for all of a worker. */
function compileOnce(source, file, parameters) {
  const known = scripts.get(file);
  if (known?.source === source) return known;
  const compiled = { source };
  compiled.script = new vm.Script(`(function (${parameters.join(', ')}) {${source}\n})`, {
    filename: file,
    importModuleDynamically: (specifier, _script, attributes, phase) =>
      compiled.executor.dynamicImport(specifier, file, undefined, attributes, phase),
  });
  scripts.set(file, compiled);
  return compiled;
}

/**
 * Jest's runtime, in the realm of the worker: the sources of the repository are evaluated anew for each
 * test file; the packages they are built on are loaded by Node, as in production, and once.
 */
class Runtime extends JestRuntime {
  constructor(...args) {
    super(...args);
    const { _resolution: resolution, esmLoader, executor } = this;
    const shouldLoadAsEsm = resolution.shouldLoadAsEsm.bind(resolution);
    resolution.shouldLoadAsEsm = (file) => !isInstalled(file) && shouldLoadAsEsm(file);
    const isExplicitlyCommonjs = resolution.isExplicitlyCommonjs.bind(resolution);
    resolution.isExplicitlyCommonjs = (file) => isInstalled(file) || isExplicitlyCommonjs(file);
    const synthetic = esmLoader.buildCjsAsEsmSyntheticModule.bind(esmLoader);
    esmLoader.buildCjsAsEsmSyntheticModule = (from, file, context) =>
      isInstalled(file) ? moduleOf(file) : synthetic(from, file, context);
    esmLoader.getContext = () => undefined;
    executor.compile = (source, file) => {
      const compiled = compileOnce(source, file, executor.injectedModuleParameters);
      compiled.executor = executor;
      return compiled.script.runInThisContext();
    };
  }

  requireModule(from, moduleName, options, isRequireActual) {
    if (!options?.isInternalModule && !this._resolution.isCoreModule(moduleName ?? from)) {
      const file = moduleName === undefined ? from : this._resolution.resolveCjs(from, moduleName);
      if (isInstalled(file)) return require(file);
    }
    return super.requireModule(from, moduleName, options, isRequireActual);
  }

  /** The process of the tests is the worker's own. */
  installGetBuiltinModule() {}
}

module.exports = Runtime;
