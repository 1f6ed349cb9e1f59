export const addEntrance = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,5}$"
  },
  "name": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "addressLine": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const changeBuilding = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,5}$"
  },
  "name": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address": {
    "type": "object",
    "nullable": true
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  }
} as const;

export const changeEntrance = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,5}$"
  },
  "name": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "addressLine": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const changeProperty = {
  "propertyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,10}$"
  },
  "name": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "type": {
    "type": "string",
    "enum": [
      "MULTIFAMILY",
      "SINGLE_FAMILY",
      "SENIOR",
      "SUPPORTIVE_HOUSING",
      "PEOPLE_WITH_DISABILITIES",
      "VETERANS",
      "ARTISTS",
      "INTERGENERATIONAL",
      "SINGLE_ROOM_OCCUPANCY",
      "INCLUSIONARY",
      "STUDENT",
      "MIXED_USE",
      "COMMERCIAL",
      "PARKING",
      "OTHER"
    ]
  },
  "address": {
    "type": "object"
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  },
  "coordinates": {
    "type": "object",
    "nullable": true
  },
  "coordinates.latitude": {
    "type": "number",
    "required": true,
    "minimum": -90,
    "maximum": 90
  },
  "coordinates.longitude": {
    "type": "number",
    "required": true,
    "minimum": -180,
    "maximum": 180
  },
  "jurisdiction": {
    "type": "string",
    "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
  },
  "timeZone": {
    "type": "string",
    "format": "time-zone",
    "maxLength": 64
  }
} as const;

export const changeUnit = {
  "unitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "buildingId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,10}$"
  },
  "category": {
    "type": "string",
    "enum": [
      "APARTMENT",
      "HOUSE",
      "COMMERCIAL",
      "PARKING",
      "OTHER"
    ]
  },
  "entranceCode": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,5}$",
    "nullable": true
  },
  "bedrooms": {
    "type": "integer",
    "minimum": 0,
    "maximum": 50,
    "nullable": true
  },
  "bathrooms": {
    "type": "number",
    "minimum": 0,
    "maximum": 50,
    "multipleOf": 0.5,
    "nullable": true
  },
  "areaSquareMetres": {
    "type": "number",
    "minimum": 0.01,
    "maximum": 1000000,
    "multipleOf": 0.01,
    "nullable": true
  },
  "floor": {
    "type": "integer",
    "minimum": -10,
    "maximum": 200,
    "nullable": true
  },
  "address": {
    "type": "object",
    "nullable": true
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  }
} as const;

export const createBuilding = {
  "propertyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,5}$"
  },
  "name": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address": {
    "type": "object",
    "nullable": true
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  }
} as const;

export const createProperty = {
  "companyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,10}$"
  },
  "name": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "type": {
    "type": "string",
    "required": true,
    "enum": [
      "MULTIFAMILY",
      "SINGLE_FAMILY",
      "SENIOR",
      "SUPPORTIVE_HOUSING",
      "PEOPLE_WITH_DISABILITIES",
      "VETERANS",
      "ARTISTS",
      "INTERGENERATIONAL",
      "SINGLE_ROOM_OCCUPANCY",
      "INCLUSIONARY",
      "STUDENT",
      "MIXED_USE",
      "COMMERCIAL",
      "PARKING",
      "OTHER"
    ]
  },
  "address": {
    "type": "object",
    "required": true
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  },
  "coordinates": {
    "type": "object",
    "nullable": true
  },
  "coordinates.latitude": {
    "type": "number",
    "required": true,
    "minimum": -90,
    "maximum": 90
  },
  "coordinates.longitude": {
    "type": "number",
    "required": true,
    "minimum": -180,
    "maximum": 180
  },
  "jurisdiction": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
  },
  "timeZone": {
    "type": "string",
    "required": true,
    "format": "time-zone",
    "maxLength": 64
  }
} as const;

export const createUnit = {
  "propertyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "buildingId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,10}$"
  },
  "category": {
    "type": "string",
    "required": true,
    "enum": [
      "APARTMENT",
      "HOUSE",
      "COMMERCIAL",
      "PARKING",
      "OTHER"
    ]
  },
  "entranceCode": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,5}$",
    "nullable": true
  },
  "bedrooms": {
    "type": "integer",
    "minimum": 0,
    "maximum": 50,
    "nullable": true
  },
  "bathrooms": {
    "type": "number",
    "minimum": 0,
    "maximum": 50,
    "multipleOf": 0.5,
    "nullable": true
  },
  "areaSquareMetres": {
    "type": "number",
    "minimum": 0.01,
    "maximum": 1000000,
    "multipleOf": 0.01,
    "nullable": true
  },
  "floor": {
    "type": "integer",
    "minimum": -10,
    "maximum": 200,
    "nullable": true
  },
  "address": {
    "type": "object",
    "nullable": true
  },
  "address.line1": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "address.line2": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.city": {
    "type": "string",
    "required": true,
    "maxLength": 100,
    "minLength": 1,
    "format": "line"
  },
  "address.region": {
    "type": "string",
    "maxLength": 100,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "address.postalCode": {
    "type": "string",
    "required": true,
    "maxLength": 20,
    "minLength": 1,
    "format": "line"
  },
  "address.country": {
    "type": "string",
    "required": true,
    "format": "country",
    "pattern": "^[A-Z]{2}$"
  }
} as const;

export const removeEntrance = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,5}$"
  }
} as const;

export const restoreBuilding = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,5}$",
    "nullable": true
  }
} as const;

export const restoreProperty = {
  "propertyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,10}$",
    "nullable": true
  }
} as const;

export const restoreUnit = {
  "unitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "code": {
    "type": "string",
    "pattern": "^[A-Z0-9]{1,10}$",
    "nullable": true
  }
} as const;

export const retireBuilding = {
  "buildingId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const retireProperty = {
  "propertyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const retireUnit = {
  "unitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;
