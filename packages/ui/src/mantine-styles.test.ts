import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
// Not by the resolver: in tests every style is resolved to a stand-in.
const core = join(root, 'node_modules/@mantine/core');

/** Components that stand on others without naming them where they are used. */
const STANDS_ON: Record<string, readonly string[]> = {
  Button: ['UnstyledButton', 'Loader'],
  Checkbox: ['InlineInput', 'CheckboxIndicator'],
  Drawer: ['ModalBase', 'Overlay', 'CloseButton', 'Paper', 'ScrollArea'],
  Menu: ['Popover'],
  Modal: ['ModalBase', 'Overlay', 'CloseButton', 'Paper', 'ScrollArea'],
  MultiSelect: ['Combobox', 'Popover', 'ScrollArea', 'Input', 'Pill', 'PillsInput', 'CloseButton'],
  NativeSelect: ['Input'],
  Radio: ['InlineInput', 'RadioIndicator'],
  Select: ['Combobox', 'Popover', 'ScrollArea', 'Input', 'CloseButton'],
  Table: ['ScrollArea'],
  Textarea: ['Input'],
  TextInput: ['Input'],
};

it('every component of the framework that a portal uses has its styles in mantine.css', () => {
  const listed = new Set(
    [...readFileSync(join(here, 'mantine.css'), 'utf8').matchAll(/styles\/(\w+)\.css/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  const files = globSync('{portals/*/src,packages/ui/src}/**/*.tsx', { cwd: root });
  const used = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /import \{([^}]+)\} from '@mantine\/core'/g,
      ),
    ]
      .flatMap(([, names]) => (names ?? '').split(','))
      .map((name) => name.trim())
      .filter(Boolean),
  );
  expect(used.length).toBeGreaterThan(50);
  const needed = new Set(used.flatMap((name) => [name, ...(STANDS_ON[name] ?? [])]));
  const styled = [...needed].filter((name) => existsSync(join(core, 'styles', `${name}.css`)));
  expect(styled.filter((name) => !listed.has(name))).toEqual([]);
});
