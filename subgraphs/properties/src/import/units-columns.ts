import { PropertyType } from '../property/property-type.js';
import { UnitCategory } from '../unit/unit-category.js';
import type { ColumnSpec, LayoutSpec } from './layout-spec.js';
import { ImportField } from './import-field.js';

export type UnitField =
  | 'company'
  | 'propertyCode'
  | 'name'
  | 'type'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'region'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'jurisdiction'
  | 'timeZone'
  | 'buildingCode'
  | 'buildingName'
  | 'entrance'
  | 'unitCode'
  | 'category'
  | 'bedrooms'
  | 'bathrooms'
  | 'area'
  | 'floor';

type Words = Pick<ColumnSpec, 'description'> & Partial<ColumnSpec>;

const required = (field: ImportField, title: string, words: Words): ColumnSpec => ({
  ...optional(field, title, words),
  required: true,
});

const optional = (field: ImportField, title: string, words: Words): ColumnSpec => ({
  field,
  title,
  required: false,
  synonyms: [],
  hints: [],
  takesValue: false,
  choices: [],
  ...words,
});

const listed = (...lines: string[]): string[] => lines.flatMap((line) => line.split(','));

/** ProperTea's own columns (data/README.md): one row is one unit, or a property or building without one. */
export const unitsLayout: LayoutSpec<UnitField> = {
  name: 'UNITS',
  description: 'One row is one unit, or a property or building without one.',
  columns: {
    company: required(ImportField.COMPANY, 'company_code', {
      description: 'Code or name of the company that owns the property.',
      synonyms: ['company', 'company_name'],
      hints: ['owner', 'owner name', 'landlord', 'legal entity', 'firma', 'eigentümer', 'компанія'],
      takesValue: true,
    }),
    propertyCode: required(ImportField.PROPERTY_CODE, 'property_code', {
      description: 'Code of the property: up to 10 letters A–Z and digits.',
      hints: ['property id', 'property no', 'property number', 'objektnummer', 'код об’єкта'],
      takesValue: true,
    }),
    name: required(ImportField.PROPERTY_NAME, 'property_name', {
      description: 'Name of the property; below its first row it may be left empty.',
      hints: ['property', 'name', 'site', 'site name', 'objekt', 'liegenschaft', 'назва', 'об’єкт'],
      takesValue: true,
    }),
    type: required(ImportField.PROPERTY_TYPE, 'property_type', {
      description: 'What the property is meant for, such as MULTIFAMILY.',
      hints: ['type', 'type of property', 'objektart', 'тип'],
      takesValue: true,
      choices: Object.values(PropertyType),
    }),
    street: required(ImportField.STREET, 'street', {
      description: 'Street and house number.',
      synonyms: ['address', 'street_address'],
      hints: [
        'addr',
        'address 1',
        'address line 1',
        'straße',
        'strasse',
        'adresse',
        'адреса',
        'вулиця',
      ],
      takesValue: true,
    }),
    postalCode: required(ImportField.POSTAL_CODE, 'postal_code', {
      description: 'Postal code of the property.',
      synonyms: ['zip_code', 'zip', 'postcode'],
      hints: ['post code', 'plz', 'postleitzahl', 'індекс', 'поштовий індекс'],
      takesValue: true,
    }),
    city: required(ImportField.CITY, 'city', {
      description: 'City or town.',
      synonyms: ['town'],
      hints: ['place', 'municipality', 'ort', 'stadt', 'місто'],
      takesValue: true,
    }),
    region: optional(ImportField.REGION, 'region', {
      description: 'State, province or region.',
      synonyms: ['state', 'province'],
      hints: ['county', 'bundesland', 'область'],
      takesValue: true,
    }),
    country: required(ImportField.COUNTRY, 'country', {
      description: 'Country as two letters, such as US, DE or UA.',
      synonyms: ['country_code'],
      hints: ['land', 'країна'],
      takesValue: true,
    }),
    latitude: optional(ImportField.LATITUDE, 'latitude', {
      description: 'Degrees north, with a point.',
      synonyms: ['lat'],
      hints: ['breitengrad', 'широта'],
      takesValue: true,
    }),
    longitude: optional(ImportField.LONGITUDE, 'longitude', {
      description: 'Degrees east, with a point.',
      synonyms: ['lon', 'lng'],
      hints: ['long', 'längengrad', 'довгота'],
      takesValue: true,
    }),
    jurisdiction: required(ImportField.JURISDICTION, 'jurisdiction', {
      description: 'Whose law holds there: a country or a part of one, such as DE or US-IL.',
      hints: ['legal area', 'rechtsraum', 'юрисдикція'],
      takesValue: true,
    }),
    timeZone: required(ImportField.TIME_ZONE, 'time_zone', {
      description: 'IANA name of the time zone, such as Europe/Berlin.',
      synonyms: ['timezone'],
      hints: ['tz', 'zeitzone', 'часовий пояс'],
      takesValue: true,
    }),
    buildingCode: optional(ImportField.BUILDING_CODE, 'building_code', {
      description: 'Code of the building, up to 5 letters A–Z and digits; apartments need it.',
      synonyms: ['building'],
      hints: ['bldg', 'building no', 'block', 'gebäude', 'haus', 'будинок', 'корпус'],
      takesValue: true,
    }),
    buildingName: optional(ImportField.BUILDING_NAME, 'building_name', {
      description: 'Name of the building.',
      hints: ['bldg name', 'gebäudename', 'назва будинку'],
      takesValue: true,
    }),
    entrance: optional(ImportField.ENTRANCE, 'entrance', {
      description: 'Code of the entrance, up to 5 letters A–Z and digits.',
      synonyms: ['entrance_code'],
      hints: ['staircase', 'eingang', 'aufgang', 'під’їзд'],
    }),
    unitCode: required(ImportField.UNIT_CODE, 'unit_code', {
      description:
        'Code of the unit, up to 10 letters A–Z and digits; empty where the row has none.',
      synonyms: ['unit'],
      hints: listed(
        'unit no,unit number,unit id,unit #,#,apt,apt no,apt #,apt number,apartment,apartment no,apartment number',
        'flat,flat no,suite,door,wohnung,wohnungsnummer,einheit,квартира,номер квартири',
      ),
    }),
    category: required(ImportField.CATEGORY, 'category', {
      description: 'What the unit is, such as APARTMENT; needed where the row is a unit.',
      synonyms: ['unit_category'],
      hints: ['unit type', 'kind', 'use', 'usage', 'nutzungsart', 'категорія'],
      takesValue: true,
      choices: Object.values(UnitCategory),
    }),
    bedrooms: optional(ImportField.BEDROOMS, 'bedrooms', {
      description: 'Number of bedrooms.',
      synonyms: ['beds'],
      hints: [
        'bed',
        'br',
        'bdrm',
        'bdrms',
        'rooms',
        'schlafzimmer',
        'zimmer',
        'спальні',
        'кімнати',
      ],
    }),
    bathrooms: optional(ImportField.BATHROOMS, 'bathrooms', {
      description: 'Number of bathrooms, halves allowed.',
      synonyms: ['baths'],
      hints: ['bath', 'ba', 'bäder', 'badezimmer', 'ванні'],
    }),
    area: optional(ImportField.AREA, 'area_m2', {
      description: 'Area in square metres, up to two decimals.',
      synonyms: ['area', 'area_square_metres'],
      hints: [
        'm2',
        'm²',
        'sqm',
        'square metres',
        'square meters',
        'size',
        'fläche',
        'wohnfläche',
        'площа',
      ],
    }),
    floor: optional(ImportField.FLOOR, 'floor', {
      description: 'The floor as a whole number, 0 for the ground floor.',
      hints: ['storey', 'story', 'level', 'etage', 'stockwerk', 'geschoss', 'поверх'],
    }),
  },
  unread: [],
};
