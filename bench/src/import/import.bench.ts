import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import type { Identity } from '@propertea/kernel';
import { type House, startHouse } from '@propertea/local';
import { freePort } from '@propertea/postgres';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Bench, interleave, measurement } from '../harness.js';
import { openStand } from '../stand.js';
import { CopyPeer } from './copy-peer.js';
import { organizationOf, runImport, settled, upload } from './organizations.js';

const FILE = new URL('../../../data/chicago-affordable-rental-housing.csv', import.meta.url);
const TIMES_LARGER = 10;
const SAMPLE_MS = 20;

export const importBench: Bench = {
  name: 'import',
  about:
    'the whole Chicago file through the command against COPY of the same rows; memory ten times over',
  async run({ quick, log }) {
    const csv = await readFile(FILE, 'utf8');
    const companies = companiesOf(csv);
    const stand = await openStand();
    let house: House | undefined;
    try {
      house = await startHouse({
        adminUrl: stand.adminUrl,
        secrets: stand.secrets,
        port: await freePort(),
        uploadDirectory: join(stand.directory, 'uploads'),
        logger: createLogger('bench', 'error'),
        gateway: false,
      });
      const running = house;
      const importInto = async (identity: Identity, file: string) => {
        const importId = await upload(running, identity, file);
        const result = await runImport(running, identity, importId);
        await settled(running);
        return result;
      };
      const first = await organizationOf(house, companies);
      const { units } = await importInto(first, csv);
      log(`${units} units in ${companies.length} companies`);
      const peer = await CopyPeer.of(stand.adminUrl, first.organizationId ?? '');
      const times = await interleave(quick ? 1 : 3, {
        ours: async () => {
          const identity = await organizationOf(running, companies);
          const { seconds } = await importInto(identity, csv);
          return units / seconds;
        },
        'COPY of the same rows': async () => units / (await peer.copy()),
      });
      await peer.close();
      const growth = async (file: string): Promise<number> => {
        const identity = await organizationOf(running, companies);
        return peakGrowth(() => importInto(identity, file));
      };
      const large = enlarged(csv, quick ? 2 : TIMES_LARGER);
      const memory = await interleave(1, {
        ours: () => growth(large),
        'the file once': () => growth(csv),
      });
      return [
        measurement({ case: 'the Chicago file', metric: 'units per second', unit: '1/s' }, times),
        measurement(
          {
            case: `the file ${quick ? 2 : TIMES_LARGER} times over`,
            metric: 'growth of peak memory',
            unit: 'MB',
          },
          memory,
        ),
      ];
    } finally {
      await house?.stop();
      await stand.close();
    }
  },
};

function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, bom: true });
}

function companiesOf(csv: string): string[] {
  return [...new Set(rowsOf(csv).map((row) => row['Management Company']?.trim() ?? ''))].filter(
    Boolean,
  );
}

/** The same developments again and again under other names at other addresses. */
function enlarged(csv: string, times: number): string {
  const rows = rowsOf(csv);
  const copies = Array.from({ length: times }, (_, copy) =>
    rows.map((row) => ({
      ...row,
      'Property Name': `${row['Property Name']} ${copy + 1}`,
      Address: `${copy + 1}${row['Address']}`,
    })),
  );
  return stringify(copies.flat(), { header: true });
}

/** How far the resident memory rises above where it stood before, in MB. */
async function peakGrowth(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(sampler);
  }
  return (peak - before) / 1024 / 1024;
}
