import { changesOf, inputOf, rebase, valuesOf } from './values';

const unit = {
  __typename: 'Unit' as const,
  property: { id: 'prop_1' },
  building: { id: 'bldg_1' },
  category: 'APARTMENT' as const,
  code: '101',
  entranceCode: 'A',
  floor: 1,
  bedrooms: 2,
  bathrooms: 1.5,
  areaSquareMetres: null,
  hasOwnAddress: false,
  address: {
    __typename: 'Address' as const,
    line1: '1 Main St',
    line2: null,
    postalCode: '60601',
    city: 'Chicago',
    region: 'IL',
    country: 'US',
  },
};

describe('the form of a unit', () => {
  const base = valuesOf(unit);

  it('says only what was changed', () => {
    expect(changesOf(base, base)).toEqual({});
    expect(changesOf(base, { ...base, bedrooms: 3, floor: '' })).toEqual({
      bedrooms: 3,
      floor: null,
    });
  });

  it('takes a house out of its building, with its entrance', () => {
    const house = { ...base, category: 'HOUSE' as const };
    expect(inputOf(house)).toMatchObject({ buildingId: null, entranceCode: null });
    expect(changesOf(base, house)).toEqual({
      category: 'HOUSE',
      buildingId: null,
      entranceCode: null,
    });
  });

  it('gives an inherited address only where it is made its own', () => {
    expect(inputOf(base).address).toBeNull();
    const own = valuesOf({ ...unit, hasOwnAddress: true });
    expect(changesOf(base, own).address).toEqual({
      line1: '1 Main St',
      line2: null,
      postalCode: '60601',
      city: 'Chicago',
      region: 'IL',
      country: 'US',
    });
  });

  it('keeps what others changed where somebody changed something else', () => {
    const mine = { ...base, bedrooms: 3 };
    const theirs = { ...base, bedrooms: 1, floor: 7 };
    expect(rebase(base, mine, theirs)).toEqual({ ...base, bedrooms: 3, floor: 7 });
  });
});
