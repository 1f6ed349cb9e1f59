import { PropertyType } from '../property/property-type.js';
import type { LayoutSpec } from './layout-spec.js';
import { ImportField } from './import-field.js';

export type DevelopmentField =
  | 'company'
  | 'type'
  | 'name'
  | 'street'
  | 'postalCode'
  | 'units'
  | 'latitude'
  | 'longitude';

/** The columns of the City of Chicago's list: one row is one development of a management company. */
export const developmentsLayout: LayoutSpec<DevelopmentField> = {
  name: 'DEVELOPMENTS',
  description:
    'One row is one development in Chicago: a property with one building and as many apartments as the row counts.',
  columns: {
    type: {
      field: ImportField.PROPERTY_TYPE,
      title: 'Property Type',
      description: 'What the development is meant for, such as Multifamily or Senior.',
      required: true,
      synonyms: ['Type', 'Housing Type'],
      hints: ['Kind'],
      takesValue: true,
      choices: Object.values(PropertyType),
    },
    name: {
      field: ImportField.PROPERTY_NAME,
      title: 'Property Name',
      description: 'Name of the development.',
      required: true,
      synonyms: ['Development', 'Development Name'],
      hints: ['Name', 'Property', 'Project', 'Project Name'],
      takesValue: false,
      choices: [],
    },
    street: {
      field: ImportField.STREET,
      title: 'Address',
      description: 'Street and house number.',
      required: true,
      synonyms: ['Street', 'Street Address'],
      hints: ['Addr', 'Address 1', 'Address Line 1', 'Location Address'],
      takesValue: false,
      choices: [],
    },
    postalCode: {
      field: ImportField.POSTAL_CODE,
      title: 'Zip Code',
      description: 'Five digits, or nine with a hyphen.',
      required: true,
      synonyms: ['Zip', 'Postal Code', 'Postcode'],
      hints: ['Post Code'],
      takesValue: true,
      choices: [],
    },
    company: {
      field: ImportField.COMPANY,
      title: 'Management Company',
      description: 'Name or code of the company that owns or manages the development.',
      required: true,
      synonyms: ['Company', 'Manager', 'Management', 'Managed by'],
      hints: ['Owner', 'Landlord', 'Company Name', 'Company Code'],
      takesValue: true,
      choices: [],
    },
    units: {
      field: ImportField.UNIT_COUNT,
      title: 'Units',
      description: 'How many apartments the development has.',
      required: true,
      synonyms: ['Number of Units', 'Unit Count', '# Units'],
      hints: ['No of Units', 'Total Units', 'Apartments', 'Number of Apartments'],
      takesValue: true,
      choices: [],
    },
    latitude: {
      field: ImportField.LATITUDE,
      title: 'Latitude',
      description: 'Degrees north, with a point.',
      required: false,
      synonyms: ['Lat'],
      hints: [],
      takesValue: false,
      choices: [],
    },
    longitude: {
      field: ImportField.LONGITUDE,
      title: 'Longitude',
      description: 'Degrees east, with a point.',
      required: false,
      synonyms: ['Lon', 'Lng', 'Long'],
      hints: [],
      takesValue: false,
      choices: [],
    },
  },
  unread: [
    'Community Area Name',
    'Community Area Number',
    'Phone Number',
    'X Coordinate',
    'Y Coordinate',
    'Location',
  ],
};
