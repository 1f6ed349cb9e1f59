import { compose, CompositionError } from '../compose/index.js';
import { changed, homes, people, room, rooms } from './rooms.js';

function problemsOf(...broken: Parameters<typeof compose>[0][number][]) {
  try {
    compose(broken);
  } catch (error) {
    if (error instanceof CompositionError) return error.problems;
    throw error;
  }
  throw new Error('It composed.');
}

test('portals see the fields of all rooms and neither hidden ones nor federation', () => {
  const { apiSdl } = compose(rooms);
  expect(apiSdl).toContain('resident: Person');
  expect(apiSdl).toContain('"""As on the door."""');
  expect(apiSdl).not.toMatch(/rowId|@inaccessible|@key|join__|_entities|@tag/);
});

test('the order of rooms and of fields does not change a byte of the api schema', () => {
  const swapped = changed(homes, '  "What the office thinks of it."\n  remark: String\n', '');
  const moved = changed(
    swapped,
    '  "As on the door."\n',
    '  "What the office thinks of it."\n  remark: String\n  "As on the door."\n',
  );
  expect(compose([people, homes]).supergraphSdl).toBe(compose([homes, people]).supergraphSdl);
  expect(compose([people, moved]).apiSdl).toBe(compose([homes, people]).apiSdl);
});

test('the supergraph names each room with a placeholder for where it runs', () => {
  expect(compose(rooms).supergraphSdl).toContain('url: "http://people.invalid/graphql"');
});

test('two rooms that disagree on a type are both named, with the code', () => {
  const [problem] = problemsOf(homes, changed(people, 'resident: Person', 'code: Int'));
  expect(problem).toMatchObject({ code: 'FIELD_TYPE_MISMATCH', rooms: ['homes', 'people'] });
});

test('a room with a key that it does not have is named', () => {
  const [problem] = problemsOf(
    homes,
    changed(people, 'Person @key(fields: "id")', 'Person @key(fields: "no")'),
  );
  expect(problem).toMatchObject({ code: 'KEY_INVALID_FIELDS', rooms: ['people'] });
});

test('a room whose SDL cannot be parsed is named with the line', () => {
  const [problem] = problemsOf(homes, { name: 'people', sdl: 'type Query {\n  viewer: \n}' });
  expect(problem).toMatchObject({ code: 'INVALID_GRAPHQL', rooms: ['people'] });
  expect(problem?.message).toContain('line 3');
});

test('a field that no plan can reach names the rooms it would have to cross', () => {
  const unreachable = room(
    'parts',
    'type Home { id: ID! @shareable part: Part @shareable } type Part { size: Int }',
  );
  const [problem] = problemsOf(homes, unreachable);
  expect(problem).toMatchObject({ code: 'SATISFIABILITY_ERROR', rooms: ['homes', 'parts'] });
});
