import { Family, nested, times } from './operation.js';

export const deep = new Family('deep');
for (const depth of [21, 30, 50, 99, 400, 1_200]) {
  deep.costly(`${depth} fields`, () => nested(depth, '{ a ', '{ id }', '}'));
  deep.costly(
    `${depth} fields of a mutation`,
    () => `mutation ${nested(depth, '{ a ', '{ id }', '}')}`,
  );
}
for (const depth of [101, 500, 1_500]) {
  deep.costly(`${depth} inline fragments`, () => `{ ${nested(depth, '...{', 'notice', '}')} }`);
  deep.costly(
    `${depth} typed fragments`,
    () => `{ ${nested(depth, '...on Query{', 'notice', '}')} }`,
  );
}
deep.costly('25,000 braces', () => '{a'.repeat(25_000));
deep.costly('50,000 fields', () => nested(50_000, '{a', '', '}'));
deep.costly(
  'a deep fragment',
  () => `{ ...F } fragment F on Query ${nested(40, '{ a ', '{ id }', '}')}`,
);
deep.costly(
  'a deep fragment that is not spread',
  () => `{ notice } fragment F on Query ${nested(60, '{ a ', '{ id }', '}')}`,
);
for (const depth of [51, 300, 1_500]) {
  deep.costly(
    `a list of ${depth} levels`,
    () => `{ search(ids: ${nested(depth, '[', '"a"', ']')}) { id } }`,
  );
  deep.costly(
    `an object of ${depth} levels`,
    () => `{ search(where: ${nested(depth, '{and: [', '{name: "a"}', ']}')}) { id } }`,
  );
  deep.costly(
    `a default of ${depth} levels`,
    () =>
      `query ($w: Where = ${nested(depth, '{and: [', '{name: "a"}', ']}')}) { search(where: $w) { id } }`,
  );
}
for (const depth of [150, 1_000, 2_400]) {
  deep.costly(
    `a type of ${depth} levels`,
    () => `query ($a: ${nested(depth, '[', 'ID', ']')}) { search(ids: $a) { id } }`,
  );
}

export const wide = new Family('wide');
for (const count of [1_001, 2_000, 4_900]) {
  wide.costly(`${count} fields`, () => `{ ${times(count, (index) => `f${index} `)} }`);
}
wide.costly('1,001 fields of a list', () => `{ properties { ${times(1_001, 'id ')} } }`);
wide.costly('2,001 type names', () => `{ ${times(2_001, '__typename ')} }`);
wide.costly('5,001 tokens', () => `{ ${times(5_001, 'a ')} }`);
wide.costly('100,000 tokens', () => `{ ${times(100_000, 'a ')} }`);
wide.costly('300,000 closing braces', () => `{ a ${'}'.repeat(300_000)}`);
wide.costly(
  '1,001 fields in fragments',
  () =>
    `{ ${times(11, (index) => `...F${index} `)} } ${times(11, (index) => `fragment F${index} on Query { ${times(100, (at) => `f${at} `)} } `)}`,
);
wide.costly('900 operations', () => times(900, (index) => `query Q${index} { notice } `));
wide.costly(
  '700 fragments',
  () => `{ notice } ${times(700, (index) => `fragment F${index} on Query { notice } `)}`,
);
wide.invalid('99 fields that are not there', () => `{ ${times(99, (index) => `f${index} `)} }`);
wide.invalid('900 fields that are not there', () => `{ ${times(900, (index) => `f${index} `)} }`);
wide.invalid('40 operations that none is chosen of', () =>
  times(40, (index) => `query Q${index} { notice } `),
);

export const aliased = new Family('aliased');
for (const count of [101, 500, 1_000]) {
  aliased.costly(
    `one field ${count} times`,
    () => `{ ${times(count, (index) => `a${index}: notice `)} }`,
  );
  aliased.costly(
    `one list ${count} times`,
    () => `{ ${times(count, (index) => `a${index}: properties { id } `)} }`,
  );
}
aliased.costly(
  'in a list',
  () => `{ properties { ${times(101, (index) => `a${index}: name `)} } }`,
);
aliased.costly(
  'in fragments',
  () =>
    `{ ...A ...B } fragment A on Query { ${times(60, (index) => `a${index}: notice `)} } fragment B on Query { ${times(60, (index) => `b${index}: notice `)} }`,
);
aliased.costly(
  'one fragment in many places',
  () =>
    `{ ${times(30, (index) => `a${index}: properties { ...F } `)} } fragment F on Property { a: id b: id c: id }`,
);
aliased.costly(
  'mutations',
  () =>
    `mutation { ${times(101, (index) => `a${index}: renameProperty(id: "p1", name: "a") { id } `)} }`,
);
aliased.costly(
  'guesses of a key',
  () => `{ ${times(200, (index) => `a${index}: organization(id: "${index}") { id } `)} }`,
);
aliased.costly('type names', () => `{ ${times(150, (index) => `a${index}: __typename `)} }`);
