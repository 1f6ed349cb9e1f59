import { personOf } from '@propertea/chassis/graph';
import { defineCommand, workerSession } from '@propertea/chassis/store';
import { z } from 'zod';
import { leaveOrganizations } from './leave-organizations.js';

/** Leaves all organizations at once; refused as a whole where the caller is the last administrator of one. */
export const eraseMyMemberships = defineCommand({
  name: 'eraseMyMemberships',
  input: z.object({}),
  session: (_input, identity, room) => workerSession(room, null, personOf(identity)),
  async run({ em, journal, audit, emit }) {
    await leaveOrganizations(
      em,
      journal,
      { audit, emit },
      {
        reason: 'The person left all organizations.',
        keepAdministrators: true,
      },
    );
  },
});
