/** By which an API key is known for one, by people, programs and scanners for secrets. */
export const API_KEY_PREFIX = 'ptk_';

/** In which a program may send its key, instead of as a bearer token. */
export const API_KEY_HEADER = 'x-api-key';

const FORM = /^ptk_[\w-]{43}$/;

/** Whether the text is meant as an API key, be it a good one or not. */
export function isMeantAsApiKey(text: string): boolean {
  return text.startsWith(API_KEY_PREFIX);
}

/** Whether the text has the form of an API key: the prefix and 256 bits as base64url. */
export function hasApiKeyForm(text: string): boolean {
  return FORM.test(text);
}
