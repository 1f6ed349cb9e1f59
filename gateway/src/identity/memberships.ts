import type { Grant } from '@propertea/kernel';
import { z } from 'zod';
import type { KeyValue } from '../key-value/key-value.js';
import { grantShape, toGrant } from './grant-shape.js';
import { Remembered } from './remembered.js';
import type { SystemQuery } from './system-query.js';

const ACCESS = `query AccessOf($userId: ID!) {
  accessOf(userId: $userId) {
    grantsVersion isOperator
    memberships { organizationId organizationName grants { role reachKind companyId propertyId } }
  }
}`;

const VIEW_AS = `query ViewAsOf($viewAsId: ID!) {
  viewAsOf(viewAsId: $viewAsId) {
    organizationId viewerId memberId endsAt grants { role reachKind companyId propertyId }
  }
}`;

const accessShape = z.object({
  accessOf: z
    .object({
      grantsVersion: z.number().int(),
      isOperator: z.boolean(),
      memberships: z.array(
        z.object({
          organizationId: z.uuid(),
          organizationName: z.string(),
          grants: z.array(grantShape),
        }),
      ),
    })
    .nullable(),
});

const viewAsShape = z.object({
  viewAsOf: z
    .object({
      organizationId: z.uuid(),
      viewerId: z.uuid(),
      memberId: z.uuid(),
      endsAt: z.coerce.date(),
      grants: z.array(grantShape),
    })
    .nullable(),
});

/** What a user may enter. */
export interface Access {
  grantsVersion: number;
  isOperator: boolean;
  memberships: readonly Membership[];
}

export interface Membership {
  organizationId: string;
  organizationName: string;
  grants: readonly Grant[];
}

/** A view as another member: who looks through whose eyes, in which organization, until when. */
export interface ViewAs {
  organizationId: string;
  viewerId: string;
  memberId: string;
  /** When it is over, or since when it is. */
  endsAt: Date;
  /** The member's own, of now. */
  grants: readonly Grant[];
}

const NOTHING: Access = { grantsVersion: 0, isOperator: false, memberships: [] };
const CHANNEL = 'access-changed';

/**
 * Who belongs to which organization and who looks through whose eyes there, as the room
 * `organizations` says; kept up to 30 s and dropped in every gateway process as soon as one of them
 * sent that room a mutation.
 */
export class Memberships {
  readonly #access = new Remembered((userId) => this.#loadAccess(userId));
  readonly #views = new Remembered((viewAsId) => this.#loadViewAs(viewAsId));
  #unsubscribe: (() => Promise<void>) | undefined;

  /** `dropped` is called whenever the answers of now may differ from those before. */
  constructor(
    private readonly query: SystemQuery,
    private readonly keyValue: KeyValue,
    private readonly dropped: (organizationId?: string) => void,
  ) {}

  /** Begins to listen to the other gateway processes. */
  async start(): Promise<void> {
    const drop = (organizationId?: string) => {
      this.#drop();
      this.dropped(organizationId);
    };
    this.#unsubscribe = await this.keyValue.subscribe(CHANNEL, {
      message: (organizationId) => drop(organizationId),
      gap: () => drop(),
    });
  }

  async stop(): Promise<void> {
    await this.#unsubscribe?.();
  }

  /** Throws `Fault('UPSTREAM_UNAVAILABLE')` when the room `organizations` does not answer. */
  accessOf(userId: string): Promise<Access> {
    return this.#access.of(userId);
  }

  /** A view as another member by its UUID, also one that is over; undefined where there is none. */
  async viewAsOf(viewAsId: string): Promise<ViewAs | undefined> {
    return (await this.#views.of(viewAsId)).viewAs;
  }

  /** To be awaited before the answer of a mutation that `organizations` may have carried out, of whom. */
  async changed(organizationId: string | null): Promise<void> {
    this.#drop();
    try {
      await this.keyValue.publish(CHANNEL, organizationId ?? '');
    } catch (error) {
      // The notice would have come here too.
      this.dropped(organizationId ?? '');
      throw error;
    }
  }

  #drop(): void {
    this.#access.drop();
    this.#views.drop();
  }

  async #loadAccess(userId: string): Promise<Access> {
    const { accessOf } = await this.query(ACCESS, { userId }, accessShape);
    if (!accessOf) return NOTHING;
    return {
      ...accessOf,
      memberships: accessOf.memberships.map(({ grants, ...membership }) => ({
        ...membership,
        grants: grants.map(toGrant),
      })),
    };
  }

  async #loadViewAs(viewAsId: string): Promise<{ viewAs?: ViewAs }> {
    const { viewAsOf } = await this.query(VIEW_AS, { viewAsId }, viewAsShape);
    return viewAsOf ? { viewAs: { ...viewAsOf, grants: viewAsOf.grants.map(toGrant) } } : {};
  }
}
