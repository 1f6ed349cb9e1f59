import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestHouse, type TestHouse } from '@propertea/testkit';
import { EMBEDDED } from '../../src/environment.js';
import { rooms } from '../../src/rooms.js';
import { generateSecrets } from '../../src/secrets.js';
import { type HouseParts, roomSettings } from '../../src/settings.js';

/** Every room of the house in this process, with the settings that the platform gives them. */
export interface WholeHouse extends TestHouse {
  parts: HouseParts;
}

/** @param url where a gateway of the test will be reached; without one there is none. */
export async function startWholeHouse(url = 'http://localhost:4000'): Promise<WholeHouse> {
  const secrets = await generateSecrets();
  const uploadDirectory = await mkdtemp(join(tmpdir(), 'propertea-uploads-'));
  const parts = { secrets, environment: EMBEDDED, url, issuer: `${url}/oidc`, uploadDirectory };
  const settings = Object.fromEntries(rooms.map(({ name }) => [name, roomSettings(name, parts)]));
  const house = await startTestHouse(rooms, { settings, keys: secrets.assertion });
  return {
    ...house,
    parts,
    async stop() {
      await house.stop();
      await rm(uploadDirectory, { recursive: true, force: true });
    },
  };
}
