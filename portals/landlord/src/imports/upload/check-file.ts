/** As much as the room takes (properties, import/limits.ts): more is refused before it is sent. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

const HEAD_BYTES = 64 * 1024;

/** Why a file is not sent at all: keys of the messages `imports.refusals`. */
export type FileProblem =
  | 'FILE_TOO_LARGE'
  | 'EMPTY_FILE'
  | 'WORKBOOK'
  | 'PDF'
  | 'UTF16'
  | 'NOT_TEXT'
  | 'NOT_UTF8'
  | 'UNREADABLE';

/** By their first bytes, kinds of files that people take for a list. */
const SIGNATURES: readonly (readonly [FileProblem, readonly number[]])[] = [
  ['UTF16', [0xff, 0xfe]],
  ['UTF16', [0xfe, 0xff]],
  ['WORKBOOK', [0x50, 0x4b, 0x03, 0x04]],
  ['WORKBOOK', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
];

/** What is wrong with a file as far as its size and its beginning show; the room looks at the rest. */
export async function problemOf(file: Blob): Promise<FileProblem | undefined> {
  if (file.size > MAX_FILE_BYTES) return 'FILE_TOO_LARGE';
  if (file.size === 0) return 'EMPTY_FILE';
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return problemOfHead(head, head.length < file.size);
  } catch {
    // A folder, or a file that was moved or changed after it was chosen.
    return 'UNREADABLE';
  }
}

function problemOfHead(head: Uint8Array, goesOn: boolean): FileProblem | undefined {
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (known) return known[0];
  if (head.includes(0)) return 'NOT_TEXT';
  try {
    // A character may be cut in two where the head ends.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: goesOn });
    return undefined;
  } catch {
    return looksBinary(head) ? 'NOT_TEXT' : 'NOT_UTF8';
  }
}

/** Text of another encoding has hardly any control characters; a picture or a program has many. */
function looksBinary(head: Uint8Array): boolean {
  const controls = head.filter((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
  return controls.length > head.length / 50;
}
