import { createAssertionSigner } from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, decodeId, type Identity, systemIdentity } from '@propertea/kernel';
import type { House } from '@propertea/local';
import { z } from 'zod';

const registered = z.object({
  registerOrganization: z.object({ organization: z.object({ id: z.string() }) }),
});
const started = z.object({
  importPortfolio: z.object({ errors: z.array(z.object({ message: z.string() })) }),
});
const state = z.object({
  import: z.object({ state: z.string(), unitsCreated: z.number(), failure: z.string().nullable() }),
});

/** A fresh organization with a company of each name. */
export async function organizationOf(
  house: House,
  companies: readonly string[],
): Promise<Identity> {
  const answer = await house.ask(
    'organizations',
    {
      query: 'mutation { registerOrganization(input: { name: "Bench" }) { organization { id } } }',
    },
    systemIdentity(),
  );
  const { organization } = registered.parse(answer.data).registerOrganization;
  const identity = systemIdentity(decodeId('Organization', organization.id));
  for (const [index, name] of companies.entries()) {
    const input = { code: `C${index}`, name, currency: 'USD' };
    const query =
      'mutation($input: CreateCompanyInput!) { createCompany(input: $input) { errors { message } } }';
    await house.ask('organizations', { query, variables: { input } }, identity);
  }
  await settled(house);
  return identity;
}

/** Waits until every fact has arrived, two minutes at most. */
export async function settled(house: House): Promise<void> {
  await until('facts to arrive', () => house.isIdle());
}

/** Uploads a file over HTTP as a person's browser would; returns the id of its import. */
export async function upload(house: House, identity: Identity, csv: string): Promise<string> {
  const place = house.places.find(({ name }) => name === 'properties');
  if (!place) throw new Error('the properties room is not running');
  const signer = createAssertionSigner(house.secrets.assertion.privateKey);
  const form = new FormData();
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'portfolio.csv');
  const answer = await fetch(`${place.url}/uploads/imports`, {
    method: 'POST',
    body: form,
    headers: { [ASSERTION_HEADER]: signer.sign(identity, 'properties') },
  });
  if (answer.status !== 201) throw new Error(`the upload was refused: ${await answer.text()}`);
  return z.object({ importId: z.string() }).parse(await answer.json()).importId;
}

/** Runs an import to its end; returns how many units it made and how long it took, in seconds. */
export async function runImport(
  house: House,
  identity: Identity,
  importId: string,
): Promise<{ units: number; seconds: number }> {
  const before = performance.now();
  const query =
    'mutation($input: ImportPortfolioInput!) { importPortfolio(input: $input) { errors { message } } }';
  const variables = { input: { importId, dryRun: false } };
  const answer = await house.ask('properties', { query, variables }, identity);
  const { errors } = started.parse(answer.data).importPortfolio;
  if (errors[0]) throw new Error(errors[0].message);
  let units = 0;
  await until('the import to end', async () => {
    const poll = 'query($id: ID!) { import(id: $id) { state unitsCreated failure } }';
    const { data } = await house.ask(
      'properties',
      { query: poll, variables: { id: importId } },
      identity,
    );
    const found = state.parse(data).import;
    if (found.state === 'FAILED') throw new Error(found.failure ?? 'the import failed');
    units = found.unitsCreated;
    return found.state === 'COMPLETED';
  });
  return { units, seconds: (performance.now() - before) / 1000 };
}

async function until(what: string, reached: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await reached())) {
    if (Date.now() > deadline) throw new Error(`waited two minutes for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
