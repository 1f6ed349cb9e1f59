import type { EntityManager } from '@mikro-orm/postgresql';
import { context, propagation, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { type Clock, type Envelope, envelopeSchema, systemIdentity } from '@propertea/kernel';
import { Journal } from '../store/index.js';
import type { Consumer } from './consumer.js';
import type { Delivery, Refusal } from './transport.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A delivery that is an event of a contract that this room consumes. */
interface Fact {
  event: Envelope;
  consumer: Consumer;
  place: number;
  /** The span that its effect continues. */
  traceparent: string | undefined;
}

/** Applies deliveries to a room: inbox row, effect and what the effect emits are one. */
export class Applier {
  readonly #consumers: Map<string, Consumer>;
  readonly #tracer = trace.getTracer('@propertea/chassis/messaging');

  constructor(
    private readonly room: string,
    consumers: readonly Consumer[],
    private readonly clock: Clock,
    private readonly mayPublish: (room: string, type: string) => boolean,
  ) {
    this.#consumers = new Map(consumers.map((consumer) => [consumer.contract.type, consumer]));
  }

  get types(): string[] {
    return [...this.#consumers.keys()];
  }

  /**
   * Tries all at once, which saves a savepoint and an inbox row's round trip for each; where one
   * fails, each is tried behind a savepoint of its own.
   */
  async apply(
    em: EntityManager,
    deliveries: readonly Delivery[],
  ): Promise<(Refusal | undefined)[]> {
    const refusals: (Refusal | undefined)[] = deliveries.map(() => undefined);
    const facts: Fact[] = [];
    for (const [place, delivery] of deliveries.entries()) {
      try {
        const fact = this.#read(delivery, place);
        if (fact) facts.push(fact);
      } catch (error) {
        refusals[place] = { error, isPoison: true };
      }
    }
    if (facts.length === 0) return refusals;
    const together = await this.#attempt(em, facts);
    if (together) {
      for (const fact of facts) {
        const error = facts.length === 1 ? together : await this.#attempt(em, [fact]);
        if (error) refusals[fact.place] = { error: error.cause, isPoison: false };
      }
    }
    // A transaction that is broken must not pass for one that was committed.
    await em.execute('select 1');
    return refusals;
  }

  #read({ envelope, traceparent }: Delivery, place: number): Fact | undefined {
    const event = envelopeSchema.parse(envelope) as Envelope;
    const consumer = this.#consumers.get(event.type);
    if (!consumer) return undefined;
    if (!this.mayPublish(event.source.replace('/rooms/', ''), event.type)) {
      throw new Error(`${event.source} may not publish ${event.type}`);
    }
    return {
      event: { ...event, data: consumer.contract.data.parse(event.data) },
      consumer,
      place,
      traceparent: traceparent ?? event.traceparent ?? undefined,
    };
  }

  async #attempt(em: EntityManager, facts: readonly Fact[]): Promise<Error | undefined> {
    try {
      await em.transactional((inner) => this.#applyAll(inner, facts));
      return undefined;
    } catch (error) {
      return new Error('not applied', { cause: error });
    }
  }

  async #applyAll(em: EntityManager, facts: readonly Fact[]): Promise<void> {
    const fresh = await this.#receive(em, facts);
    let standing: string | undefined;
    for (const { event, consumer, traceparent } of byOrganization(facts)) {
      // What came twice in one batch is applied once too.
      if (!fresh.delete(receiptOf(event))) continue;
      const personId = consumer.personOf?.(event.data as never) ?? '';
      const wanted = `${event.organizationid ?? ''} ${personId}`;
      if (standing !== wanted) {
        await em.execute(
          `select set_config('app.organization_id', ?, true), set_config('app.user_id', ?, true)`,
          [event.organizationid ?? '', personId],
        );
      }
      const left = await this.#traced(event, traceparent, () => this.#effect(em, event, consumer));
      standing = left === event.organizationid ? wanted : undefined;
    }
  }

  /** Writes the inbox rows; returns the receipts of what had not come before. */
  async #receive(em: EntityManager, facts: readonly Fact[]): Promise<Set<string>> {
    // In one order everywhere, so that two processes do not wait for each other.
    const receipts = [...new Set(facts.map(({ event }) => receiptOf(event)))].toSorted();
    const parts = receipts.map((receipt) => receipt.split(' '));
    const rows = await em.execute<{ receipt: string }[]>(
      /* sql */ `
      insert into ${this.room}.inbox (organization_id, event_id)
      select * from unnest(?::uuid[], ?::uuid[]) on conflict do nothing
      returning organization_id || ' ' || event_id as receipt`,
      [`{${parts.map(([id]) => id).join(',')}}`, `{${parts.map(([, id]) => id).join(',')}}`],
    );
    return new Set(rows.map(({ receipt }) => receipt));
  }

  /** Returns the organization in which the transaction stands afterwards. */
  async #effect(em: EntityManager, event: Envelope, consumer: Consumer): Promise<string | null> {
    const now = this.clock.now();
    const identity = systemIdentity(event.organizationid);
    const { correlationid: requestId, traceparent, id: causationId } = event;
    const actor = { identity, requestId, traceparent, causationId };
    const journal = new Journal(this.room, em, actor, event.organizationid, now);
    const { audit, emit } = journal;
    await consumer.handle({ event: event as Envelope<never>, em, now, audit, emit, journal });
    await em.flush();
    await journal.write();
    em.clear();
    return journal.standsIn;
  }

  /** The effect continues the trace of the request that caused the event. */
  #traced<T>(
    { type, id }: Envelope,
    traceparent: string | undefined,
    run: () => Promise<T>,
  ): Promise<T> {
    if (!traceparent) return run();
    const parent = propagation.extract(ROOT_CONTEXT, { traceparent });
    const attributes = { 'messaging.destination.name': type, 'messaging.message.id': id };
    const span = this.#tracer.startSpan(
      `apply ${type}`,
      { kind: SpanKind.CONSUMER, attributes },
      parent,
    );
    return context.with(trace.setSpan(parent, span), run).finally(() => span.end());
  }
}

/** Those of an organization after each other, in their order, so that it is entered once. */
function byOrganization(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => {
    const [left, right] = [a.event.organizationid ?? '', b.event.organizationid ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

function receiptOf(event: Envelope): string {
  return `${event.organizationid ?? NOBODY} ${event.id}`.toLowerCase();
}
