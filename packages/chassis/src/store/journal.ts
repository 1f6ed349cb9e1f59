import type { EntityManager } from '@mikro-orm/postgresql';
import { helper } from '@mikro-orm/core';
import { type EventContract, type Identity, newId } from '@propertea/kernel';
import type { z } from 'zod';
import type { Aggregate } from './aggregate.js';
import { chunks, insertRows } from './insert-rows.js';
import { Moments } from './moments.js';

/** Why and in whose name something is written; travels into every audit and outbox row. */
export interface Actor {
  identity: Identity;
  requestId: string;
  traceparent: string | null;
  /** The event that caused this, where a consumer acts. */
  causationId?: string | null;
}

/** Columns that say nothing to a reader of the history. */
const UNREMARKABLE = new Set(['version', 'createdAt', 'updatedAt', 'organizationId']);
const MAX_ENTRIES_PER_EVENT = 100;

interface AuditRow {
  id: string;
  organization_id: string | null;
  user_id: string | null;
  aggregate_type: string;
  aggregate_id: string;
  action: string;
  at: string;
  actor_id: string | null;
  persona: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  request_id: string;
}

interface OutboxRow {
  id: string;
  organization_id: string | null;
  type: string;
  subject: string;
  sequence: number;
  at: string;
  correlation_id: string;
  causation_id: string | null;
  traceparent: string | null;
  data: unknown;
}

interface AuditNote {
  aggregate: Aggregate;
  action: string;
  reason: string | null;
  personId: string | null;
  before: Record<string, unknown> | null;
}

/**
 * What one command says about itself: an audit entry per changed aggregate and the facts for other
 * rooms, written with the change in its transaction (R47).
 */
export class Journal {
  readonly #notes: AuditNote[] = [];
  readonly #facts: { contract: EventContract; aggregate: Aggregate; data: unknown }[] = [];
  readonly #plainAudits: AuditRow[] = [];
  readonly #plainFacts: OutboxRow[] = [];
  readonly #moments = new Moments();

  constructor(
    private readonly room: string,
    private readonly em: EntityManager,
    private readonly actor: Actor,
    private organizationId: string | null,
    private readonly now: Date,
  ) {}

  /**
   * Records that `aggregate` was changed. Call it after the change and before the flush: "before"
   * is what was loaded, "after" is what is stored; only fields that differ are kept.
   * `personId` names whom the entry is about where no organization owns the aggregate.
   */
  audit = (
    aggregate: Aggregate,
    action: string,
    options: { reason?: string | null; personId?: string } = {},
  ): void => {
    const loaded = helper(aggregate).__originalEntityData as Record<string, unknown> | undefined;
    this.#notes.push({
      aggregate,
      action,
      reason: options.reason ?? null,
      personId: options.personId ?? null,
      before: loaded ? { ...loaded } : null,
    });
  };

  /** Queues a fact about `aggregate`; its data is checked against the contract at once. */
  emit = <Data extends z.ZodType>(
    contract: EventContract<Data>,
    aggregate: Aggregate,
    data: z.input<Data>,
  ): void => {
    this.#facts.push({ contract, aggregate, data: contract.data.parse(data) });
  };

  /** From here on the transaction stands in this organization: for row-level security and for the rows. */
  async enter(organizationId: string): Promise<void> {
    this.organizationId = organizationId;
    await this.em.execute(`select set_config('app.organization_id', ?, true)`, [organizationId]);
  }

  /** The organization in which the transaction stands. */
  get standsIn(): string | null {
    return this.organizationId;
  }

  /** For bulk writes that insert rows themselves: the same rows, made by the caller through this. */
  auditRow(
    row: Pick<AuditRow, 'aggregate_type' | 'aggregate_id' | 'action' | 'before' | 'after'>,
  ): void {
    this.#plainAudits.push(this.#auditRow(row, null, null));
  }

  factRow(
    contract: EventContract,
    subject: string,
    sequence: number,
    data: unknown,
    organizationId = this.organizationId,
  ): void {
    const row = this.#factRow(contract.type, subject, sequence, data);
    this.#plainFacts.push({ ...row, organization_id: organizationId });
  }

  /**
   * Says when `key` of a schedule of this room is due next, in the organization of the transaction.
   * A moment that is set already is moved, or stays where `keepsSet` says so: what sets a schedule
   * going may happen again, and must not skip moments that were missed.
   */
  schedule(
    { name }: { name: string },
    key: string,
    dueAt: Date,
    { keepsSet = false }: { keepsSet?: boolean } = {},
  ): void {
    if (!this.organizationId) throw new Error('A schedule belongs to an organization.');
    this.#moments.set(this.organizationId, name, key, dueAt, keepsSet);
  }

  /** Writes what has been collected. The aggregates must have been flushed before. */
  async write(): Promise<void> {
    const audits = this.#plainAudits.splice(0);
    for (const note of this.#notes.splice(0)) audits.push(this.#entryOf(note));
    const facts = this.#plainFacts.splice(0);
    for (const { contract, aggregate, data } of this.#facts.splice(0)) {
      facts.push(this.#factRow(contract.type, aggregate.id, sequenceOf(aggregate), data));
    }
    for (const organizationAudits of chunks(audits, MAX_ENTRIES_PER_EVENT)) {
      const entries = organizationAudits.filter((row) => row.organization_id !== null);
      if (entries.length > 0) facts.push(this.#recorded(entries));
    }
    await insertRows(this.em, `${this.room}.audit_entries`, AUDIT_COLUMNS, audits);
    await insertRows(this.em, `${this.room}.outbox`, OUTBOX_COLUMNS, facts);
    await this.#moments.write(this.em, this.room);
  }

  #entryOf(note: AuditNote): AuditRow {
    const { aggregate, before } = note;
    const stored = helper(aggregate).__originalEntityData as Record<string, unknown> | undefined;
    const meta = helper(aggregate).__meta;
    const shown = (key: string) =>
      !UNREMARKABLE.has(key) && meta.properties[key as never]?.['hidden'] !== true;
    const keys = Object.keys({ ...before, ...stored }).filter(shown);
    const shownOf = (source: Record<string, unknown>, fields: string[]) =>
      Object.fromEntries(
        fields.map((key) => [key, readable(meta.properties[key as never], source[key])]),
      );
    const changed = before
      ? keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(stored?.[key]))
      : keys;
    return this.#auditRow(
      {
        aggregate_type: meta.className,
        aggregate_id: aggregate.id,
        action: note.action,
        before: before && shownOf(before, changed),
        after: stored ? shownOf(stored, changed) : null,
      },
      note.reason,
      note.personId,
    );
  }

  #auditRow(
    row: Pick<AuditRow, 'aggregate_type' | 'aggregate_id' | 'action' | 'before' | 'after'>,
    reason: string | null,
    personId: string | null,
  ): AuditRow {
    return {
      ...row,
      id: newId(),
      organization_id: personId ? null : this.organizationId,
      user_id: personId,
      at: this.now.toISOString(),
      actor_id: this.actor.identity.subject,
      persona: this.actor.identity.persona,
      reason,
      request_id: this.actor.requestId,
    };
  }

  #factRow(type: string, subject: string, sequence: number, data: unknown): OutboxRow {
    return {
      id: newId(),
      organization_id: this.organizationId,
      type,
      subject,
      sequence,
      at: this.now.toISOString(),
      correlation_id: this.actor.requestId,
      causation_id: this.actor.causationId ?? null,
      traceparent: this.actor.traceparent,
      data,
    };
  }

  /** `audit.recorded.v1` of schema/events: the organization's audit log collects it from every room. */
  #recorded(rows: AuditRow[]): OutboxRow {
    const entries = rows.map((row) => ({
      entryId: row.id,
      room: this.room,
      aggregateType: row.aggregate_type,
      aggregateId: row.aggregate_id,
      action: row.action,
      at: row.at,
      actor: recordedActor(row),
      before: row.before,
      after: row.after,
      reason: row.reason,
      requestId: row.request_id,
    }));
    return this.#factRow('audit.recorded.v1', newId(), 0, { entries });
  }
}

const AUDIT_COLUMNS =
  'id uuid, organization_id uuid, user_id uuid, aggregate_type text, aggregate_id uuid, action text, at timestamptz, actor_id uuid, persona text, before jsonb, after jsonb, reason text, request_id text';
const OUTBOX_COLUMNS =
  'id uuid, organization_id uuid, type text, subject text, sequence int, at timestamptz, correlation_id text, causation_id text, traceparent text, data jsonb';

/** What an API client does is done by staff that is no person. */
function recordedActor({ actor_id: id, persona }: AuditRow) {
  if (persona !== 'INTEGRATOR') return { userId: id, persona };
  return { userId: null, persona: 'STAFF', apiClientId: id };
}

/** Removing is a change too, though the row is gone before its version could rise. */
function sequenceOf(aggregate: Aggregate): number {
  return isRemoved(aggregate) ? aggregate.version + 1 : aggregate.version;
}

function isRemoved(aggregate: Aggregate): boolean {
  return helper(aggregate).__originalEntityData === undefined;
}

/** What the mapper remembers of a column, as a reader of the history expects it: JSON is kept as text. */
function readable(property: { columnTypes?: string[] } | undefined, value: unknown): unknown {
  const isJson = property?.columnTypes?.[0]?.startsWith('json') === true;
  return isJson && typeof value === 'string' ? JSON.parse(value) : (value ?? null);
}
