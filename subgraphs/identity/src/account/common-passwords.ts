/** Words that most guessed passwords are made of, in the form that `essence` gives. */
const WORDS = new Set(
  `password passwort kennwort motdepasse contrasena senha wachtwoord haslo parola admin administrator
  welcome willkommen bienvenue bienvenido letmein iloveyou ichliebedich teamo tequiero sunshine princess
  prinzessin football fussball baseball basketball superman batman spiderman starwars dragon monkey
  master shadow michael jennifer jessica charlie jordan daniel thomas robert matthew andrew joshua
  ashley amanda nicole michelle hunter ranger buster soccer hockey tigger killer pepper ginger
  summer winter spring autumn sommer fruehling herbst january february march april june july august
  september october november december januar februar maerz monday tuesday wednesday thursday friday
  saturday sunday montag dienstag freitag sonntag computer internet samsung google facebook youtube
  linkedin microsoft windows android iphone pokemon minecraft liverpool chelsea arsenal barcelona
  realmadrid manchester chicago newyork london berlin hamburg muenchen paris madrid
  changeme secret default login guest access test testing example demo property propertea landlord
  tenant apartment mypassword yourpassword newpassword thepassword passwordpassword adminadmin
  whatever freedom trustno hello helloworld qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop
  asdfghjkl asdfgh zxcvbnm yxcvbnm qazwsx qazwsxedc onetwothree abcdef abcdefg abcdefgh blahblah`
    .split(/\s+/)
    .filter(Boolean),
);

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
];

const LEET: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't' };

/** The word inside a password: lower case, `@`, `$` and digits read as letters, the tail cut off. */
function essence(password: string): string {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[\d\W_]+/u, '').replace(/[\d\W_]+$/u, '');
  return core
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(/[013457]/g, (digit) => LEET[digit] ?? digit)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isRun(text: string): boolean {
  const reversed = [...text].toReversed().join('');
  return ROWS.some((row) => row.includes(text) || row.includes(reversed));
}

/** Whether the text is one piece of at most five characters over and over: `abcabcabca`. */
function isRepetition(text: string): boolean {
  for (let length = 1; length <= 5; length++) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length) === text
    ) {
      return true;
    }
  }
  return false;
}

/**
 * Whether somebody who guesses would try this password early: a common word with decoration, a walk
 * over the keyboard, a repetition, or what is known of the person (address, name).
 */
export function isCommonPassword(password: string, personal: readonly string[] = []): boolean {
  const lower = password.toLowerCase();
  if (isRepetition(lower) || new Set(lower).size < 4) return true;
  if (isRun(lower)) return true;
  const core = essence(password);
  if (core.length < 4) return /^[\d\s./-]+$/.test(lower) || lower.length < 12;
  if (WORDS.has(core) || isRun(core) || isRepetition(core)) return true;
  for (let cut = 4; cut <= core.length - 4; cut++) {
    if (WORDS.has(core.slice(0, cut)) && WORDS.has(core.slice(cut))) return true;
  }
  return personal
    .flatMap((text) => [text, text.split('@')[0] ?? '', ...text.split(/[\s@._-]+/)])
    .map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .some(
      (text) =>
        text.length >= 4 && (core === text || lower.replace(/[^\p{L}\p{N}]/gu, '') === text),
    );
}
