import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAssertionSigner,
  createLogger,
  generateAssertionKeys,
  type GraphQLAnswer,
  type RunningRoom,
  startRoom,
} from '@propertea/chassis/runtime';
import { asAdmin } from '@propertea/chassis/store';
import { ASSERTION_HEADER, type Identity, newId, REQUEST_ID_HEADER } from '@propertea/kernel';
import { type RoomDatabase, roomDatabase } from '@propertea/testkit';
import properties from '../src/subgraph.js';

const WAIT_MS = 150_000;
const LOOK_MS = 15;

/** The room with its files on disk and its own HTTP routes, as the gateway reaches it. */
export class ImportRoom {
  readonly #keys = generateAssertionKeys();
  readonly #signer = createAssertionSigner(this.#keys.privateKey);
  #room: RunningRoom | undefined;
  #server: Server | undefined;

  private constructor(
    readonly database: RoomDatabase,
    readonly uploads: string,
  ) {}

  static async start(): Promise<ImportRoom> {
    const database = await roomDatabase([properties]);
    const uploads = await mkdtemp(join(tmpdir(), 'propertea-uploads-'));
    const room = new ImportRoom(database, uploads);
    await room.open();
    return room;
  }

  async open(): Promise<void> {
    const room = await startRoom(properties, {
      databaseUrl: this.database.urlFor('properties'),
      poolMax: 5,
      assertionKey: this.#keys.publicKey,
      logger: createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
      settings: { uploadDirectory: this.uploads },
    });
    this.#room = room;
    const server = createServer((req, res) => room.handler(req, res));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  /** Stops the room and keeps its database and files. */
  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()) ?? resolve());
    await this.#room?.stop();
  }

  async stop(): Promise<void> {
    await this.close();
    await this.database.drop();
    await rm(this.uploads, { recursive: true, force: true });
  }

  get url(): string {
    const address = this.#server?.address() as AddressInfo | null | undefined;
    return `http://127.0.0.1:${address?.port}`;
  }

  headers(identity: Identity): Record<string, string> {
    return {
      [ASSERTION_HEADER]: this.#signer.sign(identity, 'properties'),
      [REQUEST_ID_HEADER]: newId(),
    };
  }

  async ask(
    identity: Identity,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphQLAnswer> {
    if (!this.#room) throw new Error('the room is closed');
    return this.#room.execute({ query, variables }, this.headers(identity));
  }

  upload(identity: Identity, content: string | Buffer, name = 'portfolio.csv'): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([content as string]), name);
    return fetch(`${this.url}/uploads/imports`, {
      method: 'POST',
      headers: this.headers(identity),
      body: form,
    });
  }

  async uploaded(identity: Identity, content: string | Buffer): Promise<string> {
    const response = await this.upload(identity, content);
    const body = (await response.json()) as { importId: string };
    if (response.status !== 201) throw new Error(JSON.stringify(body));
    return body.importId;
  }

  async request(
    identity: Identity,
    importId: string,
    dryRun = false,
    reading: { layout?: string | null; mapping?: object[] | null } = {},
  ) {
    const answer = await this.ask(
      identity,
      'mutation($input: ImportPortfolioInput!) { importPortfolio(input: $input) { import { id state } errors { code message path } } }',
      { input: { importId, dryRun, ...reading } },
    );
    return answer;
  }

  discard(identity: Identity, importId: string): Promise<GraphQLAnswer> {
    return this.ask(
      identity,
      'mutation($input: DiscardImportInput!) { discardImport(input: $input) { import { id state canImport } errors { code message path } } }',
      { input: { importId } },
    );
  }

  /** Uploads, imports and waits; what the import then says of itself. */
  async import(identity: Identity, content: string | Buffer, dryRun = false): Promise<Outcome> {
    const importId = await this.uploaded(identity, content);
    await this.request(identity, importId, dryRun);
    return this.finished(identity, importId);
  }

  files(): Promise<string[]> {
    return readdir(this.uploads);
  }

  /** Files that are still arriving, or were left behind. */
  async partFiles(): Promise<string[]> {
    return (await this.files()).filter((name) => name.endsWith('.part'));
  }

  async until(condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + WAIT_MS;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`not so after ${WAIT_MS} ms`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async finished(identity: Identity, importId: string): Promise<Outcome> {
    let outcome = await this.read(identity, importId);
    await this.until(async () => {
      outcome = await this.read(identity, importId);
      return outcome.state === 'COMPLETED' || outcome.state === 'FAILED';
    });
    return outcome;
  }

  async read(identity: Identity, importId: string): Promise<Outcome> {
    const { data, errors } = await this.ask(
      identity,
      `query($id: ID!) { import(id: $id) {
        id state isDryRun layout fileName rowsTotal rowsDone rowsAccepted rowsUnchanged rowsRejected propertiesCreated
        buildingsCreated unitsCreated corrections notices failure rejectedRowsUrl history { nodes { action } }
        rows(first: 100, filter: { severity: ERROR }) { totalCount nodes { row column severity code message value suggestion } } } }`,
      { id: importId },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.['import'] as Outcome;
  }

  /** What the superuser sees, through row-level security. */
  async sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return asAdmin(
      this.database.adminUrl,
      async (client) => (await client.query(text, values)).rows as T[],
    );
  }

  async company(organizationId: string, name: string, code: string): Promise<string> {
    const id = newId();
    await this.sql(
      `insert into properties.companies (organization_id, id, code, name, currency, is_retired, sequence) values ($1, $2, $3, $4, 'USD', false, 1)`,
      [organizationId, id, code, name],
    );
    return id;
  }
}

export interface Outcome {
  id: string;
  state: string;
  isDryRun: boolean;
  layout: string | null;
  fileName: string;
  rowsTotal: number;
  rowsDone: number;
  rowsAccepted: number;
  rowsUnchanged: number;
  rowsRejected: number;
  propertiesCreated: number;
  buildingsCreated: number;
  unitsCreated: number;
  corrections: number;
  notices: number;
  failure: string | null;
  rejectedRowsUrl: string | null;
  history: { nodes: { action: string }[] };
  rows: {
    totalCount: number;
    nodes: {
      row: number | null;
      column: string | null;
      code: string;
      message: string;
      suggestion: string | null;
      value: string | null;
    }[];
  };
}
