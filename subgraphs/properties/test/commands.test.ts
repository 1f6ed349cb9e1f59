import { type Office, Portfolio } from './portfolio.js';

let portfolio: Portfolio;
let office: Office;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
});
afterAll(() => portfolio?.stop());

test('a property, its building and its unit are created and read back as people name them', async () => {
  const property = await office.property({
    code: 'CLARK',
    coordinates: { latitude: 41.9, longitude: -87.6 },
  });
  expect(property).toMatchObject({
    version: 1,
    code: 'CLARK',
    currency: 'USD',
    unitCount: 0,
    isRetired: false,
    company: { id: office.companyId },
    address: { line1: '2800 N. Clark St.', line2: null, country: 'US' },
    coordinates: { latitude: 41.9, longitude: -87.6 },
  });
  const building = await office.building(property.id, { code: 'A', name: 'Front house' });
  expect(building).toMatchObject({
    code: 'A',
    hasOwnAddress: false,
    address: { line1: '2800 N. Clark St.' },
  });
  const unit = await office.unit(property.id, {
    code: '101',
    category: 'APARTMENT',
    buildingId: building.id,
    bedrooms: 2,
    bathrooms: 1.5,
    areaSquareMetres: 52.75,
    floor: 1,
  });
  expect(unit).toMatchObject({
    reference: `${office.company.code}-CLARK-A-101`,
    bathrooms: 1.5,
    areaSquareMetres: 52.75,
    building: { id: building.id },
    address: { line1: '2800 N. Clark St.' },
  });
});
