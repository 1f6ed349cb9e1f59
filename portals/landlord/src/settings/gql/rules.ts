export const changeOrganization = {
  "organizationId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true
  },
  "name": {
    "type": "string",
    "required": true,
    "minLength": 1,
    "maxLength": 200,
    "pattern": "^\\P{Cc}*$",
    "format": "line"
  }
} as const;

export const changePreferences = {
  "locale": {
    "type": "string",
    "enum": [
      "en",
      "de",
      "es",
      "fr",
      "it",
      "nl",
      "pl",
      "pt",
      "tr",
      "uk"
    ],
    "nullable": true
  },
  "timeZone": {
    "type": "string",
    "maxLength": 64,
    "format": "time-zone",
    "nullable": true
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const changeProfile = {
  "name": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const eraseMyAccount = {
  "confirmEmail": {
    "type": "string",
    "required": true,
    "maxLength": 320
  }
} as const;
