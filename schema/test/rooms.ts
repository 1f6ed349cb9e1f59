import type { RoomSdl } from '../compose/index.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@tag", "@inaccessible", "@shareable", "@external", "@authenticated", "@listSize"
])
`;

/** A room as it would be committed: federation link and types. */
export const room = (name: string, types: string): RoomSdl => ({ name, sdl: `${link}${types}` });

/** Two small rooms that compose and keep every convention. */
export const homes = room(
  'homes',
  `
"What may be read."
type Query {
  "One home, or null."
  home("Its id." id: ID!): Home @tag(name: "public")
}

"A place to live."
type Home @key(fields: "id") @authenticated {
  "Prefix and base32."
  id: ID! @tag(name: "public")
  "As on the door."
  code: String! @tag(name: "public")
  "How it is let."
  category: Category! @tag(name: "public")
  "What the office thinks of it."
  remark: String
  "What the database calls it."
  rowId: String @inaccessible
}

"How a home is let."
enum Category @tag(name: "public") {
  "In a house with others."
  FLAT
  "Stands alone."
  HOUSE
}
`,
);

export const people = room(
  'people',
  `
"What may be read."
type Query {
  "Who is signed in."
  viewer: Person
}

"Somebody."
type Person @key(fields: "id") {
  "Prefix and base32."
  id: ID!
  "What they are called."
  name: String!
}

"A place to live."
type Home @key(fields: "id") {
  "Prefix and base32."
  id: ID!
  "Who lives there."
  resident: Person
}
`,
);

export const rooms = [homes, people];

/** The same room with one part of its SDL replaced; fails where there is nothing to replace. */
export function changed(original: RoomSdl, from: string, to: string): RoomSdl {
  if (!original.sdl.includes(from)) throw new Error(`${original.name} has no ${from}`);
  return { ...original, sdl: original.sdl.replace(from, to) };
}
