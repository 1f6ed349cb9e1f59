import type { RoomContext } from '@propertea/chassis/graph';

/** A statement that selects ids, and its parameters. */
export interface IdSet {
  sql: string;
  parameters: string[];
}

const OF_ORGANIZATION = 'organization_id = (select app.organization_id())';
const WORDS = `select w.aggregate_id from leasing.search_words w where w.${OF_ORGANIZATION} and w.word ^@ ?`;

/** Leases whose number or one of whose parties has a word with this beginning. */
export function leasesByWord(word: string): IdSet {
  return { sql: `${WORDS} and w.kind = 'Lease'`, parameters: [word] };
}

/** Properties that have a word with this beginning, or whose company has this code. */
export function propertiesByWord(word: string): IdSet {
  const owned = `select p.id from leasing.properties p
    join leasing.companies c on c.organization_id = p.organization_id and c.id = p.company_id
    where p.${OF_ORGANIZATION} and c.code = ?`;
  return {
    sql: `${WORDS} and w.kind = 'Property' union all ${owned}`,
    parameters: [word, word.toUpperCase()],
  };
}

/** Properties of one of these codes. */
export function propertiesOfCodes(codes: readonly string[]): IdSet {
  return {
    sql: `select p.id from leasing.properties p where p.${OF_ORGANIZATION} and p.code = any (?::text[])`,
    parameters: [`{${codes.join(',')}}`],
  };
}

/**
 * The ids of each set, in one statement, as the text of an array: `{}` where there are none. Given back
 * as a constant they tell the planner how many rows to expect, and long lists are looked up by hash;
 * a subquery would do neither.
 */
export async function readIdSets(context: RoomContext, sets: readonly IdSet[]): Promise<string[]> {
  if (sets.length === 0) return [];
  const em = await context.em();
  const [row] = await em.execute<Record<string, string>[]>(
    `select ${sets.map(({ sql }, index) => `array(select distinct * from (${sql}) s)::text as s${index}`).join(', ')}`,
    sets.flatMap(({ parameters }) => parameters),
  );
  return sets.map((_, index) => row?.[`s${index}`] ?? '{}');
}
