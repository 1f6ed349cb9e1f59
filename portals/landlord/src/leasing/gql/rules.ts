export const acceptRenewal = {
  "renewalOfferId": {
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

export const activateLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const addChargeTemplate = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "kind": {
    "type": "string",
    "required": true,
    "enum": [
      "RENT",
      "SERVICE",
      "PARKING",
      "DEPOSIT",
      "OTHER"
    ]
  },
  "label": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "amountMinor": {
    "type": "integer",
    "required": true,
    "minimum": 0
  },
  "currency": {
    "type": "string",
    "maxLength": 3,
    "nullable": true
  },
  "cycle": {
    "type": "string",
    "required": true,
    "enum": [
      "ONCE",
      "DAILY",
      "WEEKLY",
      "MONTHLY",
      "QUARTERLY",
      "HALF_YEARLY",
      "YEARLY"
    ]
  },
  "dueDay": {
    "type": "integer",
    "minimum": 1,
    "maximum": 31,
    "nullable": true
  },
  "leadDays": {
    "type": "integer",
    "minimum": 0,
    "maximum": 90,
    "nullable": true
  },
  "proration": {
    "type": "string",
    "enum": [
      "NONE",
      "ACTUAL",
      "STANDARD_30",
      "THIRTY_DAY_MONTH",
      "ANNUAL"
    ],
    "nullable": true
  },
  "startsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const addLeaseParty = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "role": {
    "type": "string",
    "required": true,
    "enum": [
      "TENANT",
      "OCCUPANT",
      "GUARANTOR"
    ]
  },
  "name": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "email": {
    "type": "string",
    "maxLength": 254,
    "pattern": "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "format": "email",
    "nullable": true
  },
  "phone": {
    "type": "string",
    "maxLength": 50,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "userId": {
    "type": "string",
    "format": "id",
    "nullable": true
  }
} as const;

export const blockUnit = {
  "rentableUnitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "reason": {
    "type": "string",
    "required": true,
    "enum": [
      "RENOVATION",
      "OWNER_USE",
      "LEGAL",
      "OTHER"
    ]
  },
  "note": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "startsOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const cancelLease = {
  "leaseId": {
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
    "required": true,
    "maxLength": 1000,
    "minLength": 1,
    "format": "line"
  }
} as const;

export const cancelRentChange = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "rentChangeId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const changeBlock = {
  "blockId": {
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
    "enum": [
      "RENOVATION",
      "OWNER_USE",
      "LEGAL",
      "OTHER"
    ]
  },
  "note": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "startsOn": {
    "type": "string",
    "format": "date"
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const changeChargeTemplate = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "chargeTemplateId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "kind": {
    "type": "string",
    "enum": [
      "RENT",
      "SERVICE",
      "PARKING",
      "DEPOSIT",
      "OTHER"
    ]
  },
  "label": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "amountMinor": {
    "type": "integer",
    "minimum": 0
  },
  "cycle": {
    "type": "string",
    "enum": [
      "ONCE",
      "DAILY",
      "WEEKLY",
      "MONTHLY",
      "QUARTERLY",
      "HALF_YEARLY",
      "YEARLY"
    ]
  },
  "currency": {
    "type": "string",
    "maxLength": 3,
    "nullable": true
  },
  "dueDay": {
    "type": "integer",
    "minimum": 1,
    "maximum": 31,
    "nullable": true
  },
  "leadDays": {
    "type": "integer",
    "minimum": 0,
    "maximum": 90,
    "nullable": true
  },
  "proration": {
    "type": "string",
    "enum": [
      "NONE",
      "ACTUAL",
      "STANDARD_30",
      "THIRTY_DAY_MONTH",
      "ANNUAL"
    ],
    "nullable": true
  },
  "startsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const changeLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "startsOn": {
    "type": "string",
    "format": "date"
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const changeLeaseParty = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "leasePartyId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "role": {
    "type": "string",
    "enum": [
      "TENANT",
      "OCCUPANT",
      "GUARANTOR"
    ]
  },
  "name": {
    "type": "string",
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "email": {
    "type": "string",
    "maxLength": 254,
    "pattern": "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "format": "email",
    "nullable": true
  },
  "phone": {
    "type": "string",
    "maxLength": 50,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "userId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "movedInOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "movedOutOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const changeRenewalOffer = {
  "renewalOfferId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "startsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "rentMinor": {
    "type": "integer",
    "minimum": 0
  },
  "expiresOn": {
    "type": "string",
    "format": "date"
  },
  "note": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const changeRentableUnit = {
  "rentableUnitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "baseRentMinor": {
    "type": "integer",
    "minimum": 0,
    "nullable": true
  },
  "rentableFrom": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const closeLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const createLease = {
  "unitId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "startsOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "proration": {
    "type": "string",
    "enum": [
      "NONE",
      "ACTUAL",
      "STANDARD_30",
      "THIRTY_DAY_MONTH",
      "ANNUAL"
    ],
    "nullable": true
  },
  "dueDay": {
    "type": "integer",
    "minimum": 1,
    "maximum": 31,
    "nullable": true
  },
  "parties": {
    "type": "array",
    "maxItems": 20,
    "nullable": true
  },
  "parties[]": {
    "type": "object",
    "required": true
  },
  "parties[].role": {
    "type": "string",
    "required": true,
    "enum": [
      "TENANT",
      "OCCUPANT",
      "GUARANTOR"
    ]
  },
  "parties[].name": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "parties[].email": {
    "type": "string",
    "maxLength": 254,
    "pattern": "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "format": "email",
    "nullable": true
  },
  "parties[].phone": {
    "type": "string",
    "maxLength": 50,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "parties[].userId": {
    "type": "string",
    "format": "id",
    "nullable": true
  },
  "chargeTemplates": {
    "type": "array",
    "maxItems": 20,
    "nullable": true
  },
  "chargeTemplates[]": {
    "type": "object",
    "required": true
  },
  "chargeTemplates[].kind": {
    "type": "string",
    "required": true,
    "enum": [
      "RENT",
      "SERVICE",
      "PARKING",
      "DEPOSIT",
      "OTHER"
    ]
  },
  "chargeTemplates[].label": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "chargeTemplates[].amountMinor": {
    "type": "integer",
    "required": true,
    "minimum": 0
  },
  "chargeTemplates[].currency": {
    "type": "string",
    "maxLength": 3,
    "nullable": true
  },
  "chargeTemplates[].cycle": {
    "type": "string",
    "required": true,
    "enum": [
      "ONCE",
      "DAILY",
      "WEEKLY",
      "MONTHLY",
      "QUARTERLY",
      "HALF_YEARLY",
      "YEARLY"
    ]
  },
  "chargeTemplates[].dueDay": {
    "type": "integer",
    "minimum": 1,
    "maximum": 31,
    "nullable": true
  },
  "chargeTemplates[].leadDays": {
    "type": "integer",
    "minimum": 0,
    "maximum": 90,
    "nullable": true
  },
  "chargeTemplates[].proration": {
    "type": "string",
    "enum": [
      "NONE",
      "ACTUAL",
      "STANDARD_30",
      "THIRTY_DAY_MONTH",
      "ANNUAL"
    ],
    "nullable": true
  },
  "chargeTemplates[].startsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "chargeTemplates[].endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const declineRenewal = {
  "renewalOfferId": {
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

export const endLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "on": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "reason": {
    "type": "string",
    "required": true,
    "maxLength": 1000,
    "minLength": 1,
    "format": "line"
  }
} as const;

export const giveNotice = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "givenBy": {
    "type": "string",
    "required": true,
    "enum": [
      "TENANT",
      "LANDLORD"
    ]
  },
  "receivedOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "endsOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "reason": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  },
  "agreement": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const offerRenewal = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "startsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "endsOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  },
  "rentMinor": {
    "type": "integer",
    "required": true,
    "minimum": 0
  },
  "expiresOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "note": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const recordMoveIn = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "on": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "items": {
    "type": "array",
    "maxItems": 50,
    "nullable": true
  },
  "items[]": {
    "type": "object",
    "required": true
  },
  "items[].label": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "items[].isDone": {
    "type": "boolean",
    "required": true
  },
  "items[].note": {
    "type": "string",
    "maxLength": 500,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const recordMoveOut = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "on": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "items": {
    "type": "array",
    "maxItems": 50,
    "nullable": true
  },
  "items[]": {
    "type": "object",
    "required": true
  },
  "items[].label": {
    "type": "string",
    "required": true,
    "maxLength": 200,
    "minLength": 1,
    "format": "line"
  },
  "items[].isDone": {
    "type": "boolean",
    "required": true
  },
  "items[].note": {
    "type": "string",
    "maxLength": 500,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const removeBlock = {
  "blockId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const removeChargeTemplate = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "chargeTemplateId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const removeLeaseParty = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "leasePartyId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;

export const scheduleRentChange = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "chargeTemplateId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "kind": {
    "type": "string",
    "required": true,
    "enum": [
      "STEP",
      "INDEXATION",
      "AGREED"
    ]
  },
  "effectiveOn": {
    "type": "string",
    "required": true,
    "format": "date"
  },
  "amountMinor": {
    "type": "integer",
    "minimum": 0,
    "nullable": true
  },
  "percentage": {
    "type": "number",
    "minimum": -100,
    "maximum": 1000,
    "nullable": true
  },
  "note": {
    "type": "string",
    "maxLength": 1000,
    "minLength": 1,
    "format": "line",
    "nullable": true
  }
} as const;

export const sendLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "reservedUntil": {
    "type": "string",
    "required": true,
    "format": "date-time"
  }
} as const;

export const settleHoldOver = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "settlement": {
    "type": "string",
    "required": true,
    "maxLength": 1000,
    "minLength": 1,
    "format": "line"
  }
} as const;

export const signLease = {
  "leaseId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  },
  "signedOn": {
    "type": "string",
    "format": "date",
    "nullable": true
  }
} as const;

export const signRenewal = {
  "renewalOfferId": {
    "type": "string",
    "required": true,
    "format": "id"
  },
  "version": {
    "type": "integer",
    "required": true,
    "minimum": 1
  }
} as const;

export const withdrawNotice = {
  "leaseId": {
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

export const withdrawRenewal = {
  "renewalOfferId": {
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
