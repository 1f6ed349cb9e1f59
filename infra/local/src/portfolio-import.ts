import { openAsBlob } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { Refusal, hasCode } from './failure.js';
import type { GraphClient } from './graph-client.js';
import type { Reading } from './import-mapping.js';

const FIRST_POLL_MS = 20;
const LAST_POLL_MS = 300;
const MOST_FINDINGS = 100;
const ENDED: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'DISCARDED']);

const importShape = z.object({
  id: z.string(),
  state: z.enum(['UPLOADED', 'VALIDATING', 'IMPORTING', 'COMPLETED', 'FAILED', 'DISCARDED']),
  rowsTotal: z.number().nullable(),
  rowsDone: z.number(),
  rowsAccepted: z.number(),
  rowsUnchanged: z.number(),
  rowsRejected: z.number(),
  propertiesCreated: z.number(),
  buildingsCreated: z.number(),
  unitsCreated: z.number(),
  corrections: z.number(),
  notices: z.number(),
  failure: z.string().nullable(),
  rejectedRowsUrl: z.string().nullable(),
});
export type PortfolioImport = z.infer<typeof importShape>;

const FIELDS = Object.keys(importShape.shape).join(' ');

const findingShape = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  severity: z.enum(['ERROR', 'CORRECTION', 'NOTICE']),
  message: z.string(),
  value: z.string().nullable(),
  suggestion: z.string().nullable(),
});
/** One remark about a row of the file; the header is row 1. */
export type Finding = z.infer<typeof findingShape>;

const startedShape = z.object({
  importPortfolio: z
    .object({
      import: importShape.nullable(),
      errors: z.array(z.object({ message: z.string() })),
    })
    .nullable(),
});

/** Sends a file and returns the id of its import. @throws Refusal in one sentence. */
export async function uploadPortfolio(client: GraphClient, file: string): Promise<string> {
  let blob: Blob;
  try {
    await access(file);
    blob = await openAsBlob(file);
  } catch (cause) {
    const reason = hasCode(cause, 'ENOENT') ? 'does not exist' : 'cannot be read';
    throw new Refusal(`The file ${file} ${reason}.`, 1, { cause });
  }
  const form = new FormData();
  form.append('file', blob, basename(file));
  const { status, text } = await client.fetch('/uploads/imports', form);
  const answer: unknown = parse(text);
  if (status === 201) return z.object({ importId: z.string() }).parse(answer).importId;
  const told = z.object({ errors: z.array(z.object({ message: z.string() })) }).safeParse(answer);
  throw new Refusal(
    told.data?.errors[0]?.message ?? `The upload was refused with status ${status}.`,
  );
}

/** Starts the import and follows it to its end; `progress` is told of each state that was read. */
export async function importPortfolio(
  client: GraphClient,
  input: { importId: string; dryRun: boolean } & Partial<Reading>,
  progress: (state: PortfolioImport) => void,
): Promise<PortfolioImport> {
  const started = await client.ask(
    `mutation ($input: ImportPortfolioInput!) {
      importPortfolio(input: $input) { import { ${FIELDS} } errors { message } }
    }`,
    { input },
    startedShape,
  );
  const errors = started.importPortfolio?.errors ?? [];
  if (errors.length > 0) throw new Refusal(errors.map(({ message }) => message).join('\n'));
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 2, LAST_POLL_MS)) {
    // oxlint-disable-next-line no-await-in-loop -- polling
    const answer = await client.ask(
      `query ($id: ID!) { import(id: $id) { ${FIELDS} } }`,
      { id: input.importId },
      z.object({ import: importShape.nullable() }),
    );
    if (!answer.import) throw new Refusal('The import is not there any more.');
    progress(answer.import);
    if (ENDED.has(answer.import.state)) {
      return answer.import;
    }
    // oxlint-disable-next-line no-await-in-loop -- polling
    await delay(pause);
  }
}

/** The first hundred remarks of one severity, and how many there are in all. */
export async function findingsOf(
  client: GraphClient,
  importId: string,
  severity: Finding['severity'],
): Promise<{ findings: Finding[]; total: number }> {
  const { import: found } = await client.ask(
    `query ($id: ID!, $first: Int!, $severity: ImportFindingSeverity!) {
      import(id: $id) {
        rows(first: $first, filter: { severity: $severity }) {
          totalCount
          nodes { row column severity message value suggestion }
        }
      }
    }`,
    { id: importId, first: MOST_FINDINGS, severity },
    z.object({
      import: z
        .object({ rows: z.object({ totalCount: z.number(), nodes: z.array(findingShape) }) })
        .nullable(),
    }),
  );
  return { findings: found?.rows.nodes ?? [], total: found?.rows.totalCount ?? 0 };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
