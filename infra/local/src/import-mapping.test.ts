import { fieldSource } from './import-mapping.js';

test('a column or a value is given for a field, whatever signs stand in the column or the value', () => {
  expect(fieldSource('Apt No=unit code', 'column')).toEqual({
    field: 'UNIT_CODE',
    column: 'Apt No',
    value: null,
  });
  expect(fieldSource('a=b = STREET', 'column')).toMatchObject({ field: 'STREET', column: 'a=b' });
  expect(fieldSource('property-name=A=B', 'value')).toEqual({
    field: 'PROPERTY_NAME',
    column: null,
    value: 'A=B',
  });
});

test.each(['', 'Apt No', '=UNIT_CODE', 'Apt No='])('“%s” is refused with the form', (text) => {
  expect(() => fieldSource(text, 'column')).toThrow('--map "<column>=<field>"');
  expect(() => fieldSource(text, 'value')).toThrow('--set "<field>=<value>"');
});
