import type { FeedLogger } from './event-feed.js';

const RETRY_MS = 1_000;

export interface LinkParts<Link> {
  /** Opens one; `lost` may be called as soon as it no longer stands, also before it is open. */
  open(lost: (error?: unknown) => void): Promise<Link>;
  /** Lets go of one, be it broken or whole. */
  close(link: Link): Promise<void>;
  /** It stands. */
  opened(link: Link): void;
  /** It no longer stands; another one is on its way. */
  lost(): void;
  logger: FeedLogger;
  /** Whose it is, for the log. */
  name: string;
}

/** A connection that is opened again, a second later each time, whenever it is lost or cannot be had. */
export class KeptLink<Link extends object> {
  #link: Link | undefined;
  #opening: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly parts: LinkParts<Link>) {}

  /** The connection while it stands. */
  get link(): Link | undefined {
    return this.#link;
  }

  start(): void {
    if (this.#isClosed) return;
    this.#opening = this.#open().catch((err: unknown) => this.#failed(err));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#opening;
    const link = this.#link;
    this.#link = undefined;
    if (link) await this.parts.close(link).catch(() => undefined);
  }

  async #open(): Promise<void> {
    const { parts } = this;
    let link: Link | undefined;
    let isLost = false;
    const lost = (error?: unknown) => {
      isLost = true;
      if (!link || this.#link !== link) return;
      this.#link = undefined;
      parts.lost();
      void parts.close(link).catch(() => undefined);
      this.#failed(error);
    };
    link = await parts.open(lost);
    if (isLost) {
      await parts.close(link).catch(() => undefined);
      throw new Error('The connection was lost while it was opened.');
    }
    this.#link = link;
    parts.opened(link);
  }

  #failed(err: unknown): void {
    if (this.#isClosed) return;
    const { logger, name } = this.parts;
    logger.warn({ err }, `${name} tells no events for now`);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.start(), RETRY_MS);
    this.#retry.unref();
  }
}
