import { defineSubgraph } from '@propertea/chassis/graph';
import { defineSnapshot, on } from '@propertea/chassis/messaging';
import { z } from 'zod';
import { edition } from './edition.js';
import { Paper, paperPrinted, paperSnapshot } from './paper.js';
import { PaperResolver } from './paper.resolver.js';

/** Titles that could not be stomached, once for each try. */
export const poisoned: string[] = [];

/** A room as small as a room can be, for the tests of what every room stands on. */
export const kiosk = defineSubgraph({
  name: 'kiosk',
  resolvers: [PaperResolver],
  references: {},
  entities: [Paper],
  migrations: new URL('./migrations/', import.meta.url),
  violations: {
    paper_code_taken: {
      code: 'CODE_TAKEN',
      message: 'The code is taken.',
      path: ['input', 'code'],
    },
  },
  consumers: [
    on(paperPrinted, async ({ event, em }) => {
      if (event.data.title.startsWith('poison')) {
        poisoned.push(event.data.title);
        throw new Error('cannot stomach it\0');
      }
      await em.execute(
        'insert into kiosk.sightings (event_id, organization_id, title) values (?, ?, ?)',
        [event.id, event.organizationid, event.data.title],
      );
    }),
  ],
  schedules: [edition],
  snapshots: [defineSnapshot(paperSnapshot, Paper, ({ title }) => ({ title }))],
  mayPublish: (room, type) => room === 'kiosk' && type === paperPrinted.type,
  settings: z.object({}),
});
