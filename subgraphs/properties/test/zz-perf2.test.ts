import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { parse } from 'csv-parse/sync';
import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { asAdmin } from '@propertea/chassis/store';
import { ImportRoom } from './import-room.js';
test('perf', async () => {
  const house = await ImportRoom.start();
  const chicago = await readFile('data/chicago-affordable-rental-housing.csv');
  const rows = parse(chicago, { columns: true }) as Record<string, string>[];
  const companies = [...new Set(rows.map((row) => row['Management Company'] ?? ''))];
  for (let i = 0; i < 2; i++) {
    const organizationId = newId();
    await asAdmin(house.database.adminUrl, async (c) => {
      for (const [index, name] of companies.entries())
        await c.query(
          `insert into properties.companies (organization_id, id, code, name, currency, is_retired, sequence) values ($1, $2, $3, $4, 'USD', false, 1)`,
          [organizationId, newId(), 'C' + index, name],
        );
    });
    const admin = staff(organizationId);
    const s = new Session();
    s.connect();
    await s.post('Profiler.enable');
    await s.post('Profiler.start');
    const t = performance.now();
    const o = await house.import(admin, chicago);
    const ours = performance.now() - t;
    const { profile } = (await s.post('Profiler.stop')) as any;
    const self = new Map<string, number>();
    const dt = profile.timeDeltas;
    const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
    profile.samples.forEach((id: number, k: number) => {
      const n: any = byId.get(id);
      const key =
        n.callFrame.functionName +
        ' ' +
        n.callFrame.url.split('/').slice(-2).join('/') +
        ':' +
        n.callFrame.lineNumber;
      self.set(key, (self.get(key) ?? 0) + dt[k]);
    });
    console.log(
      o.state,
      'import ms',
      Math.round(ours),
      '\n' +
        [...self]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 25)
          .map(([k, v]) => Math.round(v / 1000) + ' ' + k)
          .join('\n'),
    );
  }
  await house.stop();
}, 120000);
