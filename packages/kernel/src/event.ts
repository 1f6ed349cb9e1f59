import { z } from 'zod';

/** A fact by name and version, and the shape of its data. */
export interface EventContract<Data extends z.ZodType = z.ZodType> {
  /** Routing key and CloudEvents type: `company.created.v1`. */
  readonly type: string;
  readonly name: string;
  readonly version: number;
  readonly data: Data;
}

/** A CloudEvents 1.0 envelope as it travels; `sequence` is the version of the aggregate. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.string(),
  source: z.string(),
  dataschema: z.string(),
  subject: z.string(),
  sequence: z.number().int().nonnegative(),
  time: z.iso.datetime(),
  correlationid: z.string(),
  causationid: z.string().nullable(),
  organizationid: z.uuid().nullable(),
  traceparent: z.string().nullable(),
  data: z.unknown(),
});

export type Envelope<Data = unknown> = Omit<z.infer<typeof envelopeSchema>, 'data'> & {
  data: Data;
};

/** Declares a fact. Within a version only optional additions; anything else is a new version. */
export function defineEvent<Data extends z.ZodType>(contract: {
  type: string;
  version: number;
  data: Data;
}): EventContract<Data> {
  if (!/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/.test(contract.type)) {
    throw new Error(`An event is named "aggregate.what-happened", not "${contract.type}".`);
  }
  return {
    type: `${contract.type}.v${contract.version}`,
    name: contract.type,
    version: contract.version,
    data: contract.data,
  };
}
