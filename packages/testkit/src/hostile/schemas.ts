import { Family, nested, times } from './operation.js';

export const introspection = new Family('introspection');
for (const depth of [2, 5, 10, 30]) {
  introspection.costly(
    `fields of fields, ${depth} times`,
    () => `{ __schema { types { ${nested(depth, 'fields { type { ', 'name', '} }')} } } }`,
  );
  introspection.costly(
    `possible types, ${depth} times`,
    () =>
      `{ __type(name: "Thing") { ${nested(depth, 'possibleTypes { interfaces { ', 'name', '} }')} } }`,
  );
}
introspection.costly(
  'inputs of inputs',
  () =>
    '{ __type(name: "Where") { inputFields { type { inputFields { type { inputFields { name } } } } } } }',
);
introspection.costly(
  'of of of',
  () => `{ __type(name: "Where") { ${nested(101, 'ofType { ', 'name', '}')} } }`,
);
introspection.costly(
  '100 names for one list',
  () => `{ __schema { ${times(50, (index) => `a${index}: types { name } `)} } }`,
);
introspection.costly(
  '100 names for a name',
  () => `{ __schema { types { ${times(99, (index) => `a${index}: name `)} } } }`,
);
introspection.costly(
  'the schema 20 times',
  () => `{ ${times(20, (index) => `a${index}: __schema { types { name fields { name } } } `)} }`,
);
introspection.costly(
  'types 99 times',
  () => `{ ${times(99, (index) => `a${index}: __type(name: "Query") { fields { name } } `)} }`,
);
introspection.costly(
  'through a fragment',
  () =>
    '{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { name } } }',
);
introspection.costly('1,500 fields', () => `{ __schema { types { ${times(1_500, 'name ')} } } }`);
introspection.costly(
  '1,500 spreads',
  () => `{ __schema { types { ${times(1_500, '...T ')} } } } fragment T on __Type { name }`,
);
introspection.costly(
  'doublings',
  () =>
    `{ __schema { types { ...F0 } } } ${times(20, (index) => `fragment F${index} on __Type { ...F${index + 1} ... { ...F${index + 1} } } `)} fragment F20 on __Type { name }`,
);
introspection.invalid(
  'a cycle',
  () => '{ __schema { types { ...T } } } fragment T on __Type { name ofType { ...T } }',
);
introspection.invalid('a field that is not there', () => '{ __schema { secrets } }');
introspection.invalid('below a field', () => '{ properties { __schema { types { name } } } }');
introspection.invalid(
  'of a mutation’s payload',
  () => 'mutation { renameProperty(id: "a", name: "b") { __type(name: "a") { name } } }',
);
introspection.invalid('without a name', () => '{ __type { name } }');
introspection.invalid('a service', () => '{ _service { sdl } }');
introspection.invalid(
  'entities',
  () => '{ _entities(representations: [{__typename: "User", id: "a"}]) { __typename } }',
);

/** What tells by its refusal whether a guess was right. Where it is not public, nothing may say that it is there. */
export const probes = new Family('probes');
for (const guess of [
  'accesOf',
  'accessOf',
  'apiClientOf',
  'apiClientsOf',
  'viewAsOf',
  'linkIdentity',
  'recordApiKeyUse',
  'secret',
  'password',
  'notic',
  'propertie',
  'propertys',
]) {
  probes.invalid(`the query ${guess}`, () => `{ ${guess} }`);
}
for (const guess of [
  'recordApiKeyUs',
  'recordApiKeyUse(inpu: 1)',
  'linkIdentit',
  'renamePropert',
]) {
  probes.invalid(`the mutation ${guess}`, () => `mutation { ${guess} }`);
}
for (const guess of [
  'Access',
  'ApiClientAccess',
  'AccessGrant',
  'LinkIdentityInput',
  'join__Graph',
  'link__Import',
  '_Any',
  'Aces',
]) {
  probes.invalid(`the type ${guess}`, () => `{ ...F } fragment F on ${guess} { id }`);
  probes.invalid(`the variable ${guess}`, () => `query ($a: ${guess}) { notice(a: $a) }`);
}
probes.invalid('an argument', () => '{ search(id: "a", wher: 1) { id } }');
probes.invalid('an input field', () => '{ search(where: {nam: "a"}) { id } }');
probes.invalid('a value of an enum', () => '{ search(where: {state: SEALD}) { id } }');
probes.invalid('what is below a leaf', () => '{ notice { id } }');
probes.invalid('nothing below an object', () => '{ properties }');
