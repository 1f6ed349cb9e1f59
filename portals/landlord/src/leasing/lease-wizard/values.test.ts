import { draftInput, newDraft, newParty, stepOf } from './values';

it('what was not said is not sent', () => {
  const draft = newDraft('2027-01-01', '', 'Rent');
  const [charge] = draft.chargeTemplates;
  const input = draftInput({
    ...draft,
    unitId: 'unit_1',
    parties: [{ ...newParty(), name: 'Ann', email: ' ' }],
    chargeTemplates: charge ? [{ ...charge, amountMinor: 120_000 }] : [],
  });
  expect(input).toEqual({
    unitId: 'unit_1',
    startsOn: '2027-01-01',
    endsOn: null,
    dueDay: 1,
    proration: 'ACTUAL',
    parties: [{ name: 'Ann', role: 'TENANT', email: null, phone: null }],
    chargeTemplates: [
      {
        kind: 'RENT',
        label: 'Rent',
        amountMinor: 120_000,
        cycle: 'MONTHLY',
        dueDay: undefined,
        proration: undefined,
        startsOn: undefined,
        endsOn: undefined,
      },
    ],
  });
});

it.each([
  ['unitId', 'unit'],
  ['parties.0.name', 'parties'],
  ['endsOn', 'terms'],
  ['dueDay', 'terms'],
  ['chargeTemplates.1.amountMinor', 'charges'],
])('%s is asked for on the step %s', (path, step) => {
  expect(stepOf(path)).toBe(step);
});
