/** What a unit is; decides whether it lies in a building. */
export enum UnitCategory {
  APARTMENT = 'APARTMENT',
  HOUSE = 'HOUSE',
  COMMERCIAL = 'COMMERCIAL',
  PARKING = 'PARKING',
  OTHER = 'OTHER',
}
