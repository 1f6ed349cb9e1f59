import {
  createAssertionSigner,
  createAssertionVerifier,
  generateAssertionKeys,
} from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, newId } from '@propertea/kernel';
import { person, staff, startTestRoom, TestClock, type TestRoom } from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

const AT = new Date('2026-01-01T12:00:10Z');

function pair(room = 'kiosk') {
  const clock = new TestClock(AT);
  const keys = generateAssertionKeys();
  const signer = createAssertionSigner(keys.privateKey, clock);
  const verify = createAssertionVerifier(keys.publicKey, room, clock);
  return { clock, keys, signer, verify };
}

const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });
function refusal(verify: () => unknown): unknown {
  try {
    return verify();
  } catch (error) {
    return error;
  }
}

it('says who asks, in which organization, with which grants', () => {
  const { signer, verify } = pair();
  const companyId = newId();
  const asking = {
    ...staff(newId(), 'ACCOUNTANT', { kind: 'company', companyId }),
    grantsVersion: 7,
    scopes: ['operator', 'reveal'],
  };
  expect(verify(signer.sign(asking, 'kiosk'))).toEqual(asking);
  expect(verify(signer.sign(person(), 'kiosk')).organizationId).toBeNull();
});

it('says who only reads, and with whose eyes; nothing of it where nobody does', () => {
  const { signer, verify } = pair();
  const asking = staff(newId());
  const viewAs = { id: newId(), memberId: newId() };
  const looking = { ...asking, readOnly: true, viewAs };
  expect(verify(signer.sign(looking, 'kiosk'))).toEqual(looking);
  expect(verify(signer.sign({ ...asking, readOnly: true }, 'kiosk')).readOnly).toBe(true);
  // A gateway that forgot the one claim is not believed the other.
  expect(verify(signer.sign({ ...asking, viewAs }, 'kiosk'))).toEqual(looking);
  expect(Object.keys(verify(signer.sign(asking, 'kiosk')))).not.toContain('readOnly');
  expect(signer.sign(looking, 'kiosk')).not.toBe(signer.sign(asking, 'kiosk'));
  const others = { ...looking, viewAs: { ...viewAs, memberId: newId() } };
  expect(signer.sign(others, 'kiosk')).not.toBe(signer.sign(looking, 'kiosk'));
});

it('is byte-identical for thirty seconds per person, organization and room', () => {
  const { clock, signer } = pair();
  const asking = staff(newId());
  const first = signer.sign(asking, 'kiosk');
  clock.advance({ seconds: 19 });
  expect(signer.sign({ ...asking }, 'kiosk')).toBe(first);
  expect(signer.sign(asking, 'properties')).not.toBe(first);
  expect(signer.sign({ ...asking, organizationId: newId() }, 'kiosk')).not.toBe(first);
  clock.advance({ seconds: 1 });
  expect(signer.sign(asking, 'kiosk')).not.toBe(first);
});

it('expires within ninety seconds, also where it was verified before', () => {
  const { clock, signer, verify } = pair();
  const token = signer.sign(person(), 'kiosk');
  clock.advance({ seconds: 60 });
  expect(refusal(() => verify(token))).not.toEqual(refused);
  clock.advance({ seconds: 30 });
  expect(refusal(() => verify(token))).toEqual(refused);
});

it('bears five seconds of clocks that disagree, and no more', () => {
  const { keys, verify } = pair();
  const ahead = (seconds: number) => {
    const clock = new TestClock(new Date('2026-01-01T12:00:30Z'));
    const room = new TestClock(new Date(clock.now().getTime() - seconds * 1000));
    const token = createAssertionSigner(keys.privateKey, clock).sign(person(), 'kiosk');
    return refusal(() => createAssertionVerifier(keys.publicKey, 'kiosk', room)(token));
  };
  expect(ahead(5)).not.toEqual(refused);
  expect(ahead(6)).toEqual(refused);
  expect(refusal(() => verify(undefined))).toEqual(refused);
});

it.each([
  ['none', () => undefined],
  ['an empty one', () => ''],
  ['nonsense', () => 'a.b.c'],
  [
    'one with a changed claim',
    (token: string) => swap(token, (claims) => ({ ...claims, persona: 'OPERATOR' })),
  ],
  ['one without a signature', (token: string) => token.split('.').slice(0, 2).join('.')],
  ['one that needs no signature', (token: string) => unsigned(token)],
  ['one of another key', () => pair().signer.sign(person(), 'kiosk')],
  [
    'one that was made for another room',
    (_: string, parts: ReturnType<typeof pair>) => parts.signer.sign(person(), 'properties'),
  ],
  ['one that is 500 KB long', (token: string) => token + 'x'.repeat(500_000)],
] as [string, (token: string, parts: ReturnType<typeof pair>) => string | undefined][])(
  '%s is refused',
  (_what, make) => {
    const parts = pair();
    const token = make(parts.signer.sign(person(), 'kiosk'), parts);
    expect(refusal(() => parts.verify(token))).toEqual(refused);
  },
);

function swap(token: string, change: (claims: Record<string, unknown>) => object): string {
  const [header, claims = '', signature] = token.split('.');
  const changed = change(JSON.parse(Buffer.from(claims, 'base64url').toString()));
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}

describe('a room that is asked in process', () => {
  let room: TestRoom;
  beforeAll(async () => {
    room = await startTestRoom(kiosk, {});
  });
  afterAll(() => room?.stop());

  it('answers nothing without a valid assertion, as over HTTP', async () => {
    const stranger = pair().signer.sign(person(), 'kiosk');
    for (const headers of [{}, { [ASSERTION_HEADER]: stranger }] as Record<string, string>[]) {
      expect(
        await room.room.execute({ query: '{ open __schema { types { name } } }' }, headers),
      ).toEqual({
        errors: [
          {
            message: 'This room answers only requests of the gateway.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      });
    }
  });
});
