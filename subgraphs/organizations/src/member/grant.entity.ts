import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import type { Reach, Role } from '@propertea/kernel';
import type { Member } from './member.entity.js';

/** The columns in which a reach is stored. */
export interface StoredReach {
  reachKind: Reach['kind'];
  companyId: string | null;
  propertyId: string | null;
}

export function storedReach(reach: Reach): StoredReach {
  return {
    reachKind: reach.kind,
    companyId: reach.kind === 'organization' ? null : reach.companyId,
    propertyId: reach.kind === 'property' ? reach.propertyId : null,
  };
}

/** The reach that the columns hold. */
export function reachOf({ companyId, propertyId }: StoredReach): Reach {
  if (propertyId && companyId) return { kind: 'property', propertyId, companyId };
  return companyId ? { kind: 'company', companyId } : { kind: 'organization' };
}

/** A role of a member with its reach: the organization, one company or one property. */
@Entity({ tableName: 'grants' })
export class Grant extends OrganizationAggregate {
  @Property({ type: 'uuid' })
  memberId!: string;

  @Property({ type: 'text' })
  role!: Role;

  @Property({ type: 'text' })
  reachKind!: Reach['kind'];

  @Property({ type: 'uuid', nullable: true })
  companyId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  propertyId: string | null = null;

  static give(member: Member, role: Role, reach: Reach): Grant {
    const { organizationId, id: memberId } = member;
    return Object.assign(new Grant(), { organizationId, memberId, role, ...storedReach(reach) });
  }
}
