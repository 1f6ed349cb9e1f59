import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import type { Portfolio } from './two-organizations.js';

/** Whose ids and names fill a question. */
export type Asker = Pick<Portfolio, 'ids' | 'organization' | 'invitation' | 'entrance'>;

let count = 0;
const code = () => `W${(++count % 46_656).toString(36).toUpperCase().padStart(3, '0')}`;

/**
 * What a field of this name takes, or `Input.field` where only one input means it so. Names that are
 * not here are filled by their type. This is the one place to look when a new command is not understood.
 */
const byName: Record<string, (asker: Asker) => unknown> = {
  first: () => 100,
  code,
  'ChangeEntranceInput.code': ({ entrance }) => entrance,
  'RemoveEntranceInput.code': ({ entrance }) => entrance,
  // Apartments need a building, houses forbid one.
  'CreateUnitInput.category': () => 'OTHER',
  version: () => 1,
  currency: () => 'USD',
  country: () => 'US',
  jurisdiction: () => 'US-IL',
  timeZone: () => 'America/Chicago',
  locale: () => 'en-US',
  postalCode: () => '60601',
  email: () => `walk${++count}@example.test`,
  confirmEmail: ({ organization }) => organization.user.email,
  password: () => 'correct horse battery staple',
  issuer: () => 'https://walk.example.test',
  latitude: () => 41.88,
  longitude: () => -87.63,
  token: ({ invitation }) => invitation.token,
  role: () => 'VIEWER',
  'LeasePartyDraftInput.role': () => 'TENANT',
  'AddLeasePartyInput.role': () => 'TENANT',
};

/** Inputs that want one of several optional fields, and which one they get. */
const wanted: Record<string, string> = {
  ReplayDeadLettersInput: 'room',
  PurgeDeadLettersInput: 'room',
  ScheduleRentChangeInput: 'amountMinor',
};

/** The type that an id names, told by the name of its field: `companyIds` → Company. */
export function typeOfId(name: string, asker: Pick<Asker, 'ids'>, ofField?: string) {
  const stem = name.replace(/Ids?$/, '');
  const type = name === 'id' || name === 'ids' ? ofField : stem[0]?.toUpperCase() + stem.slice(1);
  return type !== undefined && asker.ids.has(type) ? type : undefined;
}

/** A value that the field takes, made of what the asker has; optional parts are left out where they may be. */
export function valueFor(
  given: GraphQLInputType,
  asker: Asker,
  place: { name: string; input?: string; ofField?: string },
): unknown {
  const type = getNullableType(given);
  const known = byName[`${place.input}.${place.name}`] ?? byName[place.name];
  if (known) return known(asker);
  if (isListType(type)) return [valueFor(type.ofType, asker, place)];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInputObjectType(type)) {
    const filled = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || wanted[type.name] === field.name,
    );
    return Object.fromEntries(
      filled.map((field) => [
        field.name,
        valueFor(field.type, asker, { name: field.name, input: type.name }),
      ]),
    );
  }
  switch (type.name) {
    case 'ID': {
      const named = typeOfId(place.name, asker, place.ofField) ?? 'Company';
      return asker.ids.get(named)?.id;
    }
    case 'Boolean':
      return false;
    case 'Int':
    case 'Float':
    case 'SafeInt':
      return 1;
    case 'DateTime':
      return '2026-01-31T09:30:00.000Z';
    case 'LocalDate':
      return '2026-01-31';
    case 'CurrencyCode':
      return 'USD';
    default:
      return `Walk ${place.name} ${++count}`;
  }
}
