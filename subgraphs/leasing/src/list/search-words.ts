import { Fault } from '@propertea/kernel';

const MAX_CHARACTERS = 200;
const MAX_WORDS = 8;

/**
 * The words of what somebody searches for, as leasing.words_of keeps them: small, without accents.
 * Undefined where nothing is searched for; an empty list matches nothing.
 */
export function searchWords(search: string | null | undefined): string[] | undefined {
  const text = search?.trim();
  if (!text) return undefined;
  if (text.length > MAX_CHARACTERS) {
    throw new Fault('BAD_USER_INPUT', `"search" takes at most ${MAX_CHARACTERS} characters.`);
  }
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MAX_WORDS);
}
