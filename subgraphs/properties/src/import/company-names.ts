import { distance } from 'fastest-levenshtein';
import { normalName } from './address.js';
import { closest } from './suggestion.js';

/** A company that rows may belong to. */
export interface KnownCompany {
  id: string;
  code: string;
  name: string;
}

/** Finds the company that a cell names by its code or its name, letter case and spacing aside. */
export class CompanyDirectory {
  readonly #byCode = new Map<string, KnownCompany>();
  readonly #byName = new Map<string, KnownCompany | null>();

  constructor(companies: readonly KnownCompany[]) {
    for (const company of companies) {
      this.#byCode.set(company.code.toUpperCase(), company);
      const name = normalName(company.name);
      // Two companies of one name can be told apart by their codes only.
      this.#byName.set(name, this.#byName.has(name) ? null : company);
    }
  }

  find(text: string): KnownCompany | undefined {
    return (
      this.#byCode.get(text.trim().toUpperCase()) ?? this.#byName.get(normalName(text)) ?? undefined
    );
  }

  /** The name or code that comes nearest to one that is not there. */
  suggest(text: string): string | undefined {
    const names = [...this.#byName.values()].flatMap((company) => (company ? [company.name] : []));
    return (
      closest(text, names) ?? this.#sameBusiness(text, names) ?? closest(text, this.#byCode.keys())
    );
  }

  #sameBusiness(text: string, names: readonly string[]): string | undefined {
    const wanted = businessName(text);
    return names.find((name) => isSimilar(wanted, businessName(name)));
  }
}

/** Takes every company that a list names as given: what a list says before any portfolio exists. */
export class AnyCompany extends CompanyDirectory {
  readonly #met = new Map<string, KnownCompany>();

  constructor() {
    super([]);
  }

  override find(text: string): KnownCompany | undefined {
    const name = normalName(text);
    if (name === '') return undefined;
    const company = this.#met.get(name) ?? { id: name, code: name, name: text.trim() };
    this.#met.set(name, company);
    return company;
  }
}

const LEGAL_FORMS =
  /\b(the|inc|llc|llp|ltd|limited|lp|corp|corporation|co|cos|company|companies|nfp|gmbh|ag|services?|group)\b/gu;

/** A company's name without its legal form: `The Community Builders, Inc.` → `communitybuilders`. */
function businessName(name: string): string {
  return normalName(name)
    .replace(/&/gu, ' and ')
    .replace(/[.,'’]/gu, '')
    .replace(/\bapartments\b/gu, 'apts')
    .replace(LEGAL_FORMS, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const MIN_LENGTH_FOR_TYPOS = 8;
const MAX_TYPOS = 2;
/** Companies that are called by initials differ in nothing else. */
const SAME_START = 3;

function isSimilar(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  if (Math.min(a.length, b.length) < MIN_LENGTH_FOR_TYPOS) return false;
  if (a.slice(0, SAME_START) !== b.slice(0, SAME_START)) return false;
  return Math.abs(a.length - b.length) <= MAX_TYPOS && distance(a, b) <= MAX_TYPOS;
}

const COMPARED_NAMES = 2_000;

/** Remembers the names of a list and says which earlier one a new name resembles. */
export class SimilarNames {
  readonly #names = new Map<string, { name: string; business: string }>();

  /** The earlier name that differs from this one only in its legal form or by up to two letters. */
  resembles(name: string): string | undefined {
    const normal = normalName(name);
    if (this.#names.has(normal)) return undefined;
    const business = businessName(name);
    const found = [...this.#names.values()].find((earlier) =>
      isSimilar(business, earlier.business),
    );
    // Past this many companies a comparison of all pairs would cost more than it tells.
    if (this.#names.size < COMPARED_NAMES) this.#names.set(normal, { name, business });
    return found?.name;
  }
}
