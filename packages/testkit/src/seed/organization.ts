import { type Grant, type Identity, type Role, systemIdentity } from '@propertea/kernel';
import { staff } from '../room.js';
import { type Ground, type Made, Planted } from './ground.js';
import { ApiClientSeed } from './api-client.js';
import { uploadImport } from './import.js';
import { madeOf } from './made.js';
import { type MadeUser, type UserFacts, UserSeed } from './people.js';
import {
  type BuildingSeed,
  CompanySeed,
  type MadeCompany,
  type MadeInOrganization,
  type MadeProperty,
  type PropertySeed,
  type UnitSeed,
} from './portfolio.js';

export interface MadeOrganization extends Made {
  name: string;
  version: number;
  user: MadeUser;
  /** Who registered it, standing in it. */
  administrator: Identity;
}

export interface MadeMember extends MadeInOrganization {
  user: MadeUser;
  /** The member, standing in the organization with this grant. */
  identity: Identity;
  grantId: string;
}

export interface MadeInvitation extends MadeInOrganization {
  email: string;
  /** What the link ends with. */
  token: string;
}

/** How far a grant goes; nothing named means the whole organization. */
export interface Within {
  company?: PromiseLike<MadeCompany> | MadeCompany;
  property?: PromiseLike<MadeProperty> | MadeProperty;
}

type Facts = Record<string, unknown>;

export class OrganizationSeed extends Planted<MadeOrganization> {
  static sow(
    ground: Ground,
    facts: { name?: string; by?: PromiseLike<MadeUser> | MadeUser } = {},
  ): OrganizationSeed {
    return new OrganizationSeed(ground, registerOrganization(ground, facts));
  }

  company(facts: Facts = {}): CompanySeed {
    return CompanySeed.sow(this.ground, this.made, facts);
  }

  /** A property of a company of its own. */
  property(facts: Facts = {}): PropertySeed {
    return this.company().property(facts);
  }

  building(facts: Facts = {}): BuildingSeed {
    return this.property().building(facts);
  }

  unit(facts: Facts = {}): UnitSeed {
    return this.building().unit(facts);
  }

  member(role: Role = 'VIEWER', within: Within = {}, who: UserFacts | MadeUser = {}): MemberSeed {
    return new MemberSeed(this.ground, addMember(this.ground, this.made, role, within, who));
  }

  invitation(facts: Facts = {}): Planted<MadeInvitation> {
    return new Planted(this.ground, invite(this.ground, this.made, facts));
  }

  apiClient(facts: Facts = {}): ApiClientSeed {
    return ApiClientSeed.sow(this.ground, this.made, facts);
  }

  /** A portfolio file that was uploaded and waits to be imported. */
  import(csv?: string): Planted<MadeInOrganization> {
    return new Planted(this.ground, uploadImport(this.ground, this.made, csv));
  }

  /**
   * What the command `create<Type>` makes of `input` beside a name, for rooms whose aggregates need
   * nothing else.
   */
  plain(type: Parameters<typeof madeOf>[0], facts: Facts = {}): Planted<MadeInOrganization> {
    return new Planted(this.ground, createPlain(this.ground, this.made, type, facts));
  }
}

export class MemberSeed extends Planted<MadeMember> {
  /** The person behind the membership. */
  user(): Planted<MadeUser> {
    return new Planted(
      this.ground,
      this.made.then((member) => member.user),
    );
  }

  /** The organization as this member sees it, begun by the administrator. */
  viewAs(): Planted<Made> {
    return new Planted(
      this.ground,
      this.made.then((member) => beginViewAs(this.ground, member)),
    );
  }

  grant(): Planted<Made> {
    const made = this.made.then(({ grantId }) => madeOf('Grant', { id: grantId, version: 1 }));
    return new Planted(this.ground, made);
  }
}

async function registerOrganization(
  ground: Ground,
  facts: { name?: string; by?: PromiseLike<MadeUser> | MadeUser },
): Promise<MadeOrganization> {
  const user = await (facts.by ?? UserSeed.sow(ground));
  const name = facts.name ?? ground.text('organization');
  const { organization } = await ground.run<{ organization: { id: string; version: number } }>(
    user.identity,
    'registerOrganization',
    { name },
    'organization { id version }',
  );
  const made = madeOf('Organization', organization);
  const everything = { kind: 'organization' } as const;
  const administrator = staff(made.uuid, 'ORGANIZATION_ADMIN', everything, user.uuid);
  return { ...made, name, user, administrator };
}

async function addMember(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  role: Role,
  within: Within,
  who: UserFacts | MadeUser,
): Promise<MadeMember> {
  const organization = await parent;
  const user = 'uuid' in who ? who : await UserSeed.sow(ground, who);
  const company = await within.company;
  const property = await within.property;
  // Reach over a property needs its fact; persons are searched by theirs.
  await ground.house.settled();
  const { memberId } = await ground.run<{ memberId: string }>(
    systemIdentity(organization.uuid),
    'addMember',
    {
      userId: user.uuid,
      role,
      ...(company && { companyId: company.id }),
      ...(property && { propertyId: property.id }),
    },
    'memberId',
  );
  const identity = staff(organization.uuid, role, reachOf(company, property), user.uuid);
  const grantId = await grantOf(ground, organization, memberId);
  return {
    ...madeOf('Member', { id: memberId, version: 1 }),
    organization,
    user,
    identity,
    grantId,
  };
}

function reachOf(
  company: MadeCompany | undefined,
  property: MadeProperty | undefined,
): Grant['reach'] {
  if (property)
    return { kind: 'property', propertyId: property.uuid, companyId: property.company.uuid };
  return company ? { kind: 'company', companyId: company.uuid } : { kind: 'organization' };
}

async function grantOf(
  ground: Ground,
  organization: MadeOrganization,
  memberId: string,
): Promise<string> {
  const { data, errors } = await ground.house.at('organizations', organization.administrator)(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { grants { id } } } }',
    { of: [{ __typename: 'Member', id: memberId }] },
  );
  const [member] = (data?.['_entities'] ?? []) as { grants: { id: string }[] }[];
  const grant = member?.grants.at(-1);
  if (grant) return grant.id;
  throw new Error(`The grant of ${memberId} was not found: ${JSON.stringify(errors)}`);
}

async function beginViewAs(ground: Ground, { id, organization }: MadeMember): Promise<Made> {
  const { viewAs } = await ground.run<{ viewAs: { id: string } }>(
    organization.administrator,
    'viewAs',
    { memberId: id, reason: ground.text('reason') },
    'viewAs { id }',
  );
  return madeOf('ViewAs', { ...viewAs, version: 1 });
}

async function invite(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  facts: Facts,
): Promise<MadeInvitation> {
  const organization = await parent;
  const input = { email: ground.email(), role: 'VIEWER', ...facts };
  const { invitation, link } = await ground.run<{ invitation: { id: string }; link: string }>(
    organization.administrator,
    'inviteMember',
    input,
    'invitation { id } link',
  );
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const made = madeOf('Invitation', { ...invitation, version: 1 });
  return { ...made, organization, email: input.email, token };
}

async function createPlain(
  ground: Ground,
  parent: PromiseLike<MadeOrganization>,
  type: Parameters<typeof madeOf>[0],
  facts: Facts,
): Promise<MadeInOrganization> {
  const organization = await parent;
  const field = `${type[0]?.toLowerCase()}${type.slice(1)}`;
  const payload = await ground.run<Record<string, { id: string; version: number }>>(
    organization.administrator,
    `create${type}`,
    { name: ground.text(field), ...facts },
    `${field} { id version }`,
  );
  const created = payload[field];
  if (!created) throw new Error(`create${type} answered no ${field}.`);
  return { ...madeOf(type, created), organization };
}
