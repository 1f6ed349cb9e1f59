import type { Role } from '@propertea/kernel';

/** Reaches of a grant, as seen from the thing that a command is about. */
export const REACHES = [
  'organization',
  'its company',
  'another company',
  'its property',
  'another property of its company',
  'a property of another company',
] as const;
export type ReachName = (typeof REACHES)[number];

/** What a thing hangs on: who reaches that far may see it. */
type Level = 'organization' | 'company' | 'property';

interface Right {
  roles: readonly Role[];
  /** How far the grant has to go for the command. */
  reach: Level;
  /** To whom the thing exists; FORBIDDEN for them without the right, NOT_FOUND for the others. */
  seenBy: Level | 'everybody';
  /** What those with the role but not the reach are told, where that is something else. */
  outOfReach?: Outcome;
}

const ADMINISTRATORS: readonly Role[] = ['ORGANIZATION_ADMIN'];
const WRITERS: readonly Role[] = ['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER'];

const LETTERS: readonly Role[] = [...WRITERS, 'LEASING_AGENT'];

const ofMembers: Right = { roles: ADMINISTRATORS, reach: 'organization', seenBy: 'everybody' };
const ofCompany: Right = { roles: ADMINISTRATORS, reach: 'company', seenBy: 'company' };
const ofProperty: Right = { roles: WRITERS, reach: 'property', seenBy: 'property' };
/** Of what is let and by which lease. */
const ofLease: Right = { roles: LETTERS, reach: 'property', seenBy: 'property' };
/** Of a file that somebody else uploaded: who works on a part of the portfolio sees their own only. */
const ofUpload: Right = {
  roles: WRITERS,
  reach: 'organization',
  seenBy: 'everybody',
  outOfReach: 'NOT_FOUND',
};
/** What a person does for themselves, whatever their role. */
const ONESELF = 'oneself';

/**
 * Who may do what, for every mutation of every room. A new mutation that is not here fails the suite:
 * whoever adds one says here for whom it is.
 */
export const rights: Readonly<Record<string, Right | typeof ONESELF>> = {
  changeOrganization: ofMembers,
  inviteMember: ofMembers,
  revokeInvitation: ofMembers,
  addGrant: ofMembers,
  removeGrant: ofMembers,
  removeMember: ofMembers,
  viewAs: ofMembers,
  createApiClient: ofMembers,
  changeApiClient: ofMembers,
  rotateApiClientKey: ofMembers,
  revokeApiClientKey: ofMembers,
  revokeApiClient: ofMembers,

  createCompany: ofMembers,
  changeCompany: ofCompany,
  retireCompany: ofCompany,
  restoreCompany: ofCompany,

  createProperty: { roles: WRITERS, reach: 'company', seenBy: 'company' },
  changeProperty: ofProperty,
  retireProperty: ofProperty,
  restoreProperty: ofProperty,
  createBuilding: ofProperty,
  changeBuilding: ofProperty,
  retireBuilding: ofProperty,
  restoreBuilding: ofProperty,
  addEntrance: ofProperty,
  changeEntrance: ofProperty,
  removeEntrance: ofProperty,
  createUnit: ofProperty,
  changeUnit: ofProperty,
  retireUnit: ofProperty,
  restoreUnit: ofProperty,
  importPortfolio: ofUpload,
  discardImport: ofUpload,

  registerOrganization: ONESELF,
  // Only who began it ends it.
  endViewAs: ONESELF,
  acceptInvitation: ONESELF,
  eraseMyMemberships: ONESELF,
  changeProfile: ONESELF,
  changePreferences: ONESELF,
  eraseMyAccount: ONESELF,
  // Operators only, who stand in no organization.
  replayDeadLetters: { roles: [], reach: 'organization', seenBy: 'everybody' },
  purgeDeadLetters: { roles: [], reach: 'organization', seenBy: 'everybody' },

  createLease: ofLease,
  importLeases: ofLease,
  sendLease: ofLease,
  signLease: ofLease,
  activateLease: ofLease,
  cancelLease: ofLease,
  changeLease: ofLease,
  addLeaseParty: ofLease,
  changeLeaseParty: ofLease,
  removeLeaseParty: ofLease,
  addChargeTemplate: ofLease,
  changeChargeTemplate: ofLease,
  removeChargeTemplate: ofLease,
  scheduleRentChange: ofLease,
  cancelRentChange: ofLease,
  giveNotice: ofLease,
  withdrawNotice: ofLease,
  recordMoveIn: ofLease,
  recordMoveOut: ofLease,
  endLease: ofLease,
  closeLease: ofLease,
  settleHoldOver: ofLease,
  offerRenewal: ofLease,
  changeRenewalOffer: ofLease,
  acceptRenewal: ofLease,
  declineRenewal: ofLease,
  withdrawRenewal: ofLease,
  signRenewal: ofLease,
  blockUnit: ofLease,
  changeBlock: ofLease,
  removeBlock: ofLease,
  changeRentableUnit: ofLease,
  changeRentableUnits: ofLease,
};

export type Outcome = 'ALLOWED' | 'FORBIDDEN' | 'NOT_FOUND';

/** What is to come of a command by somebody with one grant. */
export function expected(right: Right, role: Role, reach: ReachName): Outcome {
  if (right.roles.includes(role)) {
    if (goes(reach, right.reach)) return 'ALLOWED';
    if (right.outOfReach) return right.outOfReach;
  }
  return sees(reach, right.seenBy) ? 'FORBIDDEN' : 'NOT_FOUND';
}

/** Whether a grant that goes so far is a grant over something of this level. */
function goes(reach: ReachName, level: Level): boolean {
  switch (level) {
    case 'organization':
      return reach === 'organization';
    case 'company':
      return reach === 'organization' || reach === 'its company';
    case 'property':
      return goes(reach, 'company') || reach === 'its property';
  }
}

/** A grant on a property shows the company that owns it, and nothing beside. */
export function sees(reach: ReachName, level: Right['seenBy']): boolean {
  if (level === 'everybody') return true;
  if (level === 'company' && reach === 'another property of its company') return true;
  return goes(reach, level === 'company' ? 'property' : level);
}

/** By which query each thing is read, and who sees it; every role reads within its reach. */
export const readable: Readonly<Record<string, Level>> = {
  company: 'company',
  property: 'property',
  building: 'property',
  unit: 'property',
  rentableUnit: 'property',
  block: 'property',
  tenancy: 'property',
  lease: 'property',
};
