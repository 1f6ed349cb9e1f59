import type { Stage, StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { graphAs } from './graph';
import { letUnits } from './leasing';
import { goTo } from './page';

/** Paths of pages by what they show. */
export type Pages = Readonly<Record<string, string>>;

/** The five that people see most. */
export const MAIN_PAGES = ['dashboard', 'properties', 'property', 'unit', 'import'] as const;

/** Every page of an organization that is not empty. */
export async function pagesOf(stage: Stage, organization: StageOrganization): Promise<Pages> {
  const ask = await graphAs(stage, organization.accounts.administrator, organization.id);
  const found = await ask(`{
    companies(first: 1) { nodes { id } }
    properties(first: 1) { nodes { id } }
    buildings(first: 1) { nodes { id } }
    units(first: 1) { nodes { id } }
    members(first: 1) { nodes { id } }
    imports(first: 1) { nodes { id } }
  }`);
  const apiClient = await createApiClient(ask);
  const [lease] = await letUnits(stage, organization, ['Ada Lovelace', 'Karl Marx']);
  const id = (kind: string) => found[kind].nodes[0].id as string;
  const paths = {
    dashboard: '',
    companies: '/companies',
    company: `/companies/${id('companies')}`,
    'properties of a company': `/companies/${id('companies')}?tab=properties`,
    'history of a company': `/companies/${id('companies')}?tab=history`,
    properties: '/properties',
    'new property': '/properties/new',
    property: `/properties/${id('properties')}`,
    'property to change': `/properties/${id('properties')}/edit`,
    'structure of a property': `/properties/${id('properties')}?tab=tree`,
    'units of a property': `/properties/${id('properties')}?tab=units`,
    buildings: '/buildings',
    building: `/buildings/${id('buildings')}`,
    'building to change': `/buildings/${id('buildings')}/edit`,
    'new building': '/buildings/new',
    units: '/units',
    'new unit': '/units/new',
    unit: `/units/${id('units')}`,
    'history of a unit': `/units/${id('units')}?tab=history`,
    'unit to change': `/units/${id('units')}/change`,
    leases: '/leases',
    'leases that end soon': '/leases?ends=90&states=ACTIVE,NOTICE_GIVEN&sort=ENDS_ON',
    'new lease': `/leases/new?unit=${lease?.unitId}`,
    lease: `/leases/${lease?.leaseId}`,
    'charges of a lease': `/leases/${lease?.leaseId}?tab=charges`,
    'renewals of a lease': `/leases/${lease?.leaseId}?tab=renewals`,
    'history of a lease': `/leases/${lease?.leaseId}?tab=history`,
    renewals: '/renewals',
    availability: '/availability',
    'rent roll': '/rent-roll',
    calendar: '/calendar',
    map: '/map',
    imports: '/imports',
    'new import': '/imports/new',
    import: `/imports/${id('imports')}`,
    'columns of an import': `/imports/${id('imports')}?step=columns`,
    'preview of an import': `/imports/${id('imports')}?step=preview`,
    'file of an import': `/imports/${id('imports')}?step=file`,
    members: '/members',
    member: `/members?member=${id('members')}`,
    invitations: '/members?tab=invitations',
    audit: '/audit',
    settings: '/settings',
    preferences: '/settings?tab=preferences',
    'settings of the organization': '/settings?tab=organization',
    'API clients': '/settings/api-clients',
    'an API client': `/settings/api-clients?client=${apiClient}`,
    'own data': '/settings?tab=privacy',
  };
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, `/${organization.id}${path}`]),
  );
}

async function createApiClient(ask: Awaited<ReturnType<typeof graphAs>>): Promise<string> {
  const { createApiClient: made } = await ask(
    'mutation Create($input: CreateApiClientInput!) { createApiClient(input: $input) { apiClient { id } errors { message } } }',
    {
      input: {
        name: 'Bookkeeping export',
        scopes: ['PROPERTIES_READ', 'LEASING_READ'],
        grants: [{ role: 'ACCOUNTANT' }],
      },
    },
  );
  return made.apiClient.id as string;
}

/** Goes to a page and waits until nothing on it is on its way any more. */
export async function show(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('.mantine-Skeleton-root, main [aria-busy="true"]'),
  );
}

/** Shows every page and looks at it; what there is to say comes back by the names of the pages. */
export async function lookAt(
  page: Page,
  pages: Pages,
  look: (name: string) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(pages)) {
    await show(page, path);
    const lines = await look(name);
    if (lines.length > 0) found[name] = lines;
  }
  return found;
}
