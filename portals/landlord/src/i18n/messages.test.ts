import { readFileSync, readdirSync } from 'node:fs';
import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { Kind, parse as parseSchema } from 'graphql';
import { LOCALES } from './locales';
import { NAMESPACES } from './namespaces';

const FOLDER = new URL('../../messages/', import.meta.url);
const SCHEMA = new URL('../../../../schema/api.graphql', import.meta.url);
const LANGUAGES = Object.keys(LOCALES);
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Groups of `enums` that are words of the portal and not of the schema. */
const OWN_GROUPS = new Set(['Life']);

type Messages = Map<string, string>;

const texts = new Map(LANGUAGES.map((language) => [language, messagesOf(language)]));

/** Every text of a language by its whole key, such as `shell.places.units`. */
function messagesOf(language: string): Messages {
  const found: Messages = new Map();
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${key}.${name}`);
  };
  for (const name of NAMESPACES) {
    const file = new URL(`${language}/${name}.json`, FOLDER);
    walk(JSON.parse(readFileSync(file, 'utf8')), name);
  }
  return found;
}

function of(language: string): Messages {
  return texts.get(language) ?? new Map<string, string>();
}

/** Every element of a message, those inside of plurals, selects and tags too. */
function elementsOf(message: string): MessageFormatElement[] {
  const walk = (elements: MessageFormatElement[]): MessageFormatElement[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        return [element, ...Object.values(element.options).flatMap(({ value }) => walk(value))];
      }
      return element.type === TYPE.tag ? [element, ...walk(element.children)] : [element];
    });
  return walk(parse(message));
}

function argumentsOf(message: string): string[] {
  const names = elementsOf(message).flatMap((element) =>
    element.type === TYPE.literal || element.type === TYPE.pound ? [] : [element.value],
  );
  return [...new Set(names)].toSorted();
}

/** The keys of the messages for which `isWrong` says what is wrong. */
function wrong(language: string, isWrong: (text: string, key: string) => unknown): string[] {
  return [...of(language)]
    .filter(([key, text]) => isWrong(text, key))
    .map(([key, text]) => `${key}: ${text}`);
}

it('there are texts', () => {
  expect(of('en').size).toBeGreaterThan(100);
});

it('the folders are the languages, and their files the namespaces', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(LANGUAGES.toSorted());
  for (const language of LANGUAGES) {
    const files = readdirSync(new URL(language, FOLDER)).toSorted();
    expect({ language, files }).toEqual({
      language,
      files: NAMESPACES.map((name) => `${name}.json`).toSorted(),
    });
  }
});

it.each(OTHERS)('%s says all that English says, and nothing else', (language) => {
  expect([...of(language).keys()].toSorted()).toEqual([...of('en').keys()].toSorted());
});

it.each(LANGUAGES)('%s leaves nothing empty', (language) => {
  expect(wrong(language, (text) => text.trim() === '')).toEqual([]);
});

it.each(LANGUAGES)('%s can be read by ICU', (language) => {
  const isBroken = (text: string) => {
    try {
      parse(text);
      return false;
    } catch {
      return true;
    }
  };
  expect(wrong(language, isBroken)).toEqual([]);
});

it.each(OTHERS)('%s uses the arguments that English uses', (language) => {
  const isOther = (text: string, key: string) => {
    const mine = argumentsOf(text);
    const english = argumentsOf(of('en').get(key) ?? '');
    // A room's own words are English; another language may say it without them.
    if (key.startsWith('forms.codes.')) return mine.some((name) => !english.includes(name));
    return mine.join() !== english.join();
  };
  expect(wrong(language, isOther)).toEqual([]);
});

it.each(LANGUAGES)('%s has every form of its plurals', (language) => {
  const lacksForm = (text: string) =>
    elementsOf(text).some((element) => {
      if (element.type !== TYPE.plural) return false;
      const type = element.pluralType ?? 'cardinal';
      const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
      return pluralCategories.some((category) => !(category in element.options));
    });
  expect(wrong(language, lacksForm)).toEqual([]);
});

it('Ukrainian plurals have one, few, many and other', () => {
  expect(new Intl.PluralRules('uk').resolvedOptions().pluralCategories.toSorted()).toEqual([
    'few',
    'many',
    'one',
    'other',
  ]);
});

it('German says “Sie”', () => {
  expect(
    wrong('de', (text) => /\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b/iu.test(text)),
  ).toEqual([]);
});

it('every value of an enum of the schema has a word, and no other has', () => {
  const schema = parseSchema(readFileSync(SCHEMA, 'utf8'));
  const values = new Map(
    schema.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION
        ? [
            [
              definition.name.value,
              (definition.values ?? []).map(({ name }) => name.value),
            ] as const,
          ]
        : [],
    ),
  );
  const keys = [...of('en').keys()].filter((key) => key.startsWith('enums.'));
  const groups = new Set(keys.map((key) => key.split('.')[1] ?? ''));
  expect(groups.size).toBeGreaterThan(OWN_GROUPS.size);
  for (const group of groups) {
    if (OWN_GROUPS.has(group)) continue;
    const words = keys.flatMap((key) => {
      const [, name, word] = key.split('.');
      return name === group && word ? [word] : [];
    });
    expect({ group, words: words.toSorted() }).toEqual({
      group,
      words: values.get(group)?.toSorted(),
    });
  }
});
