import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { RabbitDeadLetters } from '@propertea/chassis/messaging';
import { newId } from '@propertea/kernel';
import { describeWith, eventually, operator, Queues, rabbitmq, redis } from '@propertea/testkit';
import { z } from 'zod';
import { parseCommandLine } from '../src/command.js';
import { deadLetterAction } from '../src/dead-letter-actions.js';
import { openOffice } from './support/office.js';
import type { Office } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';
import {
  askTraced,
  startTraceCollector,
  telemetryTo,
  type TraceCollector,
} from './support/trace-collector.js';

jest.setTimeout(200_000);

const CREATE_COMPANY = `mutation ($input: CreateCompanyInput!) {
  createCompany(input: $input) { company { id } errors { code message } }
}`;
const DEAD_LETTERS = `{ deadLetters(first: 10) { nodes { room type attempts reason } } }`;
const answered = z.object({
  deadLetters: z.object({ nodes: z.array(z.looseObject({ reason: z.string() })) }),
});
/** So often tried that the next refusal is the last. */
const LAST_TRY = { 'x-attempts': 9 };

describeWith(rabbitmq, 'traces over RabbitMQ', (amqpUrl) => {
  describeWith(redis, 'and Redis', (redisUrl) => {
    let place: Place;
    let collector: TraceCollector;
    let platform: PlatformProcess;
    let office: Office;
    let queues: Queues;

    beforeAll(async () => {
      queues = new Queues(amqpUrl());
      await Promise.all(['organizations', 'leasing'].map((room) => queues.empty(room)));
      [place, collector] = await Promise.all([newPlace(), startTraceCollector()]);
      platform = await place.start({
        environment: {
          ...telemetryTo(collector),
          AMQP_URL: amqpUrl(),
          REDIS_URL: redisUrl(),
        },
      });
      office = await openOffice(platform.house, 'Tracy Zanzibar');
      await eventually(() => platform.house.isIdle(), Boolean);
    });

    afterAll(async () => {
      await place?.clear();
      await collector?.stop();
    });

    /** Names of the spans that lie above the first insert of a trace into a table, innermost first, up to the caller's id. */
    const pathAboveInsert = (traceId: string, table: string): string[] => {
      const spans = new Map(
        collector.spans.filter((span) => span.traceId === traceId).map((one) => [one.spanId, one]),
      );
      const insert = [...spans.values()].find(({ statement }) =>
        statement.startsWith(`insert into ${table}`),
      );
      const above: string[] = [];
      let id = insert?.parentSpanId ?? '';
      for (let parent = spans.get(id); parent; parent = spans.get(id)) {
        above.push(parent.name);
        id = parent.parentSpanId;
      }
      return [...above, id];
    };

    it('a fact hangs from the request that caused it, its effect from the message that brought it', async () => {
      const { traceId, spanId, answer } = await askTraced(office, CREATE_COMPANY, {
        variables: { input: { code: 'ONE', name: 'Zanzibar Holding', currency: 'USD' } },
      });
      expect(answer).toMatchObject({ data: { createCompany: { errors: [] } } });
      const path = await eventually(
        () => pathAboveInsert(traceId, 'properties.companies'),
        (found) => found.at(-1) === spanId,
      );
      expect(path.slice(0, 3)).toEqual([
        'apply company.created.v1',
        'propertea.properties process',
        'publish propertea',
      ]);
      expect(path).toContain('room organizations');
    });

    it('of what is asked of Redis the command is told, and neither keys nor values', async () => {
      const asked = await eventually(
        () => collector.spans.filter(({ library }) => library === 'ioredis'),
        (found) => found.length > 0,
      );
      expect(asked.filter(({ statement }) => !/^[a-z]+$/i.test(statement))).toEqual([]);
    });

    it('what an operator sees of a message that was refused says nothing of whom it is about', async () => {
      const person = { userId: newId(), emailVerified: true, name: 'Tracy Zanzibar' };
      const event = {
        specversion: '1.0',
        id: newId(),
        source: '/rooms/identity',
        type: 'user.registered.v1',
        dataschema: 'user.registered.v1.json',
        subject: person.userId,
        time: new Date().toISOString(),
        organizationid: null,
        sequence: 1,
        correlationid: newId(),
        causationid: null,
        traceparent: null,
      };
      await queues.lay('leasing', [
        // Refused by the database, by the contract, for its source, and because it is no event.
        {
          content: { ...event, data: { ...person, email: 'zanzibar\u0000@example.test' } },
          headers: LAST_TRY,
        },
        { content: { ...event, data: { ...person, email: 7, name: ['zanzibar'] } } },
        {
          content: {
            ...event,
            source: 'zanzibar@example.test',
            data: { ...person, email: 'a@b.c' },
          },
        },
        { content: 'zanzibar@example.test' },
      ]);
      const dead = await eventually(
        () => queues.count('leasing'),
        (count) => count.dead === 4,
      );
      expect(dead.live).toBe(0);

      const listed = await platform.house.ask('operations', { query: DEAD_LETTERS }, operator());
      expect(listed.errors).toBeUndefined();
      const { nodes: letters } = answered.parse(listed.data).deadLetters;
      expect(letters).toHaveLength(4);
      const line = parseCommandLine(['list'], { room: { type: 'string' } });
      const printed = await deadLetterAction(
        'list',
        line,
      )(new RabbitDeadLetters(amqpUrl(), ['leasing']));
      const metrics = await (await fetch(`http://127.0.0.1:${place.portBase + 41}/metrics`)).text();
      expect(metrics).toContain('propertea_room_deliveries_total{room="leasing",outcome="dead"} 4');
      expect(await platform.stop()).toBe(0);
      const log = await readFile(join(place.dataDirectory, 'propertea.log'), 'utf8');
      expect(letters.map(({ reason }) => reason)).toEqual(
        expect.arrayContaining([
          'invalid message format',
          '<email> may not publish user.registered.v1',
          expect.stringContaining('expected string, received number'),
          expect.stringContaining('expected object, received undefined'),
        ]),
      );

      const told = [JSON.stringify(letters), printed, metrics, log, ...collector.texts].join('\n');
      for (const secret of [
        /zanzibar/i,
        /example\.test/,
        /guest:guest/,
        new RegExp(office.token),
      ]) {
        const at = told.search(secret);
        expect(at === -1 ? '' : told.slice(Math.max(0, at - 300), at + 100)).toBe('');
      }
    });
  });
});
