import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';

/** Makes a person an operator of the platform; doing it twice changes nothing. */
export const appointOperator = defineCommand({
  name: 'appointOperator',
  input: z.object({ userId: z.uuid() }),
  async run({ input, em }) {
    await em.execute(
      'insert into organizations.operators (user_id) values (?) on conflict do nothing',
      [input.userId],
    );
  },
});
