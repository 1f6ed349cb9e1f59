import { hashPassword, verifyPassword } from './password.js';

const weak = { N: 1024, r: 8, p: 1 };

it('knows a password again, in any spelling of the same characters', async () => {
  const stored = await hashPassword('caf\u00e9 au lait');
  expect(stored).toMatch(/^scrypt\$32768,8,3\$/);
  expect(stored).not.toContain('caf');
  expect(await verifyPassword('cafe\u0301 au lait', stored)).toEqual({
    matches: true,
    isOutdated: false,
  });
  expect((await verifyPassword('cafe au lait', stored)).matches).toBe(false);
});

it('asks for a new hash where the stored one was made with other parameters', async () => {
  const stored = await hashPassword('a good old password', weak);
  expect(await verifyPassword('a good old password', stored)).toEqual({
    matches: true,
    isOutdated: true,
  });
  expect((await verifyPassword('another', stored)).isOutdated).toBe(false);
});

it('never accepts anything for nobody or for a damaged hash', async () => {
  for (const stored of [null, '', 'scrypt$1,1,1$$', 'plain text']) {
    expect((await verifyPassword('', stored)).matches).toBe(false);
  }
});

it('takes as long for nobody as for somebody', async () => {
  const stored = await hashPassword('seven purple harbours');
  const measure = async (hash: string | null) => {
    const start = process.cpuUsage();
    await verifyPassword('a guess that is wrong', hash);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  await measure(stored);
  const [somebody, nobody] = [await measure(stored), await measure(null)];
  expect(nobody / somebody).toBeGreaterThan(0.2);
  expect(nobody / somebody).toBeLessThan(5);
});

it('answers many at once, each rightly', async () => {
  const stored = await hashPassword('password of many', weak);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      verifyPassword(index % 3 === 0 ? 'password of many' : 'wrong', stored),
    ),
  );
  expect(answers.map(({ matches }) => matches)).toEqual(answers.map((_, index) => index % 3 === 0));
});
