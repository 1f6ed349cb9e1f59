import { defineCommand } from '@propertea/chassis/store';
import { DomainError, newId } from '@propertea/kernel';
import { userRegistered } from '@propertea/schema/events';
import { z } from 'zod';
import { emailKey, emailSchema, nameSchema } from '../email.js';
import type { Row } from '../platform-store.js';
import { actFor, addSignIn, lockSignIn } from '../user/sign-in-links.js';
import { User } from '../user/user.entity.js';
import { asWorker, demandPlatform } from '../user/user.policy.js';
import { insertAccount } from './account.js';
import { passwordFault } from './password-policy.js';
import { hashPassword } from './password.js';

const FAULTS = {
  'too-short': 'is shorter than 10 characters',
  'too-long': 'is longer than 256 characters',
  common: 'is among the first that others would guess',
} as const;

/**
 * Makes a person with an account at the embedded issuer and a verified address, without a mail: demo
 * accounts, and the first operator. `issuer` is null where the house has no embedded one.
 */
export const createAccount = defineCommand({
  name: 'createAccount',
  input: z
    .object({
      email: emailSchema,
      name: nameSchema,
      password: z.string().max(1000, { error: 'is too long', abort: true }),
      issuer: z.string().nullable(),
    })
    .superRefine(({ password, email, name }, context) => {
      const fault = passwordFault(password, [email, name]);
      if (fault) context.addIssue({ code: 'custom', path: ['password'], message: FAULTS[fault] });
    }),
  session: asWorker,
  run: async ({ input, em, identity, now, audit, emit }) => {
    demandPlatform(identity);
    const { issuer, email, name } = input;
    if (issuer === null) {
      throw new DomainError(
        'INVALID_INPUT',
        'Accounts are made at the OpenID provider of this house.',
      );
    }
    const account = {
      id: newId(),
      email,
      emailKey: emailKey(email),
      name,
      passwordHash: await hashPassword(input.password),
    };
    const signIn = { issuer, subject: account.id };
    await lockSignIn(em, { ...signIn, email });
    const sql = (text: string, parameters: readonly unknown[] = []) =>
      em.execute<Row[]>(text, [...parameters]);
    const owner = await em.findOne(User, {
      emailKey: account.emailKey,
      isEmailVerified: true,
      erasedAt: null,
    });
    if (owner || !(await insertAccount(sql, account, now))) {
      throw new DomainError('EMAIL_TAKEN', 'Another account has this e-mail address.', {
        path: ['input', 'email'],
      });
    }
    const user = User.register({ email, isEmailVerified: true, name });
    em.persist(user);
    await actFor(em, user.id);
    audit(user, 'user.registered', { personId: user.id });
    await em.flush();
    await addSignIn(em, signIn, user.id, now);
    emit(userRegistered, user, user.toFact());
    return { userId: user.id, subject: account.id };
  },
});
