import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Config, OptionalProps } from '@mikro-orm/core';
import { newId } from '@propertea/kernel';

/** What every aggregate has: an id, a version for optimistic locking, and when it came and changed. */
export abstract class Aggregate<Optional extends string = never> {
  [OptionalProps]?: 'id' | 'version' | 'createdAt' | 'updatedAt' | Optional;
  [Config]?: { requiredAfterPersist: never };

  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Property({ type: 'integer', version: true })
  version!: number;

  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz', onUpdate: () => new Date() })
  updatedAt: Date = new Date();
}

/** An aggregate inside the isolation boundary. */
export abstract class OrganizationAggregate<
  Optional extends string = never,
> extends Aggregate<Optional> {
  @Property({ type: 'uuid' })
  organizationId!: string;
}
