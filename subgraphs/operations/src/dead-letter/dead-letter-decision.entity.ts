import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Aggregate } from '@propertea/chassis/store';

/** What an operator decided about dead letters; the letters themselves lie in the transport. */
@Entity({ tableName: 'dead_letter_decisions' })
export class DeadLetterDecision extends Aggregate {
  @Property({ type: 'uuid' })
  userId!: string;

  @Property({ type: 'text' })
  decision!: 'REPLAY' | 'PURGE';

  /** The room whose letters it was about; null where single ones were named. */
  @Property({ type: 'text', nullable: true })
  room: string | null = null;

  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  /** How many letters it changed. */
  @Property({ type: 'integer' })
  letters!: number;

  static take(
    facts: Pick<DeadLetterDecision, 'userId' | 'decision' | 'room' | 'reason' | 'letters'>,
  ): DeadLetterDecision {
    return Object.assign(new DeadLetterDecision(), facts);
  }
}
