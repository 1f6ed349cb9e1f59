import { SimilarNames, type CompanyDirectory } from './company-names.js';
import { csvRows, type CsvRow } from './csv-rows.js';
import type { DevelopmentField } from './developments-columns.js';
import { readDevelopment } from './developments-layout.js';
import { DevelopmentsMemory } from './file-memory.js';
import {
  fileFinding,
  FindingSeverity,
  RowFindings,
  UnreadableFile,
  type Finding,
} from './finding.js';
import { readHeader, type Header, type HeaderChoice } from './header.js';
import { layouts } from './layouts.js';
import type { RowProposal } from './proposal.js';
import { RowCells } from './row-cells.js';
import type { UnitField } from './units-columns.js';
import { UnitsMemory } from './units-memory.js';

/** One row of a portfolio file, read and judged by the file alone. */
export interface PortfolioRow {
  row: number;
  cells: readonly string[];
  findings: RowFindings;
  /** What the row adds; undefined where it is rejected or repeats an earlier row. */
  proposal: RowProposal | undefined;
}

export interface PortfolioFile {
  layout: 'DEVELOPMENTS' | 'UNITS';
  titles: readonly string[];
  /** Remarks about the file as a whole; complete once `rows` is read to its end. */
  findings: Finding[];
  /** Read once, in order; throws `UnreadableFile`. */
  rows: AsyncIterable<PortfolioRow>;
}

type ReadRow = (cells: readonly string[], findings: RowFindings) => RowProposal | undefined;

/**
 * Opens a portfolio file: finds its layout from the header, or follows `choice`, then reads row by row without keeping
 * them. What is remembered grows with properties and unit codes, not with the text of the file.
 * Throws `UnreadableFile` where the file as a whole makes no sense.
 */
export async function openPortfolio(
  source: AsyncIterable<Uint8Array>,
  companies: CompanyDirectory,
  choice?: HeaderChoice,
): Promise<PortfolioFile> {
  const rows = csvRows(source);
  let first = await rows.next();
  while (!first.done && isBlank(first.value)) first = await rows.next();
  if (first.done) throw new UnreadableFile('EMPTY_FILE', 'The file holds nothing but blank lines.');
  let header: Header;
  try {
    header = readHeader(layouts, first.value.cells, choice);
  } catch (error) {
    await rows.return(undefined);
    throw error;
  }
  const findings: Finding[] = [...header.findings];
  const read =
    header.layout.name === 'UNITS'
      ? unitRows(header, companies)
      : developmentRows(header, companies);
  return {
    layout: header.layout.name,
    titles: header.titles,
    findings,
    rows: judged(rows, read, findings),
  };
}

async function* judged(
  rows: AsyncGenerator<CsvRow>,
  read: ReadRow,
  fileFindings: Finding[],
): AsyncGenerator<PortfolioRow> {
  let count = 0;
  let blank = 0;
  for await (const { row, cells } of { [Symbol.asyncIterator]: () => rows }) {
    if (isBlank({ row, cells })) {
      blank++;
      continue;
    }
    count++;
    const findings = new RowFindings(row);
    const proposal = read(cells, findings);
    yield { row, cells, findings, proposal: findings.rejected ? undefined : proposal };
  }
  if (count === 0)
    throw new UnreadableFile('NO_ROWS', 'The file has a header and no rows below it.');
  if (blank > 0) {
    fileFindings.push(
      fileFinding(FindingSeverity.NOTICE, 'BLANK_ROWS', `Blank lines passed over: ${blank}.`),
    );
  }
}

function isBlank({ cells }: CsvRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function developmentRows(header: Header, companies: CompanyDirectory): ReadRow {
  const memory = new DevelopmentsMemory();
  const names = new SimilarNames();
  return (row, findings) => {
    const cells = new RowCells<DevelopmentField>(header, row, findings);
    cells.check();
    if (findings.rejected) return undefined;
    noteSimilar(names, cells);
    const proposal = readDevelopment(cells, companies);
    return proposal && memory.admit(proposal, cells) ? proposal : undefined;
  };
}

function unitRows(header: Header, companies: CompanyDirectory): ReadRow {
  const memory = new UnitsMemory();
  return (row, findings) => {
    const cells = new RowCells<UnitField>(header, row, findings);
    cells.check();
    return findings.rejected ? undefined : memory.read(cells, companies);
  };
}

function noteSimilar(names: SimilarNames, cells: RowCells<DevelopmentField>): void {
  const name = cells.raw('company');
  if (name === '') return;
  const earlier = names.resembles(name);
  if (earlier === undefined) return;
  cells.findings.notice(
    'COMPANY_SIMILAR',
    `The file also names “${earlier}”; the two are kept apart.`,
    cells.at('company', earlier),
  );
}
