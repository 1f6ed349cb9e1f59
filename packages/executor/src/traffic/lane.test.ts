import { Breaker } from './breaker.js';
import { TrafficLane } from './lane.js';
import { backoff } from './retries.js';
import { trafficRules, USUAL_TRAFFIC } from './rules.js';

const refused = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

describe('a lane', () => {
  const patient = { breaker: { minimum: 1_000_000 } };
  const quick = { count: 2, baseMs: 1, maxMs: 1 };

  it('sends a query again that found nobody, anything else once', async () => {
    const lane = new TrafficLane(trafficRules(patient, { retries: quick }));
    let sent = 0;
    const fails = (error: Error) => () => {
      sent += 1;
      return Promise.reject(error);
    };
    const sentFor = async (kind: 'query' | 'mutation', error: Error) => {
      sent = 0;
      await expect(lane.run(kind, undefined, fails(error))).rejects.toBe(error);
      return sent;
    };
    expect(await sentFor('query', refused())).toBe(3);
    expect(await sentFor('query', new Error('gone', { cause: refused() }))).toBe(3);
    expect(await sentFor('query', Object.assign(new Error(), { status: 503 }))).toBe(3);
    expect(await sentFor('query', Object.assign(new Error(), { status: 500 }))).toBe(1);
    expect(await sentFor('query', new Error('not JSON'))).toBe(1);
    expect(await sentFor('mutation', refused())).toBe(1);
  });

  it('retries at most the share of the requests that may be retries, beyond a reserve', async () => {
    const lane = new TrafficLane(trafficRules(patient, { retries: { ...quick, budget: 0.25 } }));
    let sent = 0;
    for (let asked = 0; asked < 100; asked++) {
      await lane
        .run('query', undefined, () => {
          sent += 1;
          return Promise.reject(refused());
        })
        .catch(() => undefined);
    }
    // The reserve of 10 was full when the first request came.
    expect(sent).toBeGreaterThan(100 + 10);
    expect(sent).toBeLessThanOrEqual(100 + 10 + 25);
  });

  it('lets so many through at once, so many wait in order, and refuses the next', async () => {
    const lane = new TrafficLane(trafficRules({ concurrency: { requests: 1, waiting: 2 } }));
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const run = (name: string, signal?: AbortSignal) =>
      lane.run('query', signal, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      });
    const leaving = new AbortController();
    const first = run('first');
    const leaver = run('leaver', leaving.signal);
    const second = run('second');
    await expect(run('one too many')).rejects.toThrow(/too many/);
    leaving.abort(new Error('left'));
    await expect(leaver).rejects.toThrow('left');
    expect([begun, lane.state.waiting]).toEqual([['first'], 1]);
    ends.get('first')?.();
    await first;
    await new Promise(setImmediate);
    expect(begun).toEqual(['first', 'second']);
    ends.get('second')?.();
    await second;
    expect(lane.state).toEqual({ breaker: 'closed', underWay: 0, waiting: 0 });
  });

  it('who takes too long has failed, who leaves has not', async () => {
    const rules = trafficRules({ timeoutMs: 1, breaker: { minimum: 1 } });
    const forever = () => new Promise<never>(() => undefined);
    const left = new TrafficLane({ ...rules, timeoutMs: 60_000 });
    const leaving = new AbortController();
    const answer = left.run('query', leaving.signal, forever);
    leaving.abort(new Error('left'));
    await expect(answer).rejects.toThrow('left');
    expect(left.state.breaker).toBe('closed');

    const slow = new TrafficLane(rules);
    await expect(slow.run('query', undefined, forever)).rejects.toThrow('within 1 ms');
    expect(slow.state).toEqual({ breaker: 'open', underWay: 0, waiting: 0 });
  });

  it('a subscription counts once, by its first answer', async () => {
    const lane = new TrafficLane(trafficRules({ breaker: { minimum: 2, failureRate: 1 } }));
    async function* lost(before: number) {
      for (let told = 0; told < before; told++) yield told;
      throw new Error('lost');
    }
    const read = async (before: number) => {
      for await (const answer of lane.subscribe(undefined, () => lost(before))) void answer;
    };
    await expect(read(0)).rejects.toThrow('lost');
    await expect(read(2)).rejects.toThrow('lost');
    expect(lane.state.breaker).toBe('closed');
    lane.rules = { ...lane.rules, breaker: { ...lane.rules.breaker, failureRate: 0.5 } };
    await expect(read(0)).rejects.toThrow('lost');
    expect(lane.state.breaker).toBe('open');
    await expect(read(2)).rejects.toThrow('its breaker is open');
  });
});

describe('a breaker', () => {
  const rules = { ...USUAL_TRAFFIC.breaker, minimum: 4, windowMs: 100, openMs: 50, probes: 2 };
  let now: number;
  let changes: string[];
  let breaker: Breaker;
  const judge = (...outcomes: boolean[]) => {
    for (const outcome of outcomes) {
      const pass = breaker.admit();
      if (pass === undefined) throw new Error('refused');
      breaker.judge(pass, outcome);
      breaker.leave(pass);
    }
  };

  beforeEach(() => {
    now = 1_000;
    changes = [];
    breaker = new Breaker(
      () => rules,
      (state) => changes.push(state),
      () => now,
    );
  });

  it('opens at its rate of failures, not before it has seen enough, and forgets what is long ago', () => {
    judge(false, false, false);
    now += 101;
    judge(false, true, true);
    expect(breaker.state).toBe('closed');
    judge(false);
    expect([breaker.state, breaker.admit()]).toEqual(['open', undefined]);
  });

  it('lets probes through after a while, and no more than those', () => {
    judge(false, false, false, false);
    now += 50;
    expect(breaker.state).toBe('half-open');
    const [one, two] = [breaker.admit(), breaker.admit()];
    expect([one !== undefined, two !== undefined, breaker.admit()]).toEqual([
      true,
      true,
      undefined,
    ]);
    breaker.judge(one ?? 0, true);
    breaker.leave(one ?? 0);
    breaker.judge(two ?? 0, true);
    expect(changes).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again when a probe fails, and does not listen to those of before', () => {
    const early = breaker.admit() ?? 0;
    judge(false, false, false, false);
    now += 50;
    const probe = breaker.admit() ?? 0;
    breaker.judge(early, true);
    breaker.judge(early, true);
    expect(breaker.state).toBe('half-open');
    breaker.judge(probe, false);
    expect([breaker.state, changes.at(-1)]).toEqual(['open', 'open']);
  });
});

it('waits longer with each failure up to a bound, spread over the whole time', () => {
  const rules = { baseMs: 100, maxMs: 500 };
  const longest = [1, 2, 3, 4, 5].map((failed) => backoff(rules, failed, () => 1));
  expect(longest).toEqual([100, 200, 400, 500, 500]);
  expect(backoff(rules, 3, () => 0)).toBe(0);
});
