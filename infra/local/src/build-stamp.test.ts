import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Kind {
  name: string;
  workspaces: string[];
}
interface Stamps {
  buildKinds(root: string): Kind[];
  buildIsCurrent(root: string, kind: Kind): { current: boolean; hash: string };
  noteBuild(root: string, kind: Kind, hash: string): void;
}

const file = fileURLToPath(new URL('../bin/build-stamp.mjs', import.meta.url));
let stamps: Stamps;
let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function workspace(folder: string, name: string, needs: string[] = [], build?: string): void {
  const dependencies = Object.fromEntries(needs.map((need) => [need, '1.0.0']));
  const scripts = build ? { build } : {};
  write(`${folder}/package.json`, JSON.stringify({ name, scripts, dependencies }));
}

/** Which kinds would be built now; they are noted as built. */
function stale(): string[] {
  return stamps.buildKinds(root).flatMap((kind) => {
    const { current, hash } = stamps.buildIsCurrent(root, kind);
    stamps.noteBuild(root, kind, hash);
    return current ? [] : [kind.name];
  });
}

beforeAll(async () => {
  stamps = (await import(file)) as Stamps;
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'propertea-stamp-'));
  write('package.json', JSON.stringify({ workspaces: ['packages/*', 'gateway', 'portals/*'] }));
  write('node_modules/.keep', '');
  workspace('packages/kernel', '@x/kernel', [], 'tsc -b');
  workspace('packages/ui', '@x/ui', ['@x/kernel']);
  workspace('gateway', '@x/gateway', ['@x/kernel'], 'tsc -b');
  workspace('portals/landlord', '@x/landlord', ['@x/ui', 'next'], 'next build');
  for (const folder of ['packages/kernel', 'gateway']) write(`${folder}/dist/index.js`, '');
  write('portals/landlord/.next/BUILD_ID', '1');
  stale();
});

afterEach(() => rmSync(root, { recursive: true }));

it('nothing is built that is as it was', () => {
  expect(stamps.buildKinds(root).map(({ name, workspaces }) => [name, workspaces])).toEqual([
    ['house', ['@x/gateway', '@x/kernel']],
    ['landlord', ['@x/landlord']],
  ]);
  expect(stale()).toEqual([]);
});

it.each([
  ['gateway/src/app.ts', ['house']],
  ['portals/landlord/src/app/page.tsx', ['landlord']],
  ['packages/ui/src/card.tsx', ['landlord']],
  ['packages/kernel/src/money.ts', ['house', 'landlord']],
  ['schema/api.graphql', ['landlord']],
  ['schema/rules.json', ['landlord']],
  ['package-lock.json', ['house', 'landlord']],
  ['portals/landlord/src/page.test.tsx', []],
  ['portals/landlord/e2e/sign-in.ts', []],
  ['portals/landlord/next-env.d.ts', []],
  ['gateway/test/house.ts', []],
  ['gateway/README.md', []],
])('a change of %s builds %j', (path, kinds) => {
  write(path, 'changed');
  expect(stale()).toEqual(kinds);
});

it('what was deleted is built again, and a development server is no build', () => {
  rmSync(join(root, 'gateway/dist'), { recursive: true });
  rmSync(join(root, 'portals/landlord/.next/BUILD_ID'));
  expect(stale()).toEqual(['house', 'landlord']);
});
