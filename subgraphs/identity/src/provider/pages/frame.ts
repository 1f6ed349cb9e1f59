import { createHash } from 'node:crypto';
import type { Messages } from '../../messages.js';
import { html, type Fragment } from './html.js';
import { houses, logo } from './pictures.js';
import { SUBMIT_SCRIPT, STYLE } from './style.js';

/** What every page needs to know of its surroundings. */
export interface PageFrame {
  messages: Messages;
  /** Path of the provider, such as `/oidc`. */
  base: string;
  /** Where a person goes on from a page that has no other way out. */
  homeUrl: string;
  /** Origins a form may end up at: those of the clients. */
  formTargets: readonly string[];
  /** Whether mails leave the house; otherwise pages say that they are kept. */
  sendsMail: boolean;
}

function nameOf(extension: string, text: string): string {
  return `${createHash('sha256').update(text).digest('base64url').slice(0, 12)}.${extension}`;
}

/** The files beside the pages, by name; the name changes with the content. */
export const ASSETS = new Map([
  [nameOf('css', STYLE), { type: 'text/css; charset=utf-8', body: STYLE }],
  [nameOf('js', SUBMIT_SCRIPT), { type: 'text/javascript; charset=utf-8', body: SUBMIT_SCRIPT }],
]);

const STYLE_NAME = nameOf('css', STYLE);
const SUBMIT_NAME = nameOf('js', SUBMIT_SCRIPT);

/** Security headers of a page. `scripts` are further sources, such as hashes. */
export function pageHeaders(
  frame: PageFrame,
  scripts: readonly string[] = [],
): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      `script-src ${["'self'", ...scripts].join(' ')}`,
      `form-action ${["'self'", ...frame.formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Keeps the secret of a link to ourselves, and leaves forms the Origin that their check needs.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/** A whole page: the picture beside, the logo, one heading and what is below it. */
export function page(
  frame: PageFrame,
  content: {
    title: string;
    lead?: string;
    body: Fragment;
    hasError?: boolean;
    submitsItself?: boolean;
  },
): string {
  const { messages, base } = frame;
  const title = `${content.hasError ? messages.errorPrefix : ''}${content.title} · ${messages.product}`;
  return html`<!doctype html>
    <html lang="${messages.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${base}/assets/${STYLE_NAME}" />
        <link
          rel="icon"
          href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%230f766e' d='M16 3 3 14v15h10v-8h6v8h10V14z'/%3E%3C/svg%3E"
        />
        ${content.submitsItself && html`<script src="${base}/assets/${SUBMIT_NAME}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#content">${messages.skip}</a>
        <div class="frame">
          <aside class="picture" aria-hidden="true">
            <p>${messages.tagline}</p>
            ${houses}
          </aside>
          <main id="content" tabindex="-1">
            <div class="card">
              <div class="brand">${logo}<span>${messages.product}</span></div>
              <h1>${content.title.replaceAll('-', '\u2011')}</h1>
              ${content.lead !== undefined && html`<p class="lead">${content.lead}</p>`}
              ${content.body}
            </div>
          </main>
        </div>
      </body>
    </html> `.text;
}
