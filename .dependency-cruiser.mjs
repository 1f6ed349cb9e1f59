const ours = '^(packages|subgraphs|portals|infra)/[^/]+/|^(gateway|schema|bench)/';
const tests = '[.]test[.]tsx?$|/(test|e2e)/';
const built = '(src|dist)';

/** What code of a folder may import of ours, apart from itself; tests are left out unless said. */
function only(name, folder, allowed, comment, own = folder) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: folder, pathNot: tests },
    to: { path: ours, pathNot: [own, ...allowed] },
  };
}

const kernel = '^packages/kernel/';
const chassis = '^packages/chassis/';
const observability = '^packages/observability/';
const events = `^schema/(dist/)?events/`;
const live = `^schema/(dist/)?live/`;
const documents = `^schema/(dist/)?documents/`;
const executor = '^packages/executor/';

/** The process of a portal, beside its pages. */
const portalProcess = '^portals/[^/]+/server[^/]*[.]mjs$';

/** Folders of a portal's src/ that are no feature. */
const common = '(?:app|shared|shell|session|graph|i18n)';

/** What may import what: the house's own page of it is CONTRIBUTING.md; the self-test seeds each rule. */
export default {
  forbidden: [
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere would also pass every rule below.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Decorator metadata reads classes while modules load; a cycle crashes there.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'What a workspace imports stands in its own package.json.',
      from: { path: ours, pathNot: [tests, '^infra/gate/jest/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-way-past-exports',
      severity: 'error',
      comment: 'Another workspace is imported by its name, never by a path into its folder.',
      from: {
        path: '^((?:packages|subgraphs|portals|infra)/[^/]+|gateway|schema|bench)/',
        pathNot: '^infra/(docker|gate/(bin|jest))/',
      },
      to: {
        path: ours,
        pathNot: '^$1/',
        dependencyTypes: ['local'],
      },
    },
    only('kernel-imports-nothing-of-ours', kernel, [], 'kernel → zod and nothing of ours'),
    {
      name: 'kernel-is-pure',
      severity: 'error',
      comment: 'kernel → zod; no other package.',
      from: { path: kernel, pathNot: tests },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|@propertea)/' },
    },
    only('postgres-imports-nothing-of-ours', '^packages/postgres/', [], 'a launcher on its own'),
    only('executor-imports-nothing-of-ours', executor, [], 'executor → nothing of ours'),
    only(
      'observability-imports-nothing-of-ours',
      observability,
      [],
      'observability → nothing of ours: it knows neither rooms nor pages',
    ),
    only(
      'chassis-imports-kernel-and-observability',
      chassis,
      [kernel, observability],
      'chassis → kernel, observability',
    ),
    only('events-import-kernel', '^schema/events/', [kernel], 'schema/events → kernel', events),
    only('live-imports-kernel', '^schema/live/', [kernel], 'schema/live → kernel', live),
    only(
      'documents-import-kernel',
      '^schema/documents/',
      [kernel],
      'schema/documents → kernel',
      documents,
    ),
    only(
      'compose-imports-kernel-events-and-live',
      '^schema/compose/',
      [kernel, events, live, documents],
      'composition works on SDL files and knows no room',
      '^schema/(dist/)?compose/',
    ),
    {
      name: 'rooms-never-import-rooms',
      severity: 'error',
      comment:
        'subgraphs/x never imports subgraphs/y, in tests neither: rooms meet in the graph and in events.',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    only(
      'rooms-stand-on-chassis',
      '^subgraphs/[^/]+/',
      [kernel, chassis, events],
      'subgraphs/x → chassis, kernel, schema/events',
      '^subgraphs/',
    ),
    {
      name: 'domain-knows-no-graphql',
      severity: 'error',
      comment:
        'Entities, policies and commands work without GraphQL; types of it may be named, never used.',
      from: {
        path: '^subgraphs/[^/]+/src/[^/]+/',
        pathNot: ['[.](type|resolver|loader)[.]ts$', tests],
      },
      to: {
        path: [
          'node_modules/(graphql|type-graphql|graphql-scalars|@apollo/[^/]+)/',
          '[.](type|resolver)[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    only(
      'gateway-knows-no-room',
      '^gateway/',
      [executor, kernel, chassis, observability, events, live, documents],
      'gateway → executor, kernel, chassis/runtime, observability, schema/events, schema/live, schema/documents; the composed schema as a file',
    ),
    {
      name: 'gateway-imports-chassis-runtime-only',
      severity: 'error',
      comment: 'The gateway has no resolvers, no ORM and no consumers.',
      from: { path: '^gateway/', pathNot: tests },
      to: { path: chassis, pathNot: `^packages/chassis/${built}/runtime/` },
    },
    {
      name: 'portals-know-ui-and-kernel',
      severity: 'error',
      comment:
        'portals → ui, kernel and their own generated documents; the server only through the gateway',
      from: { path: '^portals/([^/]+)/', pathNot: [portalProcess, tests] },
      to: { path: ours, pathNot: ['^portals/$1/', '^packages/(ui|kernel)/'] },
    },
    only(
      'portal-processes-know-kernel-and-observability',
      portalProcess,
      [kernel, observability],
      'the process that serves a portal → kernel and observability; its pages never see metrics',
      '^portals/',
    ),
    only('ui-imports-kernel', '^packages/ui/', [kernel], 'ui → kernel, and no portal'),
    {
      name: 'features-never-import-features',
      severity: 'error',
      comment:
        'portals/x/src/<room> never imports another: routes (app) put them together, what they share is in shared, shell, session, graph, i18n or packages/ui.',
      from: { path: `^portals/([^/]+)/src/(?!${common}/)([^/]+)/`, pathNot: tests },
      to: {
        path: '^portals/[^/]+/src/[^/]+/',
        pathNot: `^portals/$1/src/($2|(?!app)${common})/`,
      },
    },
    {
      name: 'routes-are-the-top',
      severity: 'error',
      comment: 'Nothing of a portal imports its routes.',
      from: { path: '^portals/[^/]+/src/', pathNot: ['^portals/[^/]+/src/app/', tests] },
      to: { path: '^portals/[^/]+/src/app/' },
    },
    {
      name: 'local-enters-rooms-by-subgraph',
      severity: 'error',
      comment: 'infra/local → every room’s subgraph.ts: the one place that puts the house together',
      from: { path: '^infra/local/', pathNot: tests },
      to: { path: '^subgraphs/', pathNot: `^subgraphs/[^/]+/${built}/subgraph[.](ts|js|d[.]ts)$` },
    },
    {
      name: 'testkit-is-for-tests-and-bench',
      severity: 'error',
      comment: 'testkit ← only tests and bench',
      from: { path: ours, pathNot: [tests, '^packages/testkit/', '^bench/', '^infra/gate/jest/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'house-is-put-together-at-the-end',
      severity: 'error',
      comment: 'infra and bench ← only tests, bench and infra/local itself',
      from: { path: ours, pathNot: [tests, '^infra/', '^bench/'] },
      to: { path: '^(infra/|bench/)' },
    },
    only(
      'gate-imports-kernel',
      '^infra/gate/(src|bin)/',
      [kernel],
      'the gate judges the house from outside',
      '^infra/(gate|local/bin)/',
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: {
      path: ['/dist/.*/dist/', '/[.]next/', '^coverage/', '/gql/', '/next-env[.]d[.]ts$'],
    },
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
