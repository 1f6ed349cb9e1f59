import { ID_PREFIXES } from '@propertea/kernel';

/** Every form of a room's and its aggregate's name that the templates use. */
export interface RoomNames {
  /** Folder, schema and subgraph: `leasing`. */
  room: string;
  /** GraphQL type and entity class: `ServiceOrder`. */
  Type: string;
  /** Query and variable: `serviceOrder`. */
  one: string;
  /** Connection: `serviceOrders`. */
  many: string;
  Many: string;
  /** File names: `service-order`, `service-orders`. */
  file: string;
  files: string;
  /** Aggregate in the names of events: `service-order`. */
  event: string;
  /** `service_orders`. */
  table: string;
  /** `SERVICE_ORDER`. */
  CONSTANT: string;
  /** In a sentence: `service order`, `service orders`. */
  words: string;
  manyWords: string;
  /** Of its ids at the edge: `serviceorder`. */
  prefix: string;
}

/** A name that cannot be used; the message says why in one sentence. */
export class NameRefused extends Error {}

const taken = new Set(
  `app audit bench bus chassis events executor gate gateway information kernel local postgres public schema
  testkit ui`.split(/\s+/),
);

// Words that PostgreSQL or JavaScript keep for themselves; names are used unquoted in both.
const reserved = new Set(
  `all analyse analyze and any array as asc async asymmetric authorization await between binary both
  break case cast catch check class collate collation column concurrently const constraint continue
  create cross current debugger default deferrable delete desc distinct do else end enum except
  export extends false fetch finally for foreign freeze from full function grant group having if
  ilike implements import in initially inner instanceof interface intersect into is isnull join
  lateral leading left let like limit localtime natural new not notnull null offset on only or order
  outer overlaps package placing primary private protected references return returning right select
  session similar some static super switch symmetric table tablesample then this throw to trailing
  true try typeof undefined union unique user using var variadic verbose void when where while
  window with yield`.split(/\s+/),
);

// Names that the generated files use for other things.
const spoken = new Set(
  `administrator after audit context em emit env errors filter first history id identity input name
  node organization page running send sort staff user version violations who`.split(/\s+/),
);

/** English, as far as names of things go. */
export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function singularOf(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;

/**
 * The names of a room `payments` with the aggregate `Payment`, or with the one that is given. Throws
 * NameRefused for what is malformed, reserved, or used by another room already.
 */
export function roomNames(room: string, aggregate = capital(singularOf(room))): RoomNames {
  if (!/^[a-z]{2,30}$/.test(room)) {
    throw new NameRefused(
      `"${room}" is no name for a room: 2 to 30 small letters, such as leasing.`,
    );
  }
  if ([taken, reserved, spoken].some((words) => words.has(room)) || room.startsWith('pg')) {
    throw new NameRefused(`"${room}" is a word of the house, of SQL or of JavaScript.`);
  }
  if (!/^([A-Z][a-z]+)+$/.test(aggregate) || aggregate.length > 30) {
    throw new NameRefused(`"${aggregate}" is no name for a type: such as Lease or ServiceOrder.`);
  }
  const words = aggregate.match(/[A-Z][a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
  const last = pluralOf(words.at(-1) ?? '');
  const manyWords = [...words.slice(0, -1), last];
  const camel = (parts: string[]) =>
    parts.map((part, index) => (index === 0 ? part : capital(part))).join('');
  const names: RoomNames = {
    room,
    Type: aggregate,
    one: camel(words),
    many: camel(manyWords),
    Many: capital(camel(manyWords)),
    file: words.join('-'),
    files: manyWords.join('-'),
    event: words.join('-'),
    table: manyWords.join('_'),
    CONSTANT: words.join('_').toUpperCase(),
    words: words.join(' '),
    manyWords: manyWords.join(' '),
    prefix: words.join(''),
  };
  refuseTaken(names);
  return names;
}

function refuseTaken({ Type, one, table, prefix }: RoomNames): void {
  if (Object.keys(ID_PREFIXES).includes(Type)) {
    throw new NameRefused(`The type ${Type} belongs to another room: choose one by --aggregate.`);
  }
  if (Object.values<string>(ID_PREFIXES).includes(prefix)) {
    throw new NameRefused(`Another type has the prefix ${prefix}_: choose a type by --aggregate.`);
  }
  if (reserved.has(one) || reserved.has(table) || spoken.has(one)) {
    throw new NameRefused(
      `"${one}" is a word of the house, of SQL or of JavaScript: choose one by --aggregate.`,
    );
  }
}
