import type { Logger } from '@propertea/chassis/runtime';
import { parseManifest, portalOf } from '@propertea/schema/documents';
import type { Release } from '@propertea/schema/documents';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Polling } from '../polling.js';

/** A document that some running release of a portal was built with. */
export interface Trusted {
  /** `landlord`, whatever the release. */
  portal: string;
  name: string;
  body: string;
}

/**
 * What the portals were built to ask: every manifest of a folder, so that several releases run beside each
 * other. Files that come later are taken over without a restart.
 */
export class TrustedDocuments {
  #byId: ReadonlyMap<string, Trusted> = new Map();
  #byCanonicalId: ReadonlyMap<string, Trusted> = new Map();
  #stamp = '';
  readonly #polling = new Polling(() => this.#check());

  constructor(
    private readonly folder: string,
    private readonly logger: Logger,
  ) {}

  /** Reads the folder; one that is not there holds nothing. Throws where a file is no manifest. */
  async load(): Promise<void> {
    const paths = await manifestsIn(this.folder);
    const stamp = await stampOf(paths);
    const releases = await Promise.all(
      paths.map(async (path) =>
        parseManifest(basename(path, '.json'), await readFile(path, 'utf8')),
      ),
    );
    const trusted = releases.flatMap(trustedOf);
    this.#byId = new Map(trusted.map(({ id, document }) => [id, document]));
    this.#byCanonicalId = new Map(trusted.map((one) => [one.canonicalId, one.document]));
    this.#stamp = stamp;
  }

  /** Looks at the folder every `everyMs`. A file that is no manifest leaves everything as it is. */
  watch(everyMs: number): void {
    this.#polling.start(everyMs);
  }

  stop(): Promise<void> {
    return this.#polling.stop();
  }

  get size(): number {
    return this.#byCanonicalId.size;
  }

  /** The text for which a portal sends its hash. */
  textOf(id: string): string | undefined {
    return (this.#byId.get(id) ?? this.#byCanonicalId.get(id))?.body;
  }

  /** What a document is known as, whatever its layout. */
  of({ id }: { id: string }): Trusted | undefined {
    return this.#byCanonicalId.get(id);
  }

  async #check(): Promise<void> {
    let stamp = this.#stamp;
    try {
      stamp = await stampOf(await manifestsIn(this.folder));
      if (stamp === this.#stamp) return;
      await this.load();
      this.logger.info({ folder: this.folder, documents: this.size }, 'trusted documents replaced');
    } catch (error) {
      // Looked at again once it changes.
      this.#stamp = stamp;
      this.logger.warn({ err: error, folder: this.folder }, 'trusted documents cannot be read');
    }
  }
}

function trustedOf(release: Release) {
  const portal = portalOf(release);
  return release.documents.map(({ id, canonicalId, name, body }) => ({
    id,
    canonicalId,
    document: { portal, name, body },
  }));
}

async function manifestsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    const isMissing = typeof error === 'object' && error !== null && 'code' in error;
    if (isMissing && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map(async (path) => {
      const { mtimeMs, size } = await stat(path);
      return `${path} ${mtimeMs} ${size}`;
    }),
  );
  return stamps.join('\n');
}
