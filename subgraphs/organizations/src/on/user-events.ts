import { type Consumer, on } from '@propertea/chassis/messaging';
import { userChanged, userErased, userRegistered, userSnapshot } from '@propertea/schema/events';
import { leaveOrganizations } from '../user/leave-organizations.js';

/** Keeps the copy of persons; what is older than what is stored changes nothing (R50). */
const onUserState: Consumer[] = [userRegistered, userChanged, userSnapshot].map((contract) =>
  on(
    contract,
    async ({ event, em }) => {
      const { userId, email, emailVerified, name } = event.data;
      await em.execute(
        /* sql */ `
        insert into organizations.people as known (user_id, email, is_email_verified, name, search, sequence)
        values (?, ?, ?, ?, ?, ?)
        on conflict (user_id) do update set email = excluded.email, is_email_verified = excluded.is_email_verified,
          name = excluded.name, search = excluded.search, sequence = excluded.sequence
        where known.sequence < excluded.sequence and not known.is_erased`,
        [
          userId,
          email.toLowerCase(),
          emailVerified,
          name,
          `${name} ${email}`.toLowerCase(),
          event.sequence,
        ],
      );
    },
    { personOf: ({ userId }) => userId },
  ),
);

/** An erased person leaves every organization, also as its last administrator, and stays forgotten. */
const onUserErased = on(
  userErased,
  async ({ event, em, journal, audit, emit }) => {
    const { userId } = event.data;
    const reason = 'The person was erased.';
    await leaveOrganizations(em, journal, { audit, emit }, { reason, keepAdministrators: false });
    await em.execute('delete from organizations.operators where id = ?', [userId]);
    await em.execute(
      /* sql */ `
      insert into organizations.people (user_id, email, is_email_verified, name, search, sequence, is_erased)
      values (?, '', false, '', '', ?, true)
      on conflict (user_id) do update set email = '', is_email_verified = false, name = '', search = '',
        sequence = excluded.sequence, is_erased = true`,
      [userId, event.sequence],
    );
  },
  { personOf: ({ userId }) => userId },
);

export const onUserEvents: Consumer[] = [...onUserState, onUserErased];
