import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { organizationOf } from '@propertea/chassis/graph';
import {
  assertVersion,
  defineCommand,
  notFound,
  OrganizationAggregate,
} from '@propertea/chassis/store';
import { defineEvent } from '@propertea/kernel';
import { z } from 'zod';

/** What the kiosk's one aggregate is made of: a column of each kind. */
@Entity({ tableName: 'papers' })
export class Paper extends OrganizationAggregate {
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'integer' })
  copies!: number;

  @Property({ type: 'date', nullable: true })
  printedOn: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  soldAt: Date | null = null;

  @Property({ type: 'json', nullable: true })
  facts: Record<string, unknown> | null = null;
}

export const paperPrinted = defineEvent({
  type: 'paper.printed',
  version: 1,
  data: z.object({ title: z.string() }),
});

export const paperRemoved = defineEvent({
  type: 'paper.removed',
  version: 1,
  data: z.object({ title: z.string() }),
});

export const paperSnapshot = defineEvent({
  type: 'paper.snapshot',
  version: 1,
  data: z.object({ title: z.string() }),
});

const paper = z.object({
  code: z.string().regex(/^[A-Z0-9]{1,10}$/, 'Use 1 to 10 capital letters and digits.'),
  title: z.string().max(200, 'Use at most 200 characters.'),
  copies: z.int().default(1),
  printedOn: z.string().nullish(),
  soldAt: z.date().nullish(),
  facts: z.record(z.string(), z.unknown()).nullish(),
});

export const printPaper = defineCommand({
  name: 'printPaper',
  input: paper,
  async run({ input, em, identity, audit, emit }) {
    const organizationId = organizationOf(identity);
    const made = Object.assign(new Paper(), { ...input, organizationId });
    em.persist(made);
    audit(made, 'paper.printed');
    emit(paperPrinted, made, { title: made.title });
    await em.flush();
    if (input.title === 'torn') throw new Error('the press tore it');
    return made.id;
  },
});

export const changePaper = defineCommand({
  name: 'changePaper',
  input: paper.partial().extend({ id: z.uuid(), version: z.int(), reason: z.string().nullish() }),
  async run({ input: { id, version, reason, ...changes }, em, audit }) {
    const found = await em.findOne(Paper, { id });
    if (!found) throw notFound('Paper', 'id');
    assertVersion(found, version);
    for (const [key, value] of Object.entries(changes)) {
      if (value !== undefined) Object.assign(found, { [key]: value });
    }
    audit(found, 'paper.changed', { reason });
    return found.id;
  },
});

export const removePaper = defineCommand({
  name: 'removePaper',
  input: z.object({ id: z.uuid() }),
  async run({ input: { id }, em, audit, emit }) {
    const found = await em.findOne(Paper, { id });
    if (!found) throw notFound('Paper', 'id');
    audit(found, 'paper.removed');
    emit(paperRemoved, found, { title: found.title });
    em.remove(found);
    return id;
  },
});
