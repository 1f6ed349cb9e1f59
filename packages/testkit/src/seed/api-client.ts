import { type Ground, type Made, Planted } from './ground.js';
import { madeOf } from './made.js';
import type { MadeOrganization } from './organization.js';
import type { MadeInOrganization } from './portfolio.js';

export interface MadeApiClient extends MadeInOrganization {
  /** What a program sends; nobody can have it again. */
  key: string;
  keyId: string;
}

export class ApiClientSeed extends Planted<MadeApiClient> {
  static sow(
    ground: Ground,
    parent: PromiseLike<MadeOrganization>,
    facts: Record<string, unknown>,
  ): ApiClientSeed {
    return new ApiClientSeed(ground, create(ground, parent, facts));
  }

  /** What is known of its key. */
  key(): Planted<Made> {
    const made = this.made.then(({ keyId }) => madeOf('ApiKey', { id: keyId, version: 1 }));
    return new Planted(this.ground, made);
  }
}

/** One that may read everything, unless `facts` say otherwise. */
async function create(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  facts: Record<string, unknown>,
): Promise<MadeApiClient> {
  const organization = await parent;
  const { apiClient, key } = await ground.run<{
    apiClient: { id: string; version: number; keys: { id: string }[] };
    key: string;
  }>(
    organization.administrator,
    'createApiClient',
    {
      name: ground.text('apiClient'),
      scopes: ['IDENTITY_READ', 'ORGANIZATIONS_READ', 'PROPERTIES_READ', 'LEASING_READ'],
      grants: [{ role: 'VIEWER' }],
      ...facts,
    },
    'apiClient { id version keys { id } } key',
  );
  const keyId = apiClient.keys[0]?.id ?? '';
  return { ...madeOf('ApiClient', apiClient), organization, key, keyId };
}
