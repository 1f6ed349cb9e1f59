import { type Identity, newId } from '@propertea/kernel';
import type { TestHouse } from '../house.js';

/** What a command made: its id as the graph gives it and as the rooms keep it. */
export interface Made {
  readonly id: string;
  readonly uuid: string;
}

/** Something that is being made: chain on with its methods, or await what was made. */
export class Planted<T extends Made> implements PromiseLike<T> {
  constructor(
    protected readonly ground: Ground,
    protected readonly made: Promise<T>,
  ) {
    // Whoever awaits it or builds on it sees the failure.
    made.catch(() => undefined);
  }

  // oxlint-disable-next-line unicorn/no-thenable -- `await seed.organization().company()` is the point
  then<Result = T, Failure = never>(
    done?: ((made: T) => Result | PromiseLike<Result>) | null,
    failed?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): PromiseLike<Result | Failure> {
    return this.made.then(done, failed);
  }
}

/** The house that is sown, and words for what has no name yet. */
export class Ground {
  #count = 0;

  constructor(
    readonly house: TestHouse,
    /** In every text that the seed makes up, so that it is known again wherever it turns up. */
    readonly mark: string,
    /** Whose sign-ins the people of the seed have. */
    readonly issuer: string,
  ) {}

  has(room: string): boolean {
    return this.house.rooms.some(({ name }) => name === room);
  }

  /** A text that nothing else has, such as `Quixwort company 3`. */
  text(what: string): string {
    return `${this.mark} ${what} ${++this.#count}`;
  }

  /** A code that nothing else has: the mark's first letters in capitals and a number, five characters. */
  code(): string {
    const letters = this.mark.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return letters.slice(0, 3) + (++this.#count % 1296).toString(36).toUpperCase().padStart(2, '0');
  }

  email(): string {
    const letters = this.mark.toLowerCase().replace(/[^a-z0-9]/g, '');
    return `${letters}${++this.#count}.${newId().slice(-6)}@example.test`;
  }

  /**
   * Carries a command out and returns its payload.
   * @throws Error with what the room answered where it refused.
   */
  async run<Payload>(
    identity: Identity,
    command: string,
    input: Record<string, unknown>,
    selection: string,
  ): Promise<Payload> {
    const type = `${command[0]?.toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${command}(input: $input) { ${selection} errors { code message path } } }`;
    const { data, errors } = await this.house.as(identity)(document, { input });
    const payload = data?.[command] as { errors: object[] } | null | undefined;
    const refusals = errors ?? payload?.errors ?? [];
    if (payload && refusals.length === 0) return payload as Payload;
    throw new Error(`${command} was refused: ${JSON.stringify(refusals)}`);
  }
}
