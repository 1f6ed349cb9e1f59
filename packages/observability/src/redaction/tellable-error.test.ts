import { tellable, tellableMessage } from './tellable-error.js';

test('of an error is told where to look, never what somebody typed', () => {
  const refused = Object.assign(
    new Error('invalid input syntax for type date: "Lovelace "L", 1815"'),
    {
      code: '22007',
      detail: 'Lovelace',
      where: 'Lovelace',
      query: 'Lovelace',
      parameters: ['Lovelace'],
      table: 'people',
    },
  );
  const mail = Object.assign(new Error('550 no mailbox <ada@example.test>'), {
    responseCode: 550,
    rejected: ['ada@example.test'],
    command: 'RCPT TO:<ada@example.test>',
  });
  const told = tellable(new Error('a mail was not sent', { cause: refused }));
  expect(told).toMatchObject({
    type: 'Error',
    message: 'a mail was not sent',
    stack: expect.stringMatching(/^\s+at /),
    cause: {
      code: '22007',
      table: 'people',
      message: 'invalid input syntax for type date: "…"',
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/Lovelace/);
  expect(tellable(mail)).toMatchObject({ responseCode: 550, message: '550 no mailbox <<email>>' });
  expect(JSON.stringify(tellable(mail))).not.toMatch(/ada@/);
});

test('what names a place stays', () => {
  const unique = Object.assign(new Error('duplicate key … unique constraint "leases_code"'), {
    code: '23505',
  });
  expect(tellableMessage(unique)).toContain('"leases_code"');
  expect(tellableMessage('gone')).toBe('gone');
});
