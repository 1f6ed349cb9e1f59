import { readdirSync, readFileSync } from 'node:fs';
import { localDate } from '@propertea/kernel';
import { z } from 'zod';
import { NoticeGiver } from '../terms.js';

/** When something is the law, and whether somebody compared it with the statute: what nobody did warns and never enforces. */
const dated = { validFrom: localDate, checkedOn: localDate.nullable(), isVerified: z.boolean() };

const rule = z.discriminatedUnion('kind', [
  /** For the end of a month: so many months later, one more behind that working day, and more after years. */
  z.object({
    kind: z.literal('END_OF_MONTH'),
    byWorkingDay: z.int().min(1).max(10),
    months: z.int().min(0).max(24),
    longer: z.array(z.object({ afterYears: z.int().min(1), months: z.int().min(1) })),
  }),
  /** No date follows from the law: a reason decides. */
  z.object({ kind: z.literal('REASON_ONLY') }),
]);

const noticeRule = z.object({
  statute: z.string().min(1),
  givenBy: z.enum(NoticeGiver),
  ...dated,
  text: z.string().min(1),
  rule,
});

const pack = z.object({
  jurisdiction: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
  fixedTerms: z.object({ isForbidden: z.boolean(), ...dated }).nullable(),
  notice: z.array(noticeRule),
});

export type NoticeRule = z.output<typeof noticeRule>;

const FOLDER = new URL('../../packs/', import.meta.url);

/** The packs of this room, by jurisdiction; data, never code. @throws ZodError naming what is wrong with one */
const packs = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => pack.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
    .map((one) => [one.jurisdiction, one]),
);

/** The rule of a place for who gives notice, as of a day: the newest that is valid then. Null: no pack, or none in it. */
export function noticeRuleOf(
  jurisdiction: string | null,
  givenBy: NoticeGiver,
  on: string,
): NoticeRule | null {
  const rules = packs.get(jurisdiction ?? '')?.notice ?? [];
  return (
    rules
      .filter((one) => one.givenBy === givenBy && one.validFrom <= on)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null
  );
}
