import { type Clock, encodeId, type EventContract, type Identity, newId } from '@propertea/kernel';
import { companyCreated, propertyCreated, unitCreated } from '@propertea/schema/events';
import { staff, startTestRoom, type TestRoom } from '@propertea/testkit';
import leasing from '../../src/subgraph.js';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of GraphQL, read by the test that asked
export type Json = any;

/** A unit as the facts of other rooms describe it. */
export interface Let {
  organizationId: string;
  companyId: string;
  propertyId: string;
  unitId: string;
  /** As the edge gives them. */
  unit: string;
  rentableUnit: string;
}

/** The running room with units that came by facts, and ways to ask it. */
export class Office {
  private constructor(readonly room: TestRoom) {}

  static async start(options: { clock?: Clock; poolMax?: number } = {}): Promise<Office> {
    return new Office(await startTestRoom(leasing, {}, options));
  }

  stop(): Promise<void> {
    return this.room.stop();
  }

  /** Brings a fact of another room to this one and does not wait for it. */
  async publish(
    contract: EventContract,
    data: { organizationId?: string } & Record<string, unknown>,
    subject: string,
    sequence: number,
  ): Promise<void> {
    const room = ROOMS[contract.type.split('.')[0] ?? ''] ?? 'properties';
    const envelope = {
      specversion: '1.0',
      id: newId(),
      type: contract.type,
      source: `/rooms/${room}`,
      dataschema: `/events/${contract.type}`,
      subject,
      sequence,
      time: '2027-01-10T12:00:00.000Z',
      correlationid: 'test',
      causationid: null,
      organizationid: data.organizationId ?? null,
      traceparent: null,
      data: contract.data.parse(data),
    };
    await this.room.sql(
      `with d as (insert into bus.deliveries (queue, envelope) values ('leasing', $1)) select pg_notify('bus', 'leasing')`,
      [JSON.stringify(envelope)],
    );
  }

  /** A unit of a property of a company, each its own unless `in` says where. */
  async unit(within: Partial<Let> & { code?: string } = {}): Promise<Let> {
    const { organizationId = newId(), companyId = newId(), propertyId = newId() } = within;
    const unitId = newId();
    if (!within.companyId) {
      const company = { companyId, organizationId, ...COMPANY };
      await this.publish(companyCreated, company, companyId, 1);
    }
    if (!within.propertyId) {
      const property = { propertyId, organizationId, companyId, ...PROPERTY };
      await this.publish(propertyCreated, property, propertyId, 1);
    }
    const { code = UNIT.code } = within;
    const unit = { unitId, propertyId, organizationId, companyId, ...UNIT, code };
    await this.publish(unitCreated, unit, unitId, 1);
    await this.room.settled();
    const ids = { unit: encodeId('Unit', unitId), rentableUnit: encodeId('RentableUnit', unitId) };
    return { organizationId, companyId, propertyId, unitId, ...ids };
  }

  /** More units in the property of another one, whose facts arrive together. */
  async units(beside: Let, count: number): Promise<Let[]> {
    const { organizationId, companyId, propertyId } = beside;
    const place = { organizationId, companyId, propertyId };
    const units = Array.from({ length: count }, (): Let => {
      const unitId = newId();
      const [unit, rentableUnit] = [encodeId('Unit', unitId), encodeId('RentableUnit', unitId)];
      return { ...place, unitId, unit, rentableUnit };
    });
    await Promise.all(
      units.map(({ unitId }) => {
        const code = unitId.slice(-8).toUpperCase();
        return this.publish(unitCreated, { unitId, ...place, ...UNIT, code }, unitId, 1);
      }),
    );
    await this.room.settled();
    return units;
  }

  /** What a command answers; top-level errors are thrown. */
  async run(who: Identity, command: string, input: object, selection: string): Promise<Json> {
    const type = `${command[0]?.toUpperCase()}${command.slice(1)}Input`;
    const { data, errors } = await this.room.as(who)(
      `mutation ($input: ${type}!) { ${command}(input: $input) { ${selection} errors { code message path } } }`,
      { input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[command];
  }

  async ask(who: Identity, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
    const { data, errors } = await this.room.as(who)(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}

export const agent = ({ organizationId }: { organizationId: string }): Identity =>
  staff(organizationId, 'LEASING_AGENT');

/** Who publishes facts about what, where it is not the room of properties. */
const ROOMS: Readonly<Record<string, string>> = { company: 'organizations', user: 'identity' };

const COMPANY = { code: 'ACME', name: 'Acme', currency: 'USD', isRetired: false };
const PROPERTY = {
  code: 'CLARK',
  name: 'Clark Street',
  jurisdiction: 'US-IL',
  timeZone: 'America/Chicago',
  isRetired: false,
};
export const UNIT = {
  buildingId: null,
  code: '10',
  category: 'OTHER',
  bedrooms: 2,
  bathrooms: 1,
  areaSquareMetres: 61.5,
  floor: 3,
  isRetired: false,
} as const;
