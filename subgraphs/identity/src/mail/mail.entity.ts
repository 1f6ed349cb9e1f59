import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A mail as it was kept; written by the sign-in pages, read by operators. */
@Entity({ tableName: 'mails' })
export class Mail {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  recipient!: string;

  @Property({ type: 'text', hidden: true })
  recipientKey!: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text' })
  body!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
