import { chromium, probeServices } from '@propertea/testkit';
import { stageAt, startStage } from '@propertea/testkit/stage';
import type { Stage } from '@propertea/testkit/stage';
import type { Bench, Measurement } from '../harness.js';
import { median } from '../harness.js';
import { FORM_FACTORS, audit } from './audit.js';
import type { Audit, FormFactor } from './audit.js';
import { searchTimes } from './typing.js';

const SEARCH_LIMIT_MS = 300;
const SCRIPT_LIMIT_KB = 250;
const PERFORMANCE: Record<FormFactor, number> = { desktop: 95, mobile: 80 };

/** The production build against the running house, signed in, in an organization of 24,440 units. */
export const portalBench: Bench = {
  name: 'portal',
  about: 'Lighthouse over the landlord portal, its first load, and typing in search',
  async run({ quick, log }) {
    await probeServices();
    const { value: chromiumPath } = await chromium();
    log('raising the platform with 24,440 units in one organization …');
    const process = await startStage('none');
    try {
      const stage = stageAt(process.address, false);
      const organization = await stage.organization('large');
      const cookies = await stage.signIn(organization.accounts.administrator);
      const origin = stage.portals['landlord'] ?? stage.url;
      const home = `${origin}/${organization.id}`;
      const pages = {
        dashboard: home,
        'property list': `${home}/properties`,
        'property page': `${home}/properties/${await largestProperty(stage, organization.id, organization.accounts.administrator.email)}`,
      };
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const audits = new Map<string, Audit[]>();
      // The first browser and the first answers of a server that just started are no figure of a page.
      for (const url of Object.values(pages)) await audit(url, 'desktop', cookie, chromiumPath);
      for (let round = 0; round < (quick ? 1 : 3); round++) {
        for (const [page, url] of Object.entries(pages)) {
          for (const formFactor of FORM_FACTORS) {
            const name = `${page}, ${formFactor}`;
            const one = await audit(url, formFactor, cookie, chromiumPath);
            log(`${name}: performance ${Math.round(one.performance)} ${one.failed.join(' ')}`);
            audits.set(name, [...(audits.get(name) ?? []), one]);
          }
        }
      }
      const times = await searchTimes({
        page: home,
        cookies: cookies.map(({ name, value }) => ({ name, value, url: origin })),
        chromiumPath,
        rounds: quick ? 1 : 5,
      });
      return [
        ...[...audits].flatMap(([name, runs]) => linesOf(name, runs)),
        line('search over 24,440 units', 'typed to shown', 'ms', times, {
          'at most': SEARCH_LIMIT_MS,
        }),
      ];
    } finally {
      await process.stop();
    }
  },
};

function linesOf(name: string, runs: Audit[]): Measurement[] {
  const formFactor: FormFactor = name.endsWith('mobile') ? 'mobile' : 'desktop';
  const of = (metric: keyof Omit<Audit, 'failed'>) => runs.map((run) => run[metric]);
  const score = (metric: 'performance' | 'accessibility' | 'best practices', least: number) =>
    line(name, metric, 'of 100', of(metric), { 'at least': least });
  return [
    score('performance', PERFORMANCE[formFactor]),
    score('accessibility', 100),
    score('best practices', 95),
    line(name, 'largest paint', 'ms', of('largest paint'), {}),
    line(name, 'blocking time', 'ms', of('blocking time'), {}),
    ...(name.startsWith('property list')
      ? [
          line(
            name,
            'first-load scripts',
            'KB',
            of('scripts').map((bytes) => bytes / 1_000),
            {
              'at most': SCRIPT_LIMIT_KB,
            },
          ),
          line(name, 'questions of the browser', 'requests', of('graphQuestions'), {}),
        ]
      : []),
  ];
}

function line(
  name: string,
  metric: string,
  unit: string,
  values: number[],
  peers: Record<string, number>,
): Measurement {
  const middle = median(values);
  const spread = middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
  return { case: name, metric, unit, ours: middle, peers, spread };
}

async function largestProperty(stage: Stage, organization: string, email: string): Promise<string> {
  const answer = await fetch(`${stage.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-organization-id': organization,
      authorization: `Bearer ${await stage.token(email)}`,
    },
    body: JSON.stringify({
      query:
        '{ properties(first: 1, sort: { field: UNIT_COUNT, direction: DESC }) { nodes { id } } }',
    }),
  });
  const { data } = (await answer.json()) as { data: { properties: { nodes: { id: string }[] } } };
  const [largest] = data.properties.nodes;
  if (!largest) throw new Error('the organization has no property');
  return largest.id;
}
