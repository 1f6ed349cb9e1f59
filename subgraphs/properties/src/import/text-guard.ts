import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './finding.js';

const NEW_LINE = 0x0a;

/** What the first bytes of a file that is no UTF-8 text give away, and what to do about it. */
const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0xff, 0xfe], 'The file is encoded as UTF-16'],
  [[0xfe, 0xff], 'The file is encoded as UTF-16'],
  [[0x50, 0x4b, 0x03, 0x04], 'The file is a workbook or an archive, not a CSV file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'The file is an old Excel workbook, not a CSV file'],
  [[0x25, 0x50, 0x44, 0x46], 'The file is a PDF, not a CSV file'],
];

/** Length of the incomplete UTF-8 sequence at the end of `bytes`: 0 to 3. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Index of the first byte that belongs to no UTF-8 character; `bytes` is known to hold one. */
function firstWrongByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    const head = bytes.subarray(0, middle);
    if (isUtf8(head.subarray(0, middle - openTail(head)))) good = middle;
    else bad = middle;
  }
  return good - openTail(bytes.subarray(0, good));
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) lines++;
  return lines;
}

/**
 * Passes the bytes of a text file on in whole characters. Throws `UnreadableFile` with the line and
 * the byte where they are no UTF-8 or no text.
 */
export async function* guardText(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0);
  let line = 1;
  let offset = 0;
  const check = (bytes: Buffer): void => {
    if (!isUtf8(bytes)) {
      const at = firstWrongByte(bytes);
      const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
      throw new UnreadableFile(
        'NOT_UTF8',
        `Line ${line + linesIn(bytes.subarray(0, at))} is not UTF-8: byte 0x${byte} at position ${offset + at} of the file.`,
        { value: `0x${byte}`, suggestion: 'Save the file as “CSV UTF-8”.' },
      );
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
      throw new UnreadableFile(
        'NOT_TEXT',
        `Line ${line + linesIn(bytes.subarray(0, nul))} holds a NUL byte at position ${offset + nul}: this is no text file.`,
        { suggestion: 'Export the list again as “CSV UTF-8”.' },
      );
    }
  };
  for await (const piece of source) {
    const bytes: Buffer = carried.length
      ? Buffer.concat([carried, piece])
      : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (offset === 0) refuseSignature(bytes);
    const whole = bytes.subarray(0, bytes.length - openTail(bytes));
    check(whole);
    line += linesIn(whole);
    offset += whole.length;
    carried = bytes.subarray(whole.length);
    if (whole.length > 0) yield whole;
  }
  if (carried.length > 0) check(carried);
  if (offset === 0) {
    throw new UnreadableFile('EMPTY_FILE', 'The file is empty.', {
      suggestion: 'Export the list again and check that it has rows.',
    });
  }
}

function refuseSignature(bytes: Buffer): void {
  for (const [signature, what] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      const code = what.includes('UTF-16') ? 'NOT_UTF8' : 'NOT_TEXT';
      throw new UnreadableFile(code, `${what}.`, { suggestion: 'Save the file as “CSV UTF-8”.' });
    }
  }
}
