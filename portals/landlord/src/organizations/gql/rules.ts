export const acceptInvitation = {
  "token": {
    "type": "string",
    "required": true,
    "maxLength": 200
  }
} as const;

export const addGrant = {
  "memberId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "role": {
    "type": "string",
    "required": true,
    "enum": [
      "ORGANIZATION_ADMIN",
      "PROPERTY_MANAGER",
      "ACCOUNTANT",
      "MAINTENANCE_COORDINATOR",
      "LEASING_AGENT",
      "VIEWER"
    ]
  },
  "companyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "propertyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  }
} as const;

export const changeApiClient = {
  "apiClientId": {
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
  },
  "scopes": {
    "type": "array",
    "required": true,
    "minItems": 1,
    "maxItems": 7
  },
  "grants": {
    "type": "array",
    "required": true,
    "minItems": 1,
    "maxItems": 20
  },
  "grants[]": {
    "type": "object",
    "required": true
  },
  "grants[].role": {
    "type": "string",
    "required": true,
    "enum": [
      "ORGANIZATION_ADMIN",
      "PROPERTY_MANAGER",
      "ACCOUNTANT",
      "MAINTENANCE_COORDINATOR",
      "LEASING_AGENT",
      "VIEWER"
    ]
  },
  "grants[].companyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "grants[].propertyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "expiresAt": {
    "type": "string",
    "format": "date-time",
    "nullable": true
  }
} as const;

export const changeCompany = {
  "companyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true
  },
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,10}$"
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

export const createApiClient = {
  "name": {
    "type": "string",
    "required": true,
    "minLength": 1,
    "maxLength": 200,
    "pattern": "^\\P{Cc}*$",
    "format": "line"
  },
  "scopes": {
    "type": "array",
    "required": true,
    "minItems": 1,
    "maxItems": 7
  },
  "grants": {
    "type": "array",
    "required": true,
    "minItems": 1,
    "maxItems": 20
  },
  "grants[]": {
    "type": "object",
    "required": true
  },
  "grants[].role": {
    "type": "string",
    "required": true,
    "enum": [
      "ORGANIZATION_ADMIN",
      "PROPERTY_MANAGER",
      "ACCOUNTANT",
      "MAINTENANCE_COORDINATOR",
      "LEASING_AGENT",
      "VIEWER"
    ]
  },
  "grants[].companyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "grants[].propertyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "expiresAt": {
    "type": "string",
    "format": "date-time",
    "nullable": true
  }
} as const;

export const createCompany = {
  "code": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z0-9]{1,10}$"
  },
  "name": {
    "type": "string",
    "required": true,
    "minLength": 1,
    "maxLength": 200,
    "pattern": "^\\P{Cc}*$",
    "format": "line"
  },
  "currency": {
    "type": "string",
    "required": true,
    "pattern": "^[A-Z]{3}$",
    "format": "currency"
  }
} as const;

export const inviteMember = {
  "email": {
    "type": "string",
    "required": true,
    "maxLength": 254,
    "pattern": "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "format": "email"
  },
  "role": {
    "type": "string",
    "required": true,
    "enum": [
      "ORGANIZATION_ADMIN",
      "PROPERTY_MANAGER",
      "ACCOUNTANT",
      "MAINTENANCE_COORDINATOR",
      "LEASING_AGENT",
      "VIEWER"
    ]
  },
  "companyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "propertyId": {
    "type": "string",
    "format": "id",
    "nullable": true
  }
} as const;

export const registerOrganization = {
  "name": {
    "type": "string",
    "required": true,
    "minLength": 1,
    "maxLength": 200,
    "pattern": "^\\P{Cc}*$",
    "format": "line"
  }
} as const;

export const removeGrant = {
  "grantId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const removeMember = {
  "memberId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  }
} as const;

export const restoreCompany = {
  "companyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true
  }
} as const;

export const retireCompany = {
  "companyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  }
} as const;

export const revokeApiClient = {
  "apiClientId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  }
} as const;

export const revokeApiClientKey = {
  "apiKeyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  }
} as const;

export const revokeInvitation = {
  "invitationId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const rotateApiClientKey = {
  "apiClientId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "oldKeysUntil": {
    "type": "string",
    "format": "date-time",
    "nullable": true
  }
} as const;

export const viewAs = {
  "memberId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "reason": {
    "type": "string",
    "maxLength": 500,
    "nullable": true
  }
} as const;
