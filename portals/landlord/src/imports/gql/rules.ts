export const discardImport = {
  "importId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const importPortfolio = {
  "importId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "dryRun": {
    "type": "boolean"
  },
  "layout": {
    "type": "string",
    "enum": [
      "DEVELOPMENTS",
      "UNITS"
    ],
    "nullable": true
  },
  "mapping": {
    "type": "array",
    "maxItems": 30,
    "nullable": true
  },
  "mapping[]": {
    "type": "object",
    "required": true
  },
  "mapping[].field": {
    "type": "string",
    "required": true,
    "enum": [
      "COMPANY",
      "PROPERTY_CODE",
      "PROPERTY_NAME",
      "PROPERTY_TYPE",
      "STREET",
      "POSTAL_CODE",
      "CITY",
      "REGION",
      "COUNTRY",
      "LATITUDE",
      "LONGITUDE",
      "JURISDICTION",
      "TIME_ZONE",
      "BUILDING_CODE",
      "BUILDING_NAME",
      "ENTRANCE",
      "UNIT_CODE",
      "CATEGORY",
      "BEDROOMS",
      "BATHROOMS",
      "AREA",
      "FLOOR",
      "UNIT_COUNT"
    ]
  },
  "mapping[].column": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  },
  "mapping[].value": {
    "type": "string",
    "minLength": 1,
    "maxLength": 200,
    "nullable": true
  }
} as const;
