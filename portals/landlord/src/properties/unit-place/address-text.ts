export interface PlainAddress {
  line1: string;
  line2?: string | null;
  postalCode: string;
  city: string;
}

/** An address in one line. */
export function addressText({ line1, line2, postalCode, city }: PlainAddress): string {
  return `${line1}${line2 ? `, ${line2}` : ''}, ${postalCode} ${city}`;
}

/** A building by its code and, where it has one, its name. */
export function buildingText({ code, name }: { code: string; name?: string | null }): string {
  return name ? `${code} · ${name}` : code;
}
