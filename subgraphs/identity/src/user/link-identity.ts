import type { EntityManager } from '@mikro-orm/postgresql';
import { type CommandScope, defineCommand } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { userChanged, userRegistered } from '@propertea/schema/events';
import { z } from 'zod';
import { emailKey, emailSchema, nameSchema } from '../email.js';
import { actFor, addSignIn, findSignIn, lockSignIn, wasErased } from './sign-in-links.js';
import { User } from './user.entity.js';
import { asWorker, demandSystem } from './user.policy.js';

const input = z.object({
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(255),
  email: emailSchema,
  emailVerified: z.boolean(),
  /** Issuers send what they like here; without a usable name the address speaks for the person. */
  name: z.string().nullish(),
});

type Claims = z.output<typeof input>;

/**
 * Finds the person of a sign-in, or makes one at first sight. A sign-in is linked by issuer and subject;
 * by e-mail address only where both sides have verified it. Of simultaneous first sign-ins one makes the
 * person and the others find it.
 */
export const linkIdentity = defineCommand({
  name: 'linkIdentity',
  input,
  session: asWorker,
  run: async (scope): Promise<string> => {
    demandSystem(scope.identity);
    const { em, input: claims, now } = scope;
    const linked = (await findSignIn(em, claims)) ?? (await lockAndFind(em, claims));
    if (linked !== undefined) return refresh(scope, linked);
    if (await wasErased(em, claims, now)) {
      throw new DomainError('PERSON_ERASED', 'The data of this person has been erased.');
    }
    const user = (await findByVerifiedEmail(em, claims)) ?? (await register(scope));
    await addSignIn(em, claims, user.id, now);
    return user.id;
  },
});

async function lockAndFind(em: EntityManager, claims: Claims): Promise<string | undefined> {
  await lockSignIn(em, claims);
  return findSignIn(em, claims);
}

async function findByVerifiedEmail(em: EntityManager, claims: Claims): Promise<User | null> {
  if (!claims.emailVerified) return null;
  return em.findOne(User, {
    emailKey: emailKey(claims.email),
    isEmailVerified: true,
    erasedAt: null,
  });
}

async function register({ em, input: claims, audit, emit }: CommandScope<Claims>): Promise<User> {
  const name = nameSchema.safeParse(claims.name);
  const user = User.register({
    email: claims.email,
    isEmailVerified: claims.emailVerified,
    name: name.success ? name.data : (claims.email.split('@')[0] ?? claims.email),
  });
  em.persist(user);
  await actFor(em, user.id);
  audit(user, 'user.registered', { personId: user.id });
  await em.flush();
  emit(userRegistered, user, user.toFact());
  return user;
}

/** Follows the issuer's word about the address, unless somebody else has verified it. */
async function refresh(scope: CommandScope<Claims>, userId: string): Promise<string> {
  const { em, input: claims, audit, emit } = scope;
  const user = await em.findOneOrFail(User, userId);
  const isSame = user.email === claims.email && user.isEmailVerified === claims.emailVerified;
  if (isSame || !claims.emailVerified) return userId;
  await lockSignIn(em, claims);
  const owner = await findByVerifiedEmail(em, claims);
  if (owner && owner.id !== userId) return userId;
  user.setEmail(claims.email, true);
  await actFor(em, userId);
  audit(user, 'user.changed', { personId: userId });
  await em.flush();
  emit(userChanged, user, user.toFact());
  return userId;
}
