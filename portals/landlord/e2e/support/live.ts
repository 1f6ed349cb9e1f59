import type { Page } from 'playwright-core';
import type { graphAs } from './graph';
import { dayFromNow } from './leasing';

/** Somebody who works at the graph meanwhile. */
export type Ask = Awaited<ReturnType<typeof graphAs>>;

/** Waits until the page follows changes. */
export const follows = (page: Page) => page.getByText('Live', { exact: true }).waitFor();

/** A mark that a reload would wipe out. */
export const mark = (page: Page) =>
  page.evaluate(() => void Object.assign(window, { isSamePage: true }));
/** Whether it is still the page that was marked. */
export const isMarked = (page: Page) => page.evaluate(() => 'isSamePage' in window);

async function versionOf(colleague: Ask, kind: 'lease' | 'unit', id: string): Promise<number> {
  const answer = await colleague(`query Of($id: ID!) { ${kind}(id: $id) { version } }`, { id });
  return answer[kind].version as number;
}

export async function giveNotice(colleague: Ask, leaseId: string): Promise<void> {
  await colleague(
    'mutation Give($input: GiveNoticeInput!) { giveNotice(input: $input) { errors { message path } } }',
    {
      input: {
        leaseId,
        version: await versionOf(colleague, 'lease', leaseId),
        givenBy: 'TENANT',
        receivedOn: dayFromNow(0),
        endsOn: dayFromNow(30),
        reason: 'They move to the sea.',
      },
    },
  );
}

export async function changeUnit(colleague: Ask, unitId: string, input: object): Promise<void> {
  await colleague(
    'mutation Change($input: ChangeUnitInput!) { changeUnit(input: $input) { errors { message path } } }',
    { input: { unitId, version: await versionOf(colleague, 'unit', unitId), ...input } },
  );
}
