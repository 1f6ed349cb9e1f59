import { parse, print } from 'graphql';
import { spreadCacheControl } from './cache-control.js';

const spread = (sdl: string): string => print(spreadCacheControl(parse(sdl)));

it('says at each field what its type or the type that it returns lets be kept', () => {
  const sdl = spread(`
    type Query { house(id: ID!): House houses: [House!] guests: [Guest!] motto: String }
    type Mutation { build: House }
    type House @cacheControl(maxAge: 60, scope: "PRIVATE") {
      id: ID!
      name: String @cacheControl(maxAge: 5, scope: "PUBLIC")
      rooms(first: Int): Int
      guests: [Guest!]!
      next: House
    }
    type Guest { name: String }
  `);
  const lines = sdl.split('\n').map((line) => line.trim());
  for (const line of [
    'house(id: ID!): House @cacheControl(maxAge: 60, scope: "PRIVATE")',
    'houses: [House!] @cacheControl(maxAge: 60, scope: "PRIVATE")',
    'guests: [Guest!]',
    'motto: String',
    'build: House',
    'type House {',
    'id: ID! @cacheControl(maxAge: 60, scope: "PRIVATE")',
    'name: String @cacheControl(maxAge: 5, scope: "PUBLIC")',
    'rooms(first: Int): Int',
    'guests: [Guest!]!',
    'next: House @cacheControl(maxAge: 60, scope: "PRIVATE")',
    '@composeDirective(name: "@cacheControl")',
  ]) {
    expect(lines.some((each) => each.endsWith(line))).toBe(true);
  }
});

it('leaves a schema alone that says nothing of it', () => {
  const sdl = 'type Query { house: House }\ntype House { id: ID! }';
  expect(spread(sdl)).toBe(print(parse(sdl)));
});
