import type { Page, Response } from 'playwright-core';

/** What it says, without the places of minified scripts. */
const firstLines = (text: string) => text.split(/\n\s*at /)[0] ?? text;

/** Notices what goes wrong behind pages: console errors, scripts that break, failed answers, errors of the graph. */
export class Watch {
  readonly #trouble: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #reading = new Set<Promise<void>>();

  page(page: Page): void {
    page.on('console', (message) => {
      // The browser's own line for a failed answer; the answer itself is noticed below, with its address.
      if (message.text().startsWith('Failed to load resource')) return;
      if (message.type() === 'error') this.#trouble.push(`console: ${firstLines(message.text())}`);
    });
    page.on('pageerror', (error) => this.#trouble.push(`script: ${error.message}`));
    page.on('response', (response) => {
      const reading = this.#response(response);
      this.#reading.add(reading);
      void reading.finally(() => this.#reading.delete(reading));
    });
  }

  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** Resolves when every answer that came was read. */
  async settled(): Promise<void> {
    await Promise.all(this.#reading);
  }

  /** What was noticed and not expected. */
  trouble(): string[] {
    return this.#trouble.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
  }

  async #response(response: Response): Promise<void> {
    const { pathname } = new URL(response.url());
    const request = `${response.request().method()} ${pathname}`;
    if (response.status() >= 400) this.#trouble.push(`answer: ${response.status()} to ${request}`);
    if (pathname !== '/graphql') return;
    // A page that goes away takes its answers along.
    const body = (await response.json().catch(() => ({}))) as { errors?: { message: string }[] };
    for (const { message, ...more } of body.errors ?? []) {
      this.#trouble.push(`graph: ${message} ${JSON.stringify(more)}`);
    }
  }
}
