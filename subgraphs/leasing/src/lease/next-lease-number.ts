import type { EntityManager } from '@mikro-orm/postgresql';

const DIGITS = 6;

/**
 * The next numbers of a company's leases, `L000042`: given once, in order, also where drafts are made at
 * the same time. What is rolled back leaves no gap.
 */
export async function nextLeaseNumbers(
  em: EntityManager,
  { organizationId, companyId }: { organizationId: string; companyId: string },
  count: number,
): Promise<string[]> {
  const [row] = await em.execute<{ last: number }[]>(
    /* sql */ `
    insert into leasing.lease_numbers as n (organization_id, company_id, last) values (?, ?, ?)
    on conflict (organization_id, company_id) do update set last = n.last + excluded.last returning last`,
    [organizationId, companyId, count],
  );
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_, index) => {
    return `L${String(last - count + 1 + index).padStart(DIGITS, '0')}`;
  });
}
