import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';
import { findOneself } from './find-oneself.js';
import { localeSchema, timeZoneSchema } from './preferences.js';
import { asOneself } from './user.policy.js';

/** A person chooses language and time zone; what is left out stays. */
export const changePreferences = defineCommand({
  name: 'changePreferences',
  input: z.object({
    locale: localeSchema.nullish(),
    timeZone: timeZoneSchema.nullish(),
    version: z.int().min(1),
  }),
  session: asOneself,
  run: async ({ input, em, identity, audit }): Promise<string> => {
    const user = await findOneself(em, identity, input.version);
    const { locale, timeZone } = {
      locale: input.locale ?? user.locale,
      timeZone: input.timeZone ?? user.timeZone,
    };
    if (locale === user.locale && timeZone === user.timeZone) return user.id;
    Object.assign(user, { locale, timeZone });
    audit(user, 'user.changed', { personId: user.id });
    return user.id;
  },
});
