/** What a column of a portfolio file may hold; which of them a file needs depends on its layout. */
export enum ImportField {
  COMPANY = 'COMPANY',
  PROPERTY_CODE = 'PROPERTY_CODE',
  PROPERTY_NAME = 'PROPERTY_NAME',
  PROPERTY_TYPE = 'PROPERTY_TYPE',
  STREET = 'STREET',
  POSTAL_CODE = 'POSTAL_CODE',
  CITY = 'CITY',
  REGION = 'REGION',
  COUNTRY = 'COUNTRY',
  LATITUDE = 'LATITUDE',
  LONGITUDE = 'LONGITUDE',
  JURISDICTION = 'JURISDICTION',
  TIME_ZONE = 'TIME_ZONE',
  BUILDING_CODE = 'BUILDING_CODE',
  BUILDING_NAME = 'BUILDING_NAME',
  ENTRANCE = 'ENTRANCE',
  UNIT_CODE = 'UNIT_CODE',
  CATEGORY = 'CATEGORY',
  BEDROOMS = 'BEDROOMS',
  BATHROOMS = 'BATHROOMS',
  AREA = 'AREA',
  FLOOR = 'FLOOR',
  UNIT_COUNT = 'UNIT_COUNT',
}

/** Where one field of a file comes from: a column, or the same value for all rows. */
export interface FieldSource {
  field: ImportField;
  /** The column's title as `titleOf` shows it. */
  column: string | null;
  value: string | null;
}

/** How the columns of a file are read where its header alone does not say so. */
export type ImportMapping = readonly FieldSource[];

/** A column of an uploaded file as it is shown to the person who maps it. */
export interface FileColumn {
  title: string;
  /** Up to three different cells, shortened. */
  samples: string[];
}

/** What to begin a mapping with. */
export interface MappingProposal {
  layout: 'DEVELOPMENTS' | 'UNITS';
  mapping: FieldSource[];
  /** Whether a person used it for the last file with the same headings. */
  isEarlier: boolean;
}
