import { readFile } from 'node:fs/promises';
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
  for (let i = 0; i < 3; i++) {
    const organizationId = newId();
    await asAdmin(house.database.adminUrl, async (c) => {
      for (const [index, name] of companies.entries())
        await c.query(
          `insert into properties.companies (organization_id, id, code, name, currency, is_retired, sequence) values ($1, $2, $3, $4, 'USD', false, 1)`,
          [organizationId, newId(), 'C' + index, name],
        );
    });
    const admin = staff(organizationId);
    const t = performance.now();
    const cpu = process.cpuUsage();
    const o = await house.import(admin, chicago);
    const used = process.cpuUsage(cpu);
    const ours = performance.now() - t;
    console.log(
      o.state,
      'import ms',
      Math.round(ours),
      'node cpu ms',
      Math.round(used.user / 1000),
      Math.round(used.system / 1000),
    );
    await asAdmin(house.database.adminUrl, async (c) => {
      for (const tb of ['units', 'audit_entries', 'outbox'])
        await c.query(
          `copy (select ${tb === 'outbox' ? 'id, organization_id, type, subject, sequence, at, correlation_id, causation_id, traceparent, data' : '*'} from properties.${tb} where organization_id = '${organizationId}') to '/tmp/zz-${tb}.copy'`,
        );
      await c.query(`delete from properties.units where organization_id = '${organizationId}'`);
      await c.query(
        `delete from properties.audit_entries where organization_id = '${organizationId}'`,
      );
      await c.query(`delete from properties.outbox where organization_id = '${organizationId}'`);
      await c.query('vacuum analyze');
      const t2 = performance.now();
      await c.query('begin');
      for (const tb of ['units', 'audit_entries', 'outbox']) {
        const t3 = performance.now();
        await c.query(
          `copy properties.${tb} ${tb === 'outbox' ? '(id, organization_id, type, subject, sequence, at, correlation_id, causation_id, traceparent, data)' : ''} from '/tmp/zz-${tb}.copy'`,
        );
        console.log(tb, Math.round(performance.now() - t3));
      }
      await c.query('commit');
      const copy = performance.now() - t2;
      console.log('copy ms', Math.round(copy), 'ratio', (ours / copy).toFixed(1));
    });
  }
  await house.stop();
}, 120000);
