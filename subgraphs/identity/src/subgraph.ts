import type { RequestListener } from 'node:http';
import { defineSubgraph } from '@propertea/chassis/graph';
import { defineSnapshot } from '@propertea/chassis/messaging';
import { mayPublish, userSnapshot } from '@propertea/schema/events';
import { AccountResolver } from './account/account.resolver.js';
import { Mail } from './mail/mail.entity.js';
import { MailResolver } from './mail/mail.resolver.js';
import { onMemberAdded } from './on/member-added.js';
import { onMemberRemoved } from './on/member-removed.js';
import { onMemberSnapshot } from './on/member-snapshot.js';
import { embeddedIssuerOf, startBackground } from './platform.js';
import { identitySettings } from './settings.js';
import { User } from './user/user.entity.js';
import { usersById } from './user/user.loader.js';
import { UserResolver } from './user/user.resolver.js';

export { generateIssuerKeys, signAccessToken, type TokenClaims } from './provider/keys.js';
export { identitySettings, type IdentitySettings } from './settings.js';

/** The room of persons: who they are, how they sign in, what they prefer. */
export default defineSubgraph({
  name: 'identity',
  resolvers: [UserResolver, AccountResolver, MailResolver],
  references: { User: (context, id) => context.load(usersById, id) },
  entities: [User, Mail],
  migrations: new URL('../migrations/', import.meta.url),
  violations: {
    users_email: {
      code: 'EMAIL_TAKEN',
      message: 'Another account has this e-mail address.',
      path: ['input', 'email'],
    },
  },
  consumers: [onMemberAdded, onMemberRemoved, onMemberSnapshot],
  // Who was erased stays forgotten: user.erased has said so.
  snapshots: [defineSnapshot(userSnapshot, User, (user) => user.toFact(), { erasedAt: null })],
  mayPublish,
  settings: identitySettings,
  routes: (services): Record<string, RequestListener> => {
    const issuer = embeddedIssuerOf(services);
    return issuer ? { '/oidc': issuer.listener } : {};
  },
  background: startBackground,
});
