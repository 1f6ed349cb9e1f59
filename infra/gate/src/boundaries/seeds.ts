/** A file that breaks one rule of .dependency-cruiser.mjs, or with an empty rule breaks none. */
export interface Seed {
  rule: string;
  file: string;
  code: string;
  /** A second file that the violation needs. */
  beside?: { file: string; code: string };
}

const imports = (name: string) => `import * as seeded from '${name}';\nexport default seeded;\n`;

/** One violation at least for every rule: the self-test fails for a rule without. */
export const violations: Seed[] = [
  {
    rule: 'no-unresolvable',
    file: 'packages/kernel/src/seed.ts',
    code: imports('@propertea/nowhere'),
  },
  {
    rule: 'no-unresolvable',
    file: 'subgraphs/identity/src/seed.ts',
    code: imports('@propertea/chassis/src/store'),
  },
  {
    rule: 'no-cycles',
    file: 'subgraphs/identity/src/seed.ts',
    code: imports('./beside.js'),
    beside: { file: 'subgraphs/identity/src/beside.ts', code: imports('./seed.js') },
  },
  {
    rule: 'no-undeclared-packages',
    file: 'subgraphs/identity/src/seed.ts',
    code: imports('left-pad'),
  },
  {
    rule: 'no-way-past-exports',
    file: 'subgraphs/identity/src/seed.ts',
    code: imports('../../../packages/chassis/src/store/index.js'),
  },
  {
    rule: 'kernel-imports-nothing-of-ours',
    file: 'packages/kernel/src/seed.ts',
    code: imports('@propertea/chassis/store'),
  },
  { rule: 'kernel-is-pure', file: 'packages/kernel/src/seed.ts', code: imports('pg') },
  {
    rule: 'postgres-imports-nothing-of-ours',
    file: 'packages/postgres/src/seed.ts',
    code: imports('@propertea/kernel'),
  },
  {
    rule: 'executor-imports-nothing-of-ours',
    file: 'packages/executor/src/seed.ts',
    code: imports('@propertea/kernel'),
  },
  {
    rule: 'chassis-imports-kernel-and-observability',
    file: 'packages/chassis/src/store/seed.ts',
    code: imports('@propertea/schema/events'),
  },
  {
    rule: 'observability-imports-nothing-of-ours',
    file: 'packages/observability/src/seed.ts',
    code: imports('@propertea/kernel'),
  },
  {
    rule: 'events-import-kernel',
    file: 'schema/events/seed.ts',
    code: imports('@propertea/chassis/graph'),
  },
  {
    rule: 'live-imports-kernel',
    file: 'schema/live/seed.ts',
    code: imports('@propertea/schema/compose'),
  },
  {
    rule: 'documents-import-kernel',
    file: 'schema/documents/seed.ts',
    code: imports('@propertea/schema/compose'),
  },
  {
    rule: 'compose-imports-kernel-events-and-live',
    file: 'schema/compose/seed.ts',
    code: imports('@propertea/identity'),
  },
  {
    rule: 'rooms-never-import-rooms',
    file: 'subgraphs/properties/src/seed.ts',
    code: imports('@propertea/organizations'),
  },
  {
    rule: 'rooms-never-import-rooms',
    file: 'subgraphs/properties/test/seed.test.ts',
    code: imports('@propertea/organizations'),
  },
  {
    rule: 'rooms-never-import-rooms',
    file: 'subgraphs/properties/src/seed.ts',
    code: `export async function seeded() {\n  return import('@propertea/organizations');\n}\n`,
  },
  {
    rule: 'rooms-never-import-rooms',
    file: 'subgraphs/properties/src/seed.ts',
    code: `import type { seeded } from '@propertea/organizations';\nexport type Seeded = typeof seeded;\n`,
  },
  {
    rule: 'rooms-stand-on-chassis',
    file: 'subgraphs/properties/src/seed.ts',
    code: imports('@propertea/gateway'),
  },
  {
    rule: 'domain-knows-no-graphql',
    file: 'subgraphs/properties/src/property/property.entity.ts',
    code: imports('type-graphql'),
  },
  {
    rule: 'domain-knows-no-graphql',
    file: 'subgraphs/properties/src/property/retire-property.ts',
    code: imports('./property.type.js'),
    beside: {
      file: 'subgraphs/properties/src/property/property.type.ts',
      code: 'export const seeded = 1;\n',
    },
  },
  {
    rule: 'gateway-knows-no-room',
    file: 'gateway/src/seed.ts',
    code: imports('@propertea/identity'),
  },
  {
    rule: 'gateway-imports-chassis-runtime-only',
    file: 'gateway/src/seed.ts',
    code: imports('@propertea/chassis/store'),
  },
  {
    rule: 'portals-know-ui-and-kernel',
    file: 'portals/landlord/src/seed.ts',
    code: imports('@propertea/gateway'),
  },
  {
    rule: 'portals-know-ui-and-kernel',
    file: 'portals/landlord/src/shared/seed.ts',
    code: imports('@propertea/observability'),
  },
  {
    rule: 'portal-processes-know-kernel-and-observability',
    file: 'portals/landlord/server-seed.mjs',
    code: imports('@propertea/chassis/runtime'),
  },
  {
    rule: 'ui-imports-kernel',
    file: 'packages/ui/src/seed.tsx',
    code: imports('@propertea/chassis/store'),
  },
  {
    rule: 'features-never-import-features',
    file: 'portals/landlord/src/properties/list/seed.tsx',
    code: imports('@/organizations/members/beside'),
    beside: {
      file: 'portals/landlord/src/organizations/members/beside.tsx',
      code: 'export const seeded = 1;\n',
    },
  },
  {
    rule: 'features-never-import-features',
    file: 'portals/landlord/src/properties/seed.ts',
    code: `import type { seeded } from '../organizations/beside';\nexport type Seeded = typeof seeded;\n`,
    beside: {
      file: 'portals/landlord/src/organizations/beside.ts',
      code: 'export const seeded = 1;\n',
    },
  },
  {
    rule: 'routes-are-the-top',
    file: 'portals/landlord/src/properties/seed.ts',
    code: imports('@/app/layout'),
    beside: { file: 'portals/landlord/src/app/layout.tsx', code: 'export const seeded = 1;\n' },
  },
  {
    rule: 'no-unresolvable',
    file: 'portals/landlord/src/properties/seed.ts',
    code: imports('@/properties/nowhere'),
  },
  {
    rule: 'local-enters-rooms-by-subgraph',
    file: 'infra/local/src/seed.ts',
    code: imports('../../../subgraphs/identity/src/env.js'),
    beside: { file: 'subgraphs/identity/src/env.ts', code: 'export const seeded = 1;\n' },
  },
  {
    rule: 'testkit-is-for-tests-and-bench',
    file: 'infra/local/src/seed.ts',
    code: imports('@propertea/testkit'),
  },
  {
    rule: 'house-is-put-together-at-the-end',
    file: 'packages/testkit/src/seed.ts',
    code: imports('@propertea/local'),
  },
  {
    rule: 'gate-imports-kernel',
    file: 'infra/gate/src/seed.ts',
    code: imports('@propertea/chassis/store'),
  },
];

/** What must stay allowed: a rule that forbids everything would pass the list above. */
export const permitted: Seed[] = [
  {
    rule: '',
    file: 'subgraphs/properties/src/property/property.resolver.ts',
    code: `import 'type-graphql';\nimport '@propertea/chassis/graph';\nimport '@propertea/schema/events';\n`,
  },
  {
    rule: '',
    file: 'subgraphs/properties/src/property/property.entity.ts',
    code: `import '@mikro-orm/core';\nimport '@propertea/chassis/store';\nimport '@propertea/kernel';\n`,
  },
  {
    rule: '',
    file: 'portals/landlord/src/app/[organization]/page.tsx',
    code: `import '@/properties/page';\nimport '@/shared/table';\n`,
    beside: {
      file: 'portals/landlord/src/properties/page.tsx',
      code: `import '../shared/table';\nimport '@propertea/ui';\nimport '@propertea/kernel';\n`,
    },
  },
  {
    rule: '',
    file: 'portals/landlord/server-seed.mjs',
    code: `import '@propertea/kernel';\nimport '@propertea/observability';\n`,
  },
  {
    rule: '',
    file: 'portals/landlord/e2e/sign-in.test.ts',
    code: `import '@propertea/testkit';\n`,
  },
  {
    rule: '',
    file: 'subgraphs/properties/test/property.test.ts',
    code: `import '@propertea/testkit';\n`,
  },
  {
    rule: '',
    file: 'gateway/src/server.ts',
    code: `import '@propertea/chassis/runtime';\nimport '@propertea/observability';\nimport '@propertea/schema/events';\n`,
  },
  {
    rule: '',
    file: 'infra/local/src/house.ts',
    code: `import '@propertea/identity';\nimport '@propertea/gateway';\nimport '@propertea/postgres';\n`,
  },
  {
    rule: '',
    file: 'subgraphs/properties/src/lease.ts',
    code: `import type { unit } from './unit.js';\nexport type Lease = typeof unit;\nexport const lease = 1;\n`,
    beside: {
      file: 'subgraphs/properties/src/unit.ts',
      code: `import { lease } from './lease.js';\nexport const unit = lease;\n`,
    },
  },
];
