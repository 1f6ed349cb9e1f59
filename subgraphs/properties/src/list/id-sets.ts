import type { RoomContext } from '@propertea/chassis/graph';

/** A statement that selects ids, and its parameters. */
export interface IdSet {
  sql: string;
  parameters: string[];
}

/** A code as a whole, or by its beginning. */
type Code = { code: string } | { beginning: string };

const OF_ORGANIZATION = 'organization_id = (select app.organization_id())';

const comparison = (code: Code): string => ('code' in code ? '= ?' : '^@ ?');
const parameter = (code: Code): string => ('code' in code ? code.code : code.beginning);

/** Properties of a code; of the company of that code, where one is given. */
export function propertyIds(code: Code, { company }: { company?: string | undefined }): IdSet {
  const plain = `select p.id from properties.properties p where p.${OF_ORGANIZATION} and p.code ${comparison(code)}`;
  if (company === undefined) return { sql: plain, parameters: [parameter(code)] };
  const owners = `select c.id from properties.companies c where c.${OF_ORGANIZATION} and c.code = ?`;
  return {
    sql: `${plain} and p.company_id = any (array(${owners}))`,
    parameters: [parameter(code), company],
  };
}

/** Buildings of a code; of properties of that code, where one is given. */
export function buildingIds(
  code: Code,
  { property, company }: { property?: string | undefined; company?: string | undefined },
): IdSet {
  const plain = `select b.id from properties.buildings b where b.${OF_ORGANIZATION} and b.code ${comparison(code)}`;
  if (property === undefined) return { sql: plain, parameters: [parameter(code)] };
  const places = propertyIds({ code: property }, { company });
  return {
    sql: `${plain} and b.property_id = any (array(${places.sql}))`,
    parameters: [parameter(code), ...places.parameters],
  };
}

const WORDS = `select w.aggregate_id from properties.search_words w where w.${OF_ORGANIZATION} and w.word ^@ ?`;

/** Buildings that have a word with this beginning. */
export function buildingsByWord(word: string): IdSet {
  return { sql: `${WORDS} and w.kind = 'Building'`, parameters: [word] };
}

/**
 * Properties that have a word with this beginning, or whose company has this code; the beginning of a
 * company's code would find too much.
 */
export function propertiesByWord(word: string): IdSet {
  const owned = `select p.id from properties.properties p
    join properties.companies c on c.organization_id = p.organization_id and c.id = p.company_id
    where p.${OF_ORGANIZATION} and c.code = ?`;
  return {
    sql: `${WORDS} and w.kind = 'Property' union all ${owned}`,
    parameters: [word, word.toUpperCase()],
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
