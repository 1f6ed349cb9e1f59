import { isDeepStrictEqual } from 'node:util';
import type { StormCaller } from './caller.js';
import type { QueryTally } from './tally.js';

const QUERY = 'query ($of: Int!) { viewer { id } echo(of: $of) units { id readBy leasedTo } }';
const PAUSE_MS = 20;

interface Unit {
  id: string;
  readBy: string | null;
  leasedTo: string | null;
}
interface Body {
  data?: { viewer?: { id: string } | null; echo?: number | null; units?: Unit[] | null } | null;
  errors?: { path?: (string | number)[]; extensions?: { code?: string } }[];
}

/** Callers who ask one query after the other, each for a number of its own, and check what they get. */
export class Queries {
  readonly #running: Promise<unknown>[] = [];
  #isOver = false;
  #count = 0;

  constructor(
    private readonly url: string,
    private readonly tally: QueryTally,
  ) {}

  /** `width` of them are under way at a time. */
  start(callers: readonly StormCaller[], width: number): void {
    for (let first = 0; first < width; first += 1) {
      this.#running.push(this.#askOn(callers, first, width));
    }
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  async #askOn(callers: readonly StormCaller[], first: number, step: number): Promise<void> {
    for (let turn = first; !this.#isOver; turn += step) {
      const caller = callers[turn % callers.length];
      if (caller) await this.#ask(caller);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async #ask(caller: StormCaller): Promise<void> {
    const of = (this.#count += 1);
    const { tally } = this;
    tally.sent += 1;
    let text: string;
    try {
      const answer = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...caller.headers },
        body: JSON.stringify({ query: QUERY, variables: { of } }),
      });
      text = await answer.text();
    } catch (error) {
      tally.lost.push(String(error));
      tally.troubledAt = Date.now();
      return;
    }
    const codes = judge(text, caller, of, tally);
    if (codes.length > 0) tally.troubledAt = Date.now();
    // As a browser does whose session is over; while that cannot be, the next one tries again.
    if (codes.includes('UNAUTHENTICATED')) await caller.signIn().catch(() => undefined);
  }
}

/** Files an answer with the tally; returns the codes of its errors. */
function judge(text: string, caller: StormCaller, of: number, tally: QueryTally): string[] {
  const { data, errors = [] } = JSON.parse(text) as Body;
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
  const code = [...new Set(codes)].toSorted().join('+');
  const [user] = caller.said.split(' ');
  const others = data?.units?.flatMap((unit) => [unit.readBy, unit.leasedTo]) ?? [];
  const isForeign =
    (data?.viewer && data.viewer.id !== user) ||
    others.some((said) => said !== null && said !== caller.said);
  const isRefused = !data || Object.values(data).every((value) => value === null);
  if (isForeign) tally.foreign.push(text);
  else if (data ? !isExplained({ data, errors }, of) : codes.length === 0) tally.wrong.push(text);
  else if (isRefused) {
    tally.refused.add(code);
    if (caller.credential === 'bearer') tally.tokensRefused += 1;
  } else if (codes.length === 0) tally.right += 1;
  else {
    tally.partly.add(code);
    for (const field of missingOf(data)) tally.missing.add(field);
  }
  return codes;
}

/** The fields that are null, each once. */
function missingOf({ units, ...others }: NonNullable<Body['data']>): Set<string> {
  const places = [{ ...others, units }, ...(units ?? [])];
  const fields = places.flatMap((place) => Object.entries(place));
  return new Set(fields.flatMap(([name, value]) => (value === null ? [name] : [])));
}

/** Whether every field is right, or null with an error at its path or above it. */
function isExplained({ data, errors = [] }: Body, of: number): boolean {
  const paths = errors.map(({ path }) => path ?? []);
  const isTold = (...place: (string | number)[]) =>
    paths.some((path) => isDeepStrictEqual(path, place.slice(0, path.length)));
  const { viewer, echo, units } = data ?? {};
  if (viewer === undefined || (viewer === null && !isTold('viewer'))) return false;
  if (echo !== of && !(echo === null && isTold('echo'))) return false;
  if (!units) return units === null && isTold('units');
  return (
    units.length === 3 &&
    units.every(
      (unit, index) =>
        typeof unit.id === 'string' &&
        (unit.readBy !== null || isTold('units', index, 'readBy')) &&
        (unit.leasedTo !== null || isTold('units', index, 'leasedTo')),
    )
  );
}
