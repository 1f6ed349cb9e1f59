import fc from 'fast-check';
import { Campaign } from './differential/campaign.js';
import { againstOracle, againstSpecification, faultOfOurs } from './differential/judge.js';
import { ORACLE_DEFECTS } from './differential/oracle-defects.js';
import { reported } from './differential/report.js';
import type { Told, Trial } from './differential/scene.js';

/** How many operations are run; more than in the gate by the environment. */
const OPERATIONS = Number(process.env['PROPERTEA_DIFFERENTIAL'] ?? 2_000);
/** Other operations than those of the gate. */
const SEED = Number(process.env['PROPERTEA_DIFFERENTIAL_SEED'] ?? 1);
const DOCUMENTS = 12;
const SHOWN = 3;

test(
  'generated operations over generated graphs are answered as the specification says, and as the stock gateway does where that is right',
  async () => {
    const campaign = new Campaign();
    const seeds = fc.sample(fc.nat(), { seed: SEED, numRuns: Math.ceil(OPERATIONS / 10) });
    for (const seed of seeds) {
      if (campaign.counts.operations >= OPERATIONS) break;
      await campaign.run(seed, DOCUMENTS, OPERATIONS);
    }
    const { counts, defects, refusals, findings } = campaign;
    console.log(
      [
        ...Object.entries(counts).map(([name, count]) => `${count} ${name}`),
        'defects of the oracle:',
        ...[...defects].map(([name, count]) => `${count} ${name}`),
        'not answered by us, with an error:',
        ...[...refusals].map(([name, count]) => `${count} ${name}`),
        `${findings.length} findings`,
      ].join('\n'),
    );
    const reports = [];
    for (const finding of findings.slice(0, SHOWN)) reports.push(await reported(finding));
    expect(reports.join('\n\n')).toBe('');
    // What is drawn must be worth it.
    expect(counts.schemas).toBeGreaterThan(OPERATIONS / 80);
    expect(counts['with errors']).toBeGreaterThan(counts.operations / 10);
    expect(counts['with nulls']).toBeGreaterThan(counts.operations / 4);
    expect(counts['equal to the specification']).toBeGreaterThan(counts.operations * 0.45);
  },
  OPERATIONS * 200,
);

describe('a difference is found', () => {
  const told = (data: unknown, errors: any[] = [], more: Partial<Told> = {}): Told => ({
    data,
    ...(errors.length > 0 ? { errors } : {}),
    log: [],
    violations: [],
    requests: [],
    ...more,
  });
  const trial = (over: Partial<Trial>): Trial => ({
    model: { subgraphs: [], objects: [], interfaces: [], unions: [] },
    operation: { source: '{ a }', variables: {} },
    trouble: 'calm',
    specified: told({ a: 1, b: null }),
    ours: told({ a: 1, b: null }),
    oracle: told({ a: 1, b: null }),
    ...over,
  });
  const failed = { message: 'failed', path: ['b'] };

  test('none where all is equal', () => {
    expect(faultOfOurs(trial({}))).toBeUndefined();
    expect(againstOracle(trial({}))).toBeUndefined();
  });

  test.each<[string, Partial<Trial>]>([
    ['another value', { ours: told({ a: 2, b: null }) }],
    ['another order of keys', { ours: told({ b: null, a: 1 }) }],
    ['a key too many', { ours: told({ a: 1, b: null, c: 1 }) }],
    ['an error too many', { ours: told({ a: 1, b: null }, [failed]) }],
    ['an error too few', { trouble: 'failing', specified: told({ a: 1, b: null }, [failed]) }],
    ['an error twice', { trouble: 'broken', ours: told({ a: 1, b: null }, [failed, failed]) }],
    ['an error at a value', { trouble: 'broken', ours: told({ a: 1, b: 1 }, [failed]) }],
    ['an error without a place', { ours: told(null, [{ message: 'x' }]) }],
    ['another order of writes', { ours: told({ a: 1, b: null }, [], { log: ['b', 'a'] }) }],
    ['a throw', { ours: told(undefined, [], { thrown: 'x' }) }],
    ['a wrong request', { ours: told({ a: 1, b: null }, [], { violations: ['x'] }) }],
  ])('%s', (_, over) => {
    expect(faultOfOurs(trial(over))).toBeDefined();
  });

  test.each<[string, Partial<Trial>]>([
    ['another value', { oracle: told({ a: 2, b: null }) }],
    ['another order of keys', { oracle: told({ b: null, a: 1 }) }],
    ['an error of theirs', { oracle: told({ a: 1, b: null }, [failed]) }],
    ['an error of ours', { ours: told({ a: 1, b: null }, [failed]) }],
    [
      'a null of which nobody says why',
      {
        oracle: told({ a: 1, b: null }, [], {
          extensions: { valueCompletion: [{ message: 'null', path: ['b', 'c'] }] },
        }),
      },
    ],
  ])('against the oracle: %s', (_, over) => {
    expect(againstOracle(trial({ trouble: 'broken', ...over }))).toBeDefined();
  });

  test('what is no defect of the oracle is not taken for one', () => {
    const wrong = trial({ oracle: told({ a: 2, b: null }) });
    const difference = againstSpecification(wrong, wrong.oracle);
    expect(difference).toBe('data');
    expect(ORACLE_DEFECTS.filter((each) => each.explains(wrong, 'data'))).toEqual([]);
  });
});
