import {
  firstDraft,
  mappingOf,
  missingFields,
  repeatedTitles,
  withColumn,
  withValue,
  withoutValue,
} from './draft';
import type { Draft } from './draft';
import type { FieldDefinition, ImportField, MappedColumn } from './wizard-types';

const column = (position: number, title: string, proposedField: ImportField | null = null) =>
  ({
    position,
    title,
    samples: [],
    proposedField,
    isProposalSure: true,
  }) as unknown as MappedColumn;
const field = (name: ImportField, isRequired = true) =>
  ({ field: name, isRequired, canBeFixed: true, choices: [] }) as unknown as FieldDefinition;

const columns = [column(1, 'Apt No', 'UNIT_CODE'), column(2, 'Where', 'STREET'), column(3, 'Note')];
const nothing = { layout: null, mapping: [], proposedLayout: null, proposedMapping: [] };
const source = (name: ImportField, more: { column?: string; value?: string }) =>
  ({ field: name, column: more.column ?? null, value: more.value ?? null }) as never;

describe('a mapping that is being made', () => {
  it('begins with what the room proposes', () => {
    const proposed = {
      ...nothing,
      proposedLayout: 'UNITS',
      proposedMapping: [source('CITY', { value: 'Köln' })],
    } as const;
    expect(firstDraft(proposed, 'UNITS', columns)).toEqual({
      columns: { 1: 'UNIT_CODE', 2: 'STREET' },
      values: { CITY: 'Köln' },
    });
    expect(firstDraft(proposed, 'DEVELOPMENTS', columns).values).toEqual({});
  });

  it('begins with what was asked for the last time, where that was in the same layout', () => {
    const asked = {
      ...nothing,
      layout: 'UNITS',
      mapping: [source('PROPERTY_NAME', { column: 'Note' }), source('COUNTRY', { value: 'DE' })],
    } as const;
    expect(firstDraft(asked, 'UNITS', columns)).toEqual({
      columns: { 3: 'PROPERTY_NAME' },
      values: { COUNTRY: 'DE' },
    });
    expect(firstDraft(asked, 'DEVELOPMENTS', columns).columns).toEqual({
      1: 'UNIT_CODE',
      2: 'STREET',
    });
  });

  it('has each field in one place', () => {
    const draft: Draft = { columns: { 1: 'UNIT_CODE', 2: 'STREET' }, values: { CITY: 'Köln' } };
    expect(withColumn(draft, 3, 'STREET').columns).toEqual({ 1: 'UNIT_CODE', 3: 'STREET' });
    expect(withColumn(draft, 2, null).columns).toEqual({ 1: 'UNIT_CODE' });
    expect(withColumn(draft, 3, 'CITY')).toEqual({
      columns: { 1: 'UNIT_CODE', 2: 'STREET', 3: 'CITY' },
      values: {},
    });
    expect(withoutValue(withValue(draft, 'COUNTRY', 'DE'), 'CITY').values).toEqual({
      COUNTRY: 'DE',
    });
  });

  it('says which required fields nothing is chosen for', () => {
    const fields = [field('UNIT_CODE'), field('CITY'), field('REGION', false), field('COUNTRY')];
    const draft: Draft = { columns: { 1: 'UNIT_CODE' }, values: { CITY: ' ', COUNTRY: 'DE' } };
    expect(missingFields(draft, fields).map((one) => one.field)).toEqual(['CITY']);
  });

  it('is sent by headings and trimmed values', () => {
    const draft: Draft = { columns: { 1: 'UNIT_CODE' }, values: { CITY: ' Köln ', REGION: '' } };
    expect(mappingOf(draft, columns)).toEqual([
      { input: { field: 'UNIT_CODE', column: 'Apt No' }, position: 1 },
      { input: { field: 'CITY', value: 'Köln' }, position: undefined },
    ]);
  });

  it('knows the headings that cannot be told apart', () => {
    const twice = [column(1, 'a'), column(2, 'b'), column(3, 'a')];
    expect([...repeatedTitles(twice)]).toEqual(['a']);
  });
});
