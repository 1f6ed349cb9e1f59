import { UnitCategory } from '../unit/unit-category.js';
import { plainTitle } from './header.js';
import { closest } from './suggestion.js';

const categories: Readonly<Record<UnitCategory, readonly string[]>> = {
  APARTMENT: ['apt', 'flat', 'condo', 'studio', 'residential', 'home', 'wohnung', 'квартира'],
  HOUSE: ['single family', 'townhouse', 'villa', 'haus', 'будинок'],
  COMMERCIAL: ['office', 'shop', 'store', 'retail', 'business', 'gewerbe', 'büro', 'офіс'],
  PARKING: ['garage', 'carport', 'parking space', 'car park', 'stellplatz', 'паркінг', 'гараж'],
  OTHER: ['storage', 'cellar', 'keller', 'lager', 'інше'],
};

const byName = new Map(
  Object.entries(categories).flatMap(([category, names]) =>
    [category, ...names].map((name): [string, string] => [plainTitle(name), category]),
  ),
);

/** The category that a cell probably means: another word for one, or a misspelling. */
export function suggestCategory(text: string): string | undefined {
  const plain = plainTitle(text);
  return byName.get(plain) ?? byName.get(closest(plain, byName.keys()) ?? '');
}

let countries: Map<string, string> | undefined;

/** Names of all countries in the languages of the portals, and the abbreviations that lists use. */
function countryNames(): Map<string, string> {
  if (countries) return countries;
  countries = new Map([
    ['usa', 'US'],
    ['uk', 'GB'],
    ['ger', 'DE'],
    ['deu', 'DE'],
    ['ukr', 'UA'],
  ]);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const language of ['en', 'uk', 'de']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      // Retired codes, such as DD, have the names of others.
      const isRetired = Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
      if (name === undefined || isRetired || countries.has(plainTitle(name))) continue;
      countries.set(plainTitle(name), code);
    }
  }
  return countries;
}

/** The two letters of a country that a cell names in English, Ukrainian or German. */
export function suggestCountry(text: string): string | undefined {
  const names = countryNames();
  const plain = plainTitle(text);
  return (
    names.get(plain) ??
    (plain.length > 4 ? names.get(closest(plain, names.keys()) ?? '') : undefined)
  );
}
