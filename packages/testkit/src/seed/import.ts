import { ASSERTION_HEADER } from '@propertea/kernel';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ground } from './ground.js';
import type { MadeOrganization } from './organization.js';
import { madeOf } from './made.js';
import type { MadeInOrganization } from './portfolio.js';

/** Uploads a portfolio file over HTTP, as the gateway passes it to the room of properties. */
export async function uploadImport(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  csv = `company,property,building,unit\n${ground.text('row')},,,\n`,
): Promise<MadeInOrganization> {
  const organization = await parent;
  const form = new FormData();
  form.append('file', new Blob([csv], { type: 'text/csv' }), `${ground.mark}.csv`);
  const server = createServer(ground.house.room('properties').handler);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const assertion = ground.house.signer.sign(organization.administrator, 'properties');
    const answer = await fetch(`http://127.0.0.1:${port}/uploads/imports`, {
      method: 'POST',
      headers: { [ASSERTION_HEADER]: assertion },
      body: form,
    });
    const body = (await answer.json()) as { importId?: string };
    if (!body.importId) throw new Error(`The upload was refused: ${JSON.stringify(body)}`);
    return { ...madeOf('Import', { id: body.importId, version: 1 }), organization };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
