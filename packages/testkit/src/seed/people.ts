import { encodeId, type Identity, newId, systemIdentity } from '@propertea/kernel';
import { person } from '../room.js';
import { type Ground, type Made, Planted } from './ground.js';

export interface MadeUser extends Made {
  email: string;
  name: string;
  /** The person in no organization. */
  identity: Identity;
}

export interface UserFacts {
  email?: string;
  name?: string;
  /** Of the sign-in; the e-mail address unless said otherwise. */
  subject?: string;
}

/** A person who signs in for the first time, as the gateway tells the rooms of it. */
export class UserSeed extends Planted<MadeUser> {
  static sow(ground: Ground, facts: UserFacts = {}): UserSeed {
    return new UserSeed(ground, register(ground, facts));
  }
}

async function register(ground: Ground, facts: UserFacts): Promise<MadeUser> {
  const email = facts.email ?? ground.email();
  const name = facts.name ?? ground.text('person');
  const { issuer } = ground;
  const uuid = ground.has('identity')
    ? (
        await ground.run<{ userId: string }>(
          systemIdentity(),
          'linkIdentity',
          { issuer, subject: facts.subject ?? email, email, emailVerified: true, name },
          'userId',
        )
      ).userId
    : newId();
  return { id: encodeId('User', uuid), uuid, email, name, identity: person(uuid) };
}
