import { addDays, daysBetween } from '@propertea/kernel';
import fc from 'fast-check';
import { UnitAvailabilityState } from '../terms.js';
import { calendarOf, type Span } from './calendar.js';

const FIRST = '2027-01-01';
const { VACANT, OCCUPIED, BLOCKED, RETIRED } = UnitAvailabilityState;

/** Holdings that never overlap, by day; the last one may be open. */
const holdings = fc
  .array(
    fc.record({ gap: fc.nat(20), length: fc.integer({ min: 1, max: 30 }), isBlock: fc.boolean() }),
    {
      maxLength: 8,
    },
  )
  .chain((parts) => fc.boolean().map((isOpen) => ({ parts, isOpen })))
  .map(({ parts, isOpen }) => {
    let day: string = addDays(FIRST, -30);
    return parts.map(({ gap, length, isBlock }, index): Span => {
      const startsOn = addDays(day, gap);
      day = addDays(startsOn, length);
      const endsBefore = isOpen && index === parts.length - 1 ? null : day;
      return {
        state: isBlock ? BLOCKED : OCCUPIED,
        startsOn,
        endsBefore,
        leaseId: null,
        blockId: null,
      };
    });
  });

/** Day by day, from what is said of R25 and R48. */
function slowly(from: string, before: string, held: readonly Span[], retiredOn: string | null) {
  return Array.from({ length: daysBetween(from, before) }, (_, index) => {
    const day = addDays(from, index);
    if (retiredOn !== null && day >= retiredOn) return RETIRED;
    const one = held.find(
      ({ startsOn, endsBefore }) => startsOn <= day && (endsBefore === null || endsBefore > day),
    );
    return one?.state ?? VACANT;
  });
}

test('R48: a calendar has each of its days once and says of it what holds the unit then', () => {
  fc.assert(
    fc.property(
      holdings,
      fc.integer({ min: 1, max: 120 }),
      fc.option(fc.integer({ min: -10, max: 130 }), { nil: null }),
      (held, length, retired) => {
        const before = addDays(FIRST, length);
        const retiredOn = retired === null ? null : addDays(FIRST, retired);
        const spans = calendarOf(FIRST, before, held, retiredOn);
        const days = spans.flatMap(({ state, startsOn, endsBefore }) =>
          Array.from({ length: daysBetween(startsOn, endsBefore ?? before) }, () => state),
        );
        expect(days).toEqual(slowly(FIRST, before, held, retiredOn));
        for (const [index, { startsOn }] of spans.entries()) {
          expect(startsOn).toBe(index === 0 ? FIRST : spans[index - 1]?.endsBefore);
        }
      },
    ),
  );
});
