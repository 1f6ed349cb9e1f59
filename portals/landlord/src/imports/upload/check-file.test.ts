import { MAX_FILE_BYTES, problemOf } from './check-file';

const bytes = (...list: number[]) => new Blob([new Uint8Array(list)]);

describe('a file that somebody has chosen', () => {
  it('is sent when it is UTF-8 text, with a byte order mark or without', async () => {
    expect(await problemOf(new Blob(['company_code,street\nÄ,Straße']))).toBeUndefined();
    expect(await problemOf(new Blob(['\uFEFFa,b\n1,2']))).toBeUndefined();
  });

  it('is not taken for wrong where its beginning ends within a character', async () => {
    const text = `a${'є'.repeat(40_000)}`;
    expect(await problemOf(new Blob([text]))).toBeUndefined();
  });

  it('is refused before it is sent when it is too large or empty', async () => {
    expect(await problemOf(new Blob([new Uint8Array(MAX_FILE_BYTES + 1)]))).toBe('FILE_TOO_LARGE');
    expect(await problemOf(new Blob([]))).toBe('EMPTY_FILE');
  });

  it.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 1), 'WORKBOOK'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'WORKBOOK'],
    ['a PDF', new Blob(['%PDF-1.7']), 'PDF'],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0), 'UTF16'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'NOT_TEXT'],
    ['bytes without a zero', bytes(1, 2, 3, 0xff, 4, 5), 'NOT_TEXT'],
    ['Windows-1252', new Blob([new Uint8Array([0x53, 0x74, 0x72, 0x61, 0xdf, 0x65])]), 'NOT_UTF8'],
  ] as const)('%s is told apart', async (_, file, problem) => {
    expect(await problemOf(file)).toBe(problem);
  });

  it('is said to be unreadable when it is gone', async () => {
    const gone = new Blob(['a,b']);
    gone.slice = () => {
      throw new Error('gone');
    };
    expect(await problemOf(gone)).toBe('UNREADABLE');
  });
});
