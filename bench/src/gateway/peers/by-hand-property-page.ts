import { caller, serve } from './by-hand.js';

/** The landlord portal's property page by hand: the property from its room, then its company from the other. */
const [subgraphs = '{}', port = ''] = process.argv.slice(2);
const call = caller(JSON.parse(subgraphs) as Record<string, string>);

type Fields<Name extends string> = { __typename: string } & Record<Name, unknown>;
type Company = Fields<'id' | 'code' | 'name'>;
interface Connection extends Fields<'totalCount'> {
  pageInfo: Fields<'endCursor' | 'hasNextPage'>;
  nodes: Fields<'id' | 'code' | 'name' | 'unitCount'>[];
}
interface Property extends Fields<
  | 'id'
  | 'version'
  | 'code'
  | 'name'
  | 'type'
  | 'isRetired'
  | 'retiredAt'
  | 'jurisdiction'
  | 'timeZone'
  | 'currency'
  | 'createdAt'
  | 'updatedAt'
  | 'unitCount'
> {
  address: Fields<'line1' | 'line2' | 'postalCode' | 'city' | 'region' | 'country'>;
  coordinates: Fields<'latitude' | 'longitude'> | null;
  company: { id: string } | null;
  unitCountsByCategory: Fields<'category' | 'count'>[];
  buildings: Connection;
}

const PROPERTY =
  'query($id:ID!){property(id:$id){__typename id version code name type isRetired retiredAt jurisdiction timeZone currency address{__typename line1 line2 postalCode city region country}coordinates{__typename latitude longitude}company{id}createdAt updatedAt unitCount unitCountsByCategory{__typename category count}buildings(first:12){__typename totalCount pageInfo{__typename endCursor hasNextPage}nodes{__typename id code name unitCount}}}}';
const COMPANY =
  'query($representations:[_Any!]!){_entities(representations:$representations){... on Company{__typename id code name}}}';

async function companyOf({ company }: Property): Promise<Company | null> {
  if (!company) return null;
  const representations = [{ __typename: 'Company', id: company.id }];
  const found = await call<{ _entities: (Company | null)[] }>('organizations', COMPANY, {
    representations,
  });
  return found._entities[0] ?? null;
}

function propertyOf(from: Property, company: Company | null) {
  const { address, coordinates, buildings } = from;
  return {
    __typename: from.__typename,
    id: from.id,
    version: from.version,
    code: from.code,
    name: from.name,
    type: from.type,
    isRetired: from.isRetired,
    retiredAt: from.retiredAt,
    jurisdiction: from.jurisdiction,
    timeZone: from.timeZone,
    currency: from.currency,
    address: {
      __typename: address.__typename,
      line1: address.line1,
      line2: address.line2,
      postalCode: address.postalCode,
      city: address.city,
      region: address.region,
      country: address.country,
    },
    coordinates: coordinates && {
      __typename: coordinates.__typename,
      latitude: coordinates.latitude,
      longitude: coordinates.longitude,
    },
    company: company && {
      __typename: company.__typename,
      id: company.id,
      code: company.code,
      name: company.name,
    },
    createdAt: from.createdAt,
    updatedAt: from.updatedAt,
    unitCount: from.unitCount,
    unitCountsByCategory: from.unitCountsByCategory.map(({ __typename, category, count }) => ({
      __typename,
      category,
      count,
    })),
    buildings: {
      __typename: buildings.__typename,
      totalCount: buildings.totalCount,
      pageInfo: {
        __typename: buildings.pageInfo.__typename,
        endCursor: buildings.pageInfo.endCursor,
        hasNextPage: buildings.pageInfo.hasNextPage,
      },
      nodes: buildings.nodes.map(({ __typename, id, code, name, unitCount }) => ({
        __typename,
        id,
        code,
        name,
        unitCount,
      })),
    },
  };
}

serve(Number(port), async ({ id }: { id: string }) => {
  const { property } = await call<{ property: Property | null }>('properties', PROPERTY, { id });
  return JSON.stringify({
    data: {
      __typename: 'Query',
      property: property && propertyOf(property, await companyOf(property)),
    },
  });
});
