import type { SessionQuery } from './gql/graphql';

type Grant = Omit<
  NonNullable<
    NonNullable<SessionQuery['viewer']>['memberships']
  >['nodes'][number]['grants'][number],
  'id' | '__typename'
>;

export interface Rights {
  /** Sees what administrators see: invitations, the audit log. */
  isAdministrator: boolean;
  /** Members, invitations, the organization itself and new companies. */
  mayAdminister: boolean;
  /** The company itself, not what belongs to it. */
  mayChangeCompany: (companyId: string) => boolean;
  /** Properties of this company, or of any company without one, may be changed. */
  mayEdit: (place?: { companyId?: string | null; propertyId?: string | null }) => boolean;
  /** Leases and blocks of this place, or of any without one, may be made and changed. */
  mayLet: (place?: { companyId?: string | null; propertyId?: string | null }) => boolean;
  /** Files may be imported somewhere. */
  mayImport: boolean;
  isReadOnly: boolean;
}

const EDITORS = new Set(['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER']);
const LETTERS = new Set([...EDITORS, 'LEASING_AGENT']);

/** What grants allow, as far as the portal hides what would be refused; the rooms decide. */
export function rightsOf(grants: readonly Grant[], isReadOnly = false): Rights {
  const editors = grants.filter(({ role }) => EDITORS.has(role));
  const isAdministrator = grants.some(
    ({ role, reachKind }) => role === 'ORGANIZATION_ADMIN' && reachKind === 'ORGANIZATION',
  );
  return {
    isReadOnly,
    isAdministrator,
    mayAdminister: isAdministrator && !isReadOnly,
    mayChangeCompany: (companyId) =>
      !isReadOnly &&
      (isAdministrator ||
        grants.some(
          ({ role, reachKind, company }) =>
            role === 'ORGANIZATION_ADMIN' && reachKind === 'COMPANY' && company?.id === companyId,
        )),
    mayImport: !isReadOnly && editors.some(({ reachKind }) => reachKind !== 'PROPERTY'),
    mayEdit: within(editors, isReadOnly),
    mayLet: within(
      grants.filter(({ role }) => LETTERS.has(role)),
      isReadOnly,
    ),
  };
}

/** Whether one of the grants reaches a place, or any place where none is named. */
function within(grants: readonly Grant[], isReadOnly: boolean): Rights['mayEdit'] {
  return ({ companyId, propertyId } = {}) =>
    !isReadOnly &&
    grants.some(
      ({ reachKind, company, property }) =>
        reachKind === 'ORGANIZATION' ||
        (reachKind === 'COMPANY' && (!companyId || company?.id === companyId)) ||
        (reachKind === 'PROPERTY' && propertyId !== undefined && property?.id === propertyId),
    );
}
