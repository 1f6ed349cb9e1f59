import { decodeId, encodeId, type EventContract, newId } from '@propertea/kernel';
import { companyCreated } from '@propertea/schema/events';
import { type Send, staff, startTestRoom, type TestRoom } from '@propertea/testkit';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import properties from '../src/subgraph.js';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of GraphQL, read by the test that asked
export type Json = any;

export const ADDRESS = {
  line1: '2800 N. Clark St.',
  city: 'Chicago',
  region: 'IL',
  postalCode: '60657',
  country: 'US',
};

const FIELDS = {
  property: `id version code name type jurisdiction timeZone currency isRetired unitCount
    address { line1 line2 city region postalCode country } coordinates { latitude longitude } company { id }`,
  building: `id version code name isRetired hasOwnAddress address { line1 city } unitCount
    entrances { code name addressLine } property { id }`,
  unit: `id version code category entranceCode bedrooms bathrooms areaSquareMetres floor isRetired
    reference hasOwnAddress address { line1 city } property { id } building { id }`,
};

/** Every command of the portfolio. */
export const COMMANDS = [
  'createProperty',
  'changeProperty',
  'retireProperty',
  'restoreProperty',
  'createBuilding',
  'changeBuilding',
  'retireBuilding',
  'restoreBuilding',
  'addEntrance',
  'changeEntrance',
  'removeEntrance',
  'createUnit',
  'changeUnit',
  'retireUnit',
  'restoreUnit',
] as const;

export type Kind = keyof typeof FIELDS;

/** A company as other rooms' facts describe it. */
export interface CompanyFact {
  companyId: string;
  organizationId: string;
  code: string;
  name: string;
  currency: string;
  isRetired: boolean;
}

/** The running room with an organization's administrator and ways to fill it through its commands. */
export class Portfolio {
  private constructor(
    readonly room: TestRoom,
    readonly admin: Client,
    private readonly uploadDirectory: string,
  ) {}

  static async start(): Promise<Portfolio> {
    const uploadDirectory = await mkdtemp(join(tmpdir(), 'propertea-uploads-'));
    const room = await startTestRoom(properties, { uploadDirectory });
    const admin = new Client({ connectionString: room.database.adminUrl });
    await admin.connect();
    return new Portfolio(room, admin, uploadDirectory);
  }

  async stop(): Promise<void> {
    await this.admin.end();
    await this.room.stop();
    await rm(this.uploadDirectory, { recursive: true, force: true });
  }

  /** Puts a fact into the room's queue as the relay of its own room would. */
  async publish(
    contract: EventContract,
    fact: CompanyFact,
    subject: string,
    sequence: number,
  ): Promise<void> {
    const envelope = {
      specversion: '1.0',
      id: newId(),
      type: contract.type,
      source: '/rooms/organizations',
      dataschema: `urn:propertea:events:${contract.type}`,
      subject,
      sequence,
      time: new Date().toISOString(),
      correlationid: 'test',
      causationid: null,
      organizationid: fact.organizationId,
      traceparent: null,
      data: contract.data.parse(fact),
    };
    await this.admin.query(
      `with d as (insert into bus.deliveries (queue, envelope) values ('properties', $1)) select pg_notify('bus', 'properties')`,
      [envelope],
    );
  }

  /** Waits until the room has applied what was published; fails after ten seconds. */
  async settle(): Promise<void> {
    for (const deadline = Date.now() + 10_000; !(await this.room.room.isIdle());) {
      if (Date.now() > deadline) throw new Error('the room does not come to rest');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async company(organizationId: string, change: Partial<CompanyFact> = {}): Promise<CompanyFact> {
    const companyId = newId();
    const code = `C${companyId.slice(-6).toUpperCase()}`;
    const plain = {
      companyId,
      organizationId,
      code,
      name: 'Acme',
      currency: 'USD',
      isRetired: false,
    };
    const fact = { ...plain, ...change };
    await this.publish(companyCreated, fact, fact.companyId, 1);
    await this.settle();
    return fact;
  }

  /** An organization with one company and its administrator. */
  async organization(): Promise<Office> {
    const organizationId = newId();
    return new Office(this, organizationId, await this.company(organizationId));
  }
}

/** One organization's side of the room. */
export class Office {
  readonly send: Send;

  constructor(
    readonly portfolio: Portfolio,
    readonly organizationId: string,
    readonly company: CompanyFact,
  ) {
    this.send = portfolio.room.as(staff(organizationId));
  }

  get companyId(): string {
    return encodeId('Company', this.company.companyId);
  }

  /** Runs a command and returns its payload; a fault fails the test. */
  async run(mutation: string, input: object, send: Send = this.send): Promise<Json> {
    const { data, errors } = await send(mutationDocument(mutation), { input });
    if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return (data as Json)[mutation];
  }

  /** The same for a command that must succeed; returns what it made or changed. */
  async made(mutation: string, input: object): Promise<Json> {
    const payload = await this.run(mutation, input);
    if (payload.errors.length > 0) throw new Error(JSON.stringify(payload.errors));
    return payload[kindOf(mutation)];
  }

  property(input: object = {}): Promise<Json> {
    return this.made('createProperty', { ...this.newProperty(), ...input });
  }

  newProperty() {
    return {
      companyId: this.companyId,
      code: nextCode('P'),
      name: 'Clark Street Flats',
      type: 'MULTIFAMILY',
      address: ADDRESS,
      jurisdiction: 'US-IL',
      timeZone: 'America/Chicago',
    };
  }

  building(propertyId: string, input: object = {}): Promise<Json> {
    return this.made('createBuilding', { propertyId, code: nextCode('B'), ...input });
  }

  unit(propertyId: string, input: object = {}): Promise<Json> {
    const unit = { propertyId, code: nextCode('U'), category: 'OTHER' };
    return this.made('createUnit', { ...unit, ...input });
  }
}

export function kindOf(mutation: string): Kind {
  if (mutation.endsWith('Property')) return 'property';
  return mutation.endsWith('Unit') ? 'unit' : 'building';
}

export function mutationDocument(mutation: string): string {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const kind = kindOf(mutation);
  return `mutation($input: ${type}!) { ${mutation}(input: $input) {
    ${kind} { ${FIELDS[kind]} } errors { code message path } } }`;
}

let codes = 0;
/** A code that no other object of the test file has. */
export function nextCode(letter: string): string {
  codes++;
  return `${letter}${codes.toString(36).toUpperCase()}`;
}

/** The UUID behind an edge id, whatever its type. */
export function uuidOf(type: 'Property' | 'Building' | 'Unit' | 'Company', id: string): string {
  const uuid = decodeId(type, id);
  if (uuid === undefined) throw new Error(`${id} is no id of ${type}`);
  return uuid;
}
