import { addDays, addMonths, type LocalDate } from '@propertea/kernel';
import { draw, drawFrom } from './draw.js';
import { FAMILY_NAMES, FIRST_NAMES } from './names.js';

/** A unit of the portfolio, as the demo lets it. */
export interface UnitToLet {
  /** Its id in the graph. */
  id: string;
  /** Company, property, building and unit in codes: the same at each run. */
  reference: string;
  bedrooms: number | null;
}

/** Of all units, so many are let; what else is random follows its unit's reference as well. */
const LET = 0.92;
const YEARS_BACK = 3;
const DAYS_BACK = YEARS_BACK * 365;
const TERM_MONTHS = 12;
/** Of those that outlived their first year: the rest agreed on four years. */
const OPEN_ENDED = 0.6;
const WITH_PARKING = 0.15;
const PARKING_MINOR = 9_500;
const COUPLES = 0.35;
/** How much less than expected a contract may be: leases of earlier years are cheaper. */
const CHEAPER_A_YEAR = 0.03;

/** Whether the demo lets the unit. */
export const isLet = ({ reference }: UnitToLet): boolean => draw('let', reference) < LET;

/**
 * A lease that was signed somewhere within the last three years, as `importLeases` takes it. Its charges of
 * before this month were billed elsewhere.
 *
 * @param expectedMinor what the unit should cost a month
 */
export function leaseOf(unit: UnitToLet, expectedMinor: number, today: LocalDate) {
  const { reference } = unit;
  const startsOn = firstOrFifteenth(
    addDays(today, -Math.floor(draw('start', reference) * DAYS_BACK)),
  );
  const yearsAgo = Number(today.slice(0, 4)) - Number(startsOn.slice(0, 4));
  const rentMinor = Math.round((expectedMinor * (1 - CHEAPER_A_YEAR * yearsAgo)) / 100) * 100;
  return {
    unitId: unit.id,
    startsOn,
    endsOn: lastDayOf(reference, startsOn, today),
    signedOn: addDays(startsOn, -Math.ceil(draw('signed', reference) * 40)),
    billedBefore: `${today.slice(0, 7)}-01`,
    parties: partiesOf(reference),
    chargeTemplates: [
      { kind: 'RENT', label: 'Rent', amountMinor: rentMinor, cycle: 'MONTHLY' },
      { kind: 'DEPOSIT', label: 'Security deposit', amountMinor: rentMinor, cycle: 'ONCE' },
      ...(draw('parking', reference) < WITH_PARKING
        ? [{ kind: 'PARKING', label: 'Parking', amountMinor: PARKING_MINOR, cycle: 'MONTHLY' }]
        : []),
    ],
  };
}

/** Terms begin on the first of a month or in its middle. */
function firstOrFifteenth(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}${Number(day.slice(8)) < 15 ? '01' : '15'}` as LocalDate;
}

function lastDayOf(reference: string, startsOn: LocalDate, today: LocalDate): LocalDate | null {
  const end = (months: number) =>
    addDays(addMonths(startsOn, months, Number(startsOn.slice(8))), -1);
  const first = end(TERM_MONTHS);
  if (first >= today) return first;
  if (draw('term', reference) < OPEN_ENDED) return null;
  return end((YEARS_BACK + 1) * TERM_MONTHS);
}

function partiesOf(reference: string) {
  const family = drawFrom(FAMILY_NAMES, 'family', reference);
  const person = (which: string) => {
    const first = drawFrom(FIRST_NAMES, which, reference);
    return {
      role: 'TENANT',
      name: `${first} ${family}`,
      email:
        `${first}.${family}.${reference.replaceAll(/[^A-Za-z0-9]+/gu, '-')}@tenants.example`.toLowerCase(),
    };
  };
  const couple = draw('couple', reference) < COUPLES;
  return couple ? [person('first'), person('second')] : [person('first')];
}
