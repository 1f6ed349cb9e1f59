import { newPropertyValues, pointOf, propertyChange, propertyInput } from './values';

const values = { ...newPropertyValues('UTC'), name: ' Elm ', code: 'ELM', jurisdiction: 'US-IL' };

describe('the form of a property', () => {
  it('sends texts without the blanks around them, and no point without numbers', () => {
    expect(propertyInput(values)).toMatchObject({ name: 'Elm', coordinates: null });
  });

  it('sends numbers for a point, zero too', () => {
    const there = { ...values, coordinates: { latitude: '0', longitude: '-87.63' } };
    expect(propertyInput(there).coordinates).toEqual({ latitude: 0, longitude: -87.63 });
  });

  it('changes only what was changed', () => {
    expect(propertyChange(values, ['code'])).toEqual({ code: 'ELM' });
    expect(propertyChange(values, ['coordinates'])).toEqual({ coordinates: null });
  });

  it('takes a point as maps give it, and no number with a decimal comma for one', () => {
    expect(pointOf('41.8837, -87.6289')).toEqual({ latitude: '41.8837', longitude: '-87.6289' });
    expect(pointOf('48,137')).toBeUndefined();
    expect(pointOf('41.8837')).toBeUndefined();
  });
});
