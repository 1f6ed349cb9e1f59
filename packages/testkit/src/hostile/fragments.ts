import { Family, nested, times } from './operation.js';

export const fragments = new Family('fragments');
for (const length of [1, 2, 3, 10, 20]) {
  fragments.invalid(
    `a cycle of ${length}`,
    () =>
      `{ ...F0 } ${times(length, (index) => `fragment F${index} on Query { notice ...F${(index + 1) % length} } `)}`,
  );
  fragments.invalid(
    `a cycle of ${length} that is not spread`,
    () =>
      `{ notice } ${times(length, (index) => `fragment F${index} on Query { notice ...F${(index + 1) % length} } `)}`,
  );
}
fragments.invalid(
  'a cycle through a field',
  () => '{ properties { ...F } } fragment F on Property { id organization { ...F } }',
);
for (const leaf of ['notice', '__typename', 'properties { id }']) {
  for (const height of [12, 20, 40]) {
    fragments.costly(
      `${height} doublings of ${leaf}`,
      () =>
        `{ ...F0 } ${times(height, (index) => `fragment F${index} on Query { ...F${index + 1} ... { ...F${index + 1} } } `)} fragment F${height} on Query { ${leaf} }`,
    );
  }
}
for (const fan of [10, 30]) {
  fragments.costly(
    `four floors of ${fan} spreads`,
    () =>
      `{ ...F0 } ${times(4, (index) => `fragment F${index} on Query { ${times(fan, `...F${index + 1} `)} } `)} fragment F4 on Query { notice }`,
  );
}
fragments.costly(
  'doublings that are not spread',
  () =>
    `{ notice } ${times(20, (index) => `fragment F${index} on Query { ...F${index + 1} ... { ...F${index + 1} } } `)} fragment F20 on Query { notice }`,
);
fragments.costly(
  'one fragment 1,000 times',
  () => `{ ${times(1_000, '...F ')} } fragment F on Query { notice }`,
);
fragments.invalid('of a type that is not there', () => '{ ...F } fragment F on Nothing { id }');
fragments.costly('that are not there', () => `{ ${times(300, (index) => `...F${index} `)} }`);
fragments.invalid(
  'twice of one name',
  () => '{ ...F } fragment F on Query { notice } fragment F on Query { notice }',
);
fragments.invalid('called on', () => '{ ...on } fragment on on Query { notice }');

const PATH = { open: 'properties { ', close: '} ' };
export const merging = new Family('merging');
for (const count of [300, 999]) {
  merging.costly(`one field ${count} times`, () => `{ ${times(count, 'notice ')} }`);
}
merging.costly(
  'lists within lists',
  () => `{ ${times(60, `properties { ${times(15, 'id ')} } `)} }`,
);
merging.costly(
  'one name in a fragment that is not spread',
  () => `{ notice } fragment F on Query { ${times(2_400, 'notice ')} }`,
);
merging.costly(
  'fragments against fragments',
  () =>
    `{ ${times(160, (index) => `...F${index} `)} } ${times(160, (index) => `fragment F${index} on Query { properties { id name } } `)}`,
);
merging.costly(
  'deep and wide',
  () => `{ ${times(16, nested(8, PATH.open, times(20, 'id '), PATH.close))} }`,
);
merging.costly('inline fragments', () => `{ ${times(500, '... { notice } ')} }`);
merging.costly(
  'arguments to compare',
  () => `{ ${times(180, `search(ids: ["a" "b" "c" "d" "e" "f" "g" "h"]) { id } `)} }`,
);
merging.costly('in several operations', () =>
  times(20, (index) => `query Q${index} { ${times(100, 'notice ')} } `),
);
merging.invalid('two fields under one name', () => '{ a: notice a: whoAmI }');
merging.invalid(
  'different arguments',
  () => '{ search(ids: ["a"]) { id } search(ids: ["b"]) { id } }',
);
merging.invalid(
  '60 quarrels',
  () => `{ ${times(30, (index) => `a${index}: notice a${index}: whoAmI `)} }`,
);
merging.invalid(
  'a quarrel of fragments',
  () => '{ ...A ...B } fragment A on Query { x: notice } fragment B on Query { x: whoAmI }',
);

export const directives = new Family('directives');
for (const count of [101, 700]) {
  directives.costly(`skip ${count} times`, () => `{ notice ${times(count, '@skip(if: false) ')} }`);
  directives.costly(
    `${count} that are not there`,
    () => `{ notice ${times(count, (index) => `@d${index} `)} }`,
  );
}
directives.costly('on the operation', () => `query Q ${times(2_000, '@a ')} { notice }`);
directives.costly(
  'on many fields',
  () => `{ ${times(40, `notice ${times(5, '@include(if: true) ')}`)} }`,
);
directives.costly('on variables', () => `query ($a: ID ${times(500, '@a ')}) { notice }`);
directives.costly(
  'on fragments',
  () => `{ ...F } fragment F on Query ${times(500, '@a ')} { notice }`,
);
directives.costly(
  'on spreads',
  () => `{ ...F ${times(500, '@a ')} } fragment F on Query { notice }`,
);
directives.invalid('one that is not there', () => '{ notice @nothing }');
directives.invalid('twice', () => '{ notice @skip(if: false) @skip(if: false) }');
directives.invalid('in the wrong place', () => 'query @skip(if: true) { notice }');
directives.invalid('without what it needs', () => '{ notice @include }');
directives.invalid('with something else', () => '{ notice @include(if: "yes") }');
directives.invalid(
  'of federation',
  () => '{ notice @inaccessible @requiresScopes(scopes: [["a"]]) }',
);
directives.invalid('@defer on a field', () => '{ notice @defer }');
