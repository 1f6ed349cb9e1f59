import { toCsv } from './csv';

/** The lines of a CSV without its byte order mark and its last line break. */
const lines = (text: string) => text.slice(1, -2).split('\r\n');

it('begins with the mark by which spreadsheets know UTF-8, and ends every line as RFC 4180 says', () => {
  expect(toCsv([['a', 'b'], ['c']])).toBe('\uFEFFa,b\r\nc\r\n');
});

it('quotes what would be read as more than one cell or line', () => {
  expect(lines(toCsv([['a,b', 'say "tea"', 'no quotes']]))).toEqual([
    '"a,b","say ""tea""",no quotes',
  ]);
  expect(toCsv([['two\nlines', 'two\r\nlines']])).toBe('\uFEFF"two\nlines","two\r\nlines"\r\n');
});

it('leaves a cell empty where there is nothing', () => {
  expect(lines(toCsv([[null, undefined, '', 0]]))).toEqual([',,,0']);
});

it('keeps a text a text that a spreadsheet would carry out', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
  for (const formula of formulas) {
    const [cell] = toCsv([[formula]])
      .slice(1)
      .split('\r\n');
    expect(cell?.replace(/^"/, '')).toMatch(/^'/);
  }
  expect(lines(toCsv([['=HYPERLINK("http://a","b")']]))).toEqual([
    `"'=HYPERLINK(""http://a"",""b"")"`,
  ]);
});

it('leaves numbers numbers, those below zero too', () => {
  expect(lines(toCsv([[-5, 1.5, 24_440]]))).toEqual(['-5,1.5,24440']);
});

it('keeps every letter of every script', () => {
  const words = ['Львів, вул. Зелена', 'Grüße aus Köln', '東京', '🫖', 'e\u0301'];
  const [line] = lines(toCsv([words]));
  expect(line).toBe('"Львів, вул. Зелена",Grüße aus Köln,東京,🫖,e\u0301');
});
