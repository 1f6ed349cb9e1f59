import { createAssertionSigner } from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, systemIdentity } from '@propertea/kernel';
import type { HouseDoor } from '../door.js';
import type { GraphClient } from '../graph-client.js';
import { askRoom } from './ask-room.js';

/** The properties room at `url` as the platform itself sees it, in one organization. */
export function propertiesClient(
  door: HouseDoor,
  url: string,
  organizationId: string,
): GraphClient {
  const signer = createAssertionSigner(door.secrets.assertion.privateKey);
  return {
    ask: (query, variables, shape) =>
      askRoom(door, 'properties', organizationId, { query, variables }, shape),
    async fetch(path, body) {
      const assertion = signer.sign(systemIdentity(organizationId), 'properties');
      const answer = await fetch(`${url}${path}`, {
        headers: { [ASSERTION_HEADER]: assertion },
        ...(body ? { method: 'POST', body } : {}),
      });
      return { status: answer.status, text: await answer.text() };
    },
  };
}
