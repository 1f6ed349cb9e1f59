import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';

/** A person's membership in one organization. */
@Entity({ tableName: 'members' })
export class Member extends OrganizationAggregate {
  @Property({ type: 'uuid' })
  userId!: string;

  /** Rises with every change of the grants; assertions made before are stale. */
  @Property({ type: 'integer', hidden: true })
  grantsVersion: number = 0;

  static join(organizationId: string, userId: string): Member {
    return Object.assign(new Member(), { organizationId, userId });
  }

  /** To be called with every change of the member's grants. */
  grantsChanged(): void {
    this.grantsVersion += 1;
  }

  fact() {
    return { memberId: this.id, organizationId: this.organizationId, userId: this.userId };
  }
}
