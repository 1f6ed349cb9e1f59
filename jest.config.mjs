import { readdirSync } from 'node:fs';

const faults = process.env.PROPERTEA_FAULTS === '1';
const packages = readdirSync(new URL('packages', import.meta.url)).filter(
  (name) => name !== 'chassis',
);

/** How @swc/jest reads a source; what is not a component has decorators. */
function swc(isComponent) {
  return [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true, tsx: isComponent },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: isComponent,
          react: { runtime: 'automatic' },
        },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ];
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/infra/gate/jest/environment.cjs',
  runtime: '<rootDir>/infra/gate/jest/runtime.cjs',
  roots: ['packages', 'subgraphs', 'gateway', 'schema', 'infra', 'bench', 'portals'].map(
    (folder) => `<rootDir>/${folder}`,
  ),
  // The gate compares the files on disk with the files that ran (infra/gate/src/steps/suites.ts).
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    ...(faults ? [] : ['\\.faults\\.test\\.ts$']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/(packages|subgraphs|infra|portals)/[^/]+/(dist|\\.next)/'],
  watchPathIgnorePatterns: ['/dist/', '/\\.propertea/', '/coverage/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // `@/…` is the src/ of the portal that says it.
  resolver: '<rootDir>/infra/gate/jest/resolver.cjs',
  // Sources are tested, never dist: workspace names and NodeNext's `./x.js` are mapped to them.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@propertea/chassis/(graph|store|messaging|runtime)$':
      '<rootDir>/packages/chassis/src/$1/index.ts',
    '^@propertea/schema/(events|live|compose)$': '<rootDir>/schema/$1/index.ts',
    '^@propertea/testkit/(stage)$': '<rootDir>/packages/testkit/src/$1/index.ts',
    '^@propertea/ui/([a-z-]+)$': '<rootDir>/packages/ui/src/$1',
    '\\.css$': '<rootDir>/infra/gate/jest/style.cjs',
    [`^@propertea/(${packages.join('|')})$`]: '<rootDir>/packages/$1/src/index.ts',
    '^@propertea/gateway$': '<rootDir>/gateway/src/index.ts',
    '^@propertea/(local|gate)$': '<rootDir>/infra/$1/src/index.ts',
    '^@propertea/bench$': '<rootDir>/bench/src/index.ts',
    '^@propertea/([a-z][a-z0-9-]*)$': '<rootDir>/subgraphs/$1/src/subgraph.ts',
  },
  transform: {
    '^.+\\.ts$': swc(false),
    '^.+\\.tsx$': swc(true),
  },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/infra/gate/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/infra/gate/jest/global-teardown.mjs',
  maxWorkers: 2,
  // What finished files leave behind is not always collected; a worker past this is replaced.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 180_000,
  coverageProvider: 'v8',
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov', 'json-summary'],
  collectCoverageFrom: [
    '{packages,subgraphs,infra}/*/src/**/*.ts',
    'gateway/src/**/*.ts',
    'schema/{events,live,compose}/**/*.ts',
    '!**/*.test.ts',
    '!**/dist/**',
  ],
};
