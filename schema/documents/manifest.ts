import { parse } from 'graphql';
import { z } from 'zod';
import { documentId } from './canonical.js';

const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), body: z.string() }),
  ),
});

/** A document that a portal was built with. */
export interface TrustedDocument {
  /** As the manifest has it, by which a portal may ask for it. */
  id: string;
  /** Of the document whatever its layout (`documentId`). */
  canonicalId: string;
  name: string;
  body: string;
}

/** What one release of a portal asks: a file of schema/operations. */
export interface Release {
  /** The file's name without `.json`: `landlord`, or `landlord.2026-11-01` of an older release. */
  name: string;
  documents: TrustedDocument[];
}

/** @throws where the text is no manifest or a body no GraphQL. */
export function parseManifest(name: string, text: string): Release {
  const { operations } = manifestSchema.parse(JSON.parse(text));
  const documents = operations.map(({ id, name: operation, body }) => ({
    id,
    canonicalId: documentId(parse(body, { noLocation: true })),
    name: operation,
    body,
  }));
  return { name, documents };
}

/** Which portal a release is of: what stands before the first dot of its name. */
export const portalOf = ({ name }: Pick<Release, 'name'>): string => name.split('.')[0] ?? name;
