import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Aggregate } from '@propertea/chassis/store';
import { emailKey } from '../email.js';

export const DEFAULT_LOCALE = 'en';
export const DEFAULT_TIME_ZONE = 'UTC';

/** One person, whatever they are to whom: their name, address and preferences. */
@Entity({ tableName: 'users' })
export class User extends Aggregate {
  @Property({ type: 'text' })
  email!: string;

  /** The address as it is compared; unique among verified ones. */
  @Property({ type: 'text', hidden: true })
  emailKey!: string;

  @Property({ type: 'boolean' })
  isEmailVerified!: boolean;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  locale: string = DEFAULT_LOCALE;

  @Property({ type: 'text' })
  timeZone: string = DEFAULT_TIME_ZONE;

  @Property({ type: 'timestamptz', nullable: true })
  erasedAt: Date | null = null;

  static register(person: { email: string; isEmailVerified: boolean; name: string }): User {
    const user = new User();
    user.setEmail(person.email, person.isEmailVerified);
    user.name = person.name;
    return user;
  }

  /** Takes over the address that an issuer vouches for. */
  setEmail(email: string, isVerified: boolean): void {
    this.email = email;
    this.emailKey = emailKey(email);
    this.isEmailVerified = isVerified;
  }

  /** Leaves nothing that tells who it was; the id stays, because other rows refer to it. */
  erase(now: Date): void {
    this.setEmail('erased@erased.invalid', false);
    this.name = 'Erased person';
    this.locale = DEFAULT_LOCALE;
    this.timeZone = DEFAULT_TIME_ZONE;
    this.erasedAt = now;
  }

  /** The state that events about this person carry. */
  toFact(): { userId: string; email: string; emailVerified: boolean; name: string } {
    const { id, email, isEmailVerified, name } = this;
    return { userId: id, email, emailVerified: isEmailVerified, name };
  }
}
