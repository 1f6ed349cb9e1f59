import { setTimeout as pause } from 'node:timers/promises';
import { unavailable } from '../identity/faults.js';
import type { KeyValue } from '../key-value/key-value.js';
import type { Refresh, Session, Sessions } from './sessions.js';
import type { SignIn } from './sign-in.js';

const LOCK_SECONDS = 20;
const POLL_MS = 100;

/**
 * Renews a session's tokens shortly before they expire, once for however many requests of however many
 * gateways need them: providers that rotate refresh tokens take a second use for theft.
 */
export function createRefresh(parts: {
  sessions: () => Sessions;
  signIn: SignIn;
  keyValue: KeyValue;
}): Refresh {
  const running = new Map<string, Promise<Session | undefined>>();
  return async (session) => {
    if (session.tokens.renewAt > Date.now()) return session;
    // Without a refresh token the sign-in lasts as long as its tokens do.
    const expired = session.tokens.expiresAt <= Date.now();
    if (!session.tokens.refreshToken) return expired ? undefined : session;
    const inFlight = running.get(session.key) ?? begin(session);
    try {
      return await inFlight;
    } catch (error) {
      if (!expired) return session;
      throw unavailable('Sign-in', error);
    }
  };

  function begin(session: Session): Promise<Session | undefined> {
    const work = acrossGateways(session).finally(() => running.delete(session.key));
    running.set(session.key, work);
    return work;
  }

  async function acrossGateways(session: Session): Promise<Session | undefined> {
    const lock = `refresh:${session.key}`;
    const holders = await parts.keyValue.increment(lock, LOCK_SECONDS);
    if (holders > 1) return byAnother(session);
    try {
      return await renew(session);
    } finally {
      await parts.keyValue.delete(lock);
    }
  }

  async function renew(session: Session): Promise<Session | undefined> {
    const sessions = parts.sessions();
    // Another gateway may have finished between our reading and our lock.
    const current = await sessions.load(session.key);
    if (!current || current.tokens.expiresAt > session.tokens.expiresAt) return current;
    const renewed = await parts.signIn.refresh(current);
    if (!renewed) {
      await sessions.remove(session.key);
      return undefined;
    }
    const next = { ...current, ...renewed };
    // Whoever signed out meanwhile stays signed out.
    return (await sessions.change(next)) ? next : undefined;
  }

  async function byAnother(session: Session): Promise<Session | undefined> {
    const giveUpAt = Date.now() + LOCK_SECONDS * 1_000;
    while (Date.now() < giveUpAt) {
      const current = await parts.sessions().load(session.key);
      if (!current || current.tokens.expiresAt > session.tokens.expiresAt) return current;
      await pause(POLL_MS);
    }
    throw new Error('another gateway did not finish renewing this session');
  }
}
