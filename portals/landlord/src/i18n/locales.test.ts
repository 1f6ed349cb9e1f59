import { localeCookie } from './locale-cookie';
import { localeFor } from './locales';

it('the first language of ours that a browser asks for is taken', () => {
  expect(localeFor('fr-CH, fr;q=0.9, uk-UA;q=0.8, de;q=0.7')).toBe('uk');
  expect(localeFor('de-AT')).toBe('de');
});

it('a browser that asks for none of ours gets English', () => {
  expect(localeFor('fr, it;q=0.5')).toBe('en');
  expect(localeFor('')).toBe('en');
  expect(localeFor(null)).toBe('en');
});

it('a chosen language is kept for a year on every page, and gone at once when it is forgotten', () => {
  expect(localeCookie('uk')).toBe('propertea-locale=uk; path=/; max-age=31536000; samesite=lax');
  expect(localeCookie(null)).toBe('propertea-locale=; path=/; max-age=0; samesite=lax');
});
