export const endViewAs = {
  "viewAsId": {
    "type": "string",
    "required": true,
    "format": "id"
  }
} as const;
