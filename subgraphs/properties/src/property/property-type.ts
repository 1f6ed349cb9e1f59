/** For whom or what a property is meant; the words of affordable housing beside those of the open market. */
export enum PropertyType {
  MULTIFAMILY = 'MULTIFAMILY',
  SINGLE_FAMILY = 'SINGLE_FAMILY',
  SENIOR = 'SENIOR',
  SUPPORTIVE_HOUSING = 'SUPPORTIVE_HOUSING',
  PEOPLE_WITH_DISABILITIES = 'PEOPLE_WITH_DISABILITIES',
  VETERANS = 'VETERANS',
  ARTISTS = 'ARTISTS',
  INTERGENERATIONAL = 'INTERGENERATIONAL',
  SINGLE_ROOM_OCCUPANCY = 'SINGLE_ROOM_OCCUPANCY',
  INCLUSIONARY = 'INCLUSIONARY',
  STUDENT = 'STUDENT',
  MIXED_USE = 'MIXED_USE',
  COMMERCIAL = 'COMMERCIAL',
  PARKING = 'PARKING',
  OTHER = 'OTHER',
}

/** What each type means, in the words that the graph's documentation shows. */
export const propertyTypeDescriptions: Readonly<Record<PropertyType, string>> = {
  [PropertyType.MULTIFAMILY]: 'Several homes for anyone.',
  [PropertyType.SINGLE_FAMILY]: 'One home in its own house.',
  [PropertyType.SENIOR]: 'Homes for older people.',
  [PropertyType.SUPPORTIVE_HOUSING]: 'Homes that come with support services.',
  [PropertyType.PEOPLE_WITH_DISABILITIES]: 'Homes for people with disabilities.',
  [PropertyType.VETERANS]: 'Homes for veterans.',
  [PropertyType.ARTISTS]: 'Homes to live and make art in.',
  [PropertyType.INTERGENERATIONAL]: 'Homes shared by several generations.',
  [PropertyType.SINGLE_ROOM_OCCUPANCY]: 'Single rooms with shared facilities (SRO).',
  [PropertyType.INCLUSIONARY]:
    'Affordable homes in a market development, required by ordinance (ARO).',
  [PropertyType.STUDENT]: 'Homes for students.',
  [PropertyType.MIXED_USE]: 'Homes and commercial space together.',
  [PropertyType.COMMERCIAL]: 'Space for business.',
  [PropertyType.PARKING]: 'Parking alone.',
  [PropertyType.OTHER]: 'None of the other types.',
};
