import { randomBytes } from 'node:crypto';
import { UnreadableFile, type Finding } from './finding.js';
import { surveyPortfolio } from './survey.js';

const HEADER =
  'Property Type,Property Name,Address,Zip Code,Management Company,Units,Latitude,Longitude';
const GOOD = 'Senior,Pomeroy,5650 N. Kenmore Ave.,60660,Habitat,3,41.98,-87.65';

async function* pieces(content: Buffer | string, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function refusal(content: Buffer | string, size = 65_536): Promise<Finding> {
  const error: unknown = await surveyPortfolio(pieces(content, size)).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof UnreadableFile))
    throw new Error(`expected a refusal, got ${String(error)}`);
  return error.finding;
}

async function findings(...rows: string[]): Promise<Finding[]> {
  return (await surveyPortfolio(pieces([HEADER, ...rows].join('\n')))).findings;
}

describe('a file that makes no sense is refused with the reason', () => {
  test('random bytes', async () => {
    expect(['NOT_UTF8', 'NOT_TEXT']).toContain((await refusal(randomBytes(4096))).code);
  });

  test.each([
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'NOT_TEXT'],
    ['UTF-16 from Excel', Buffer.from(`\ufeff${HEADER}`, 'utf16le'), 'NOT_UTF8'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'NOT_TEXT'],
    ['NUL bytes', `${HEADER}\nSenior,a\0b`, 'NOT_TEXT'],
    ['nothing', '', 'EMPTY_FILE'],
    ['blank lines', '\n\r\n\n', 'EMPTY_FILE'],
    ['only a header', `${HEADER}\n`, 'NO_ROWS'],
    ['a header and blank lines', `${HEADER}\n\n,,,\n`, 'NO_ROWS'],
    ['semicolons', HEADER.replaceAll(',', ';'), 'WRONG_DELIMITER'],
    ['tabs', HEADER.replaceAll(',', '\t'), 'WRONG_DELIMITER'],
    ['500 KB in one cell', `${HEADER}\n${'x'.repeat(500_000)}`, 'ROW_TOO_LONG'],
    ['500 KB of words', 'lorem ipsum dolor, '.repeat(26_000), 'ROW_TOO_LONG'],
    ['500 KB of short lines', 'a,b\n'.repeat(125_000), 'UNKNOWN_LAYOUT'],
    ['a quote that is never closed', `${HEADER}\nSenior,"Pomeroy\n`, 'MALFORMED_CSV'],
    ['a quote inside a cell', `${HEADER}\nSenior,The "Inn"`, 'MALFORMED_CSV'],
    ['a thousand columns', 'a,'.repeat(1000), 'UNKNOWN_LAYOUT'],
  ])('%s', async (_, content, code) => {
    expect(await refusal(content)).toMatchObject({ row: null, code });
  });

  test('Latin-1 names line, byte and position, even across pieces of one byte', async () => {
    const content = Buffer.from(`${HEADER}\nSenior,Zócalo`, 'latin1');
    for (const size of [1, 3, 65_536]) {
      const { code, message } = await refusal(content, size);
      expect(code).toBe('NOT_UTF8');
      expect(message).toBe(
        `Line 2 is not UTF-8: byte 0xF3 at position ${HEADER.length + 9} of the file.`,
      );
    }
  });

  test('a character cut off at the end of the file', async () => {
    const { message } = await refusal(
      Buffer.concat([Buffer.from(`${HEADER}\nZ`), Buffer.from([0xc3])]),
    );
    expect(message).toContain('Line 2 is not UTF-8: byte 0xC3');
  });

  test('missing columns are named, with the misspelt ones as suggestion', async () => {
    const { message, suggestion } = await refusal(
      HEADER.replace('Management', 'Managment').replace(',Units', ''),
    );
    expect(message).toBe('The columns “Management Company”, “Units” are missing.');
    expect(suggestion).toBe('Rename “Managment Company” → “Management Company”.');
  });

  test('two columns that mean the same', async () => {
    expect(await refusal(`${HEADER},zip\n`)).toMatchObject({
      code: 'DUPLICATE_COLUMN',
      message: 'Columns 4 (“Zip Code”) and 9 (“zip”) mean the same.',
    });
  });
});

describe('a row that makes no sense is rejected with row, column, reason and suggestion', () => {
  test.each([
    [
      '10^9 units',
      GOOD.replace(',3,', ',1000000000,'),
      { column: 'Units', code: 'OUT_OF_RANGE', value: '1000000000' },
    ],
    [
      'digits without end',
      GOOD.replace(',3,', `,${'9'.repeat(400)},`),
      { column: 'Units', code: 'OUT_OF_RANGE' },
    ],
    [
      'negative units',
      GOOD.replace(',3,', ',-3,'),
      { column: 'Units', code: 'OUT_OF_RANGE', value: '-3' },
    ],
    ['no units', GOOD.replace(',3,', ',,'), { column: 'Units', code: 'REQUIRED' }],
    [
      'units as a formula',
      GOOD.replace(',3,', ',=1+1,'),
      { column: 'Units', code: 'INVALID', value: '=1+1' },
    ],
    [
      'units with a separator',
      GOOD.replace(',3,', ',"1,200",'),
      { column: 'Units', code: 'INVALID', suggestion: '1200' },
    ],
    [
      'an unknown type',
      GOOD.replace('Senior', 'Senoir'),
      { column: 'Property Type', code: 'TYPE_UNKNOWN', suggestion: 'SENIOR' },
    ],
    [
      'a type unlike any',
      GOOD.replace('Senior', 'Spaceship'),
      { column: 'Property Type', code: 'TYPE_UNKNOWN', suggestion: null },
    ],
    ['a wrong zip code', GOOD.replace('60660', '6066'), { column: 'Zip Code', code: 'INVALID' }],
    ['half a coordinate', GOOD.replace('41.98', ''), { column: 'Latitude', code: 'REQUIRED' }],
    [
      'a latitude beyond the pole',
      GOOD.replace('41.98', '141.98'),
      { column: 'Latitude', code: 'OUT_OF_RANGE' },
    ],
    ['too few cells', 'Senior,Pomeroy', { column: null, code: 'WRONG_CELL_COUNT' }],
    [
      'a huge cell',
      GOOD.replace('Pomeroy', 'x'.repeat(60_000)),
      { column: 'Property Name', code: 'CELL_TOO_LONG' },
    ],
    [
      'a line break in a name',
      GOOD.replace('Pomeroy', '"Pome\nroy"'),
      { column: 'Property Name', code: 'CONTROL_CHARACTER' },
    ],
  ])('%s', async (_, row, expected) => {
    const survey = await surveyPortfolio(pieces([HEADER, row, GOOD].join('\n'), 65_536));
    expect(survey.findings[0]).toMatchObject({ row: 2, severity: 'ERROR', ...expected });
    expect(survey).toMatchObject({ rows: 2, rejected: 1, accepted: 1 });
  });

  test('a value in a report is short and has no control characters', async () => {
    const [finding] = await findings(
      GOOD.replace('Senior', `=HYPERLINK(1)\u202e${'x'.repeat(90)}`),
    );
    expect(finding?.value).toMatch(/^=HYPERLINK\(1\)�x+$/u);
    const [long] = await findings(GOOD.replace('Senior', 'x'.repeat(400)));
    expect(long?.value).toHaveLength(120);
  });
});

test('byte order mark, CRLF, quotes, other titles and another order are fine', async () => {
  const content = `\ufeff"units","MANAGED BY",zip,Street Address,Development,type\r\n3,"Lo, & Co.",60660,"5 ""N"" St.",El Zócalo,veterans\r\n`;
  expect(await surveyPortfolio(pieces(content, 1))).toMatchObject({
    accepted: 1,
    units: 3,
    rejected: 0,
  });
});

test('an identical row changes nothing and is told; blank lines are counted', async () => {
  const survey = await surveyPortfolio(pieces([HEADER, GOOD, '', GOOD].join('\n')));
  expect(survey).toMatchObject({ rows: 2, accepted: 1, repeated: 1, units: 3 });
  expect(survey.findings.map(({ row, code }) => [row, code])).toEqual([
    [null, 'BLANK_ROWS'],
    [4, 'REPEATED_ROW'],
  ]);
});
