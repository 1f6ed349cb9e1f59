import { buildSchema } from 'graphql';
import type { ParsedConfig } from '../config.js';
import { type Deprecation, deprecationsOf } from './deprecations.js';
import { type GuideSection, guideOf } from './guide.js';
import { type Html, html, prose, table } from './html.js';
import { referenceOf } from './reference.js';
import type { Release } from './releases.js';

/** The page that explains the public graph, whole. */
export function referencePage(
  publicSdl: string,
  config: Pick<ParsedConfig, 'publicUrl' | 'limits' | 'demand' | 'idempotency'>,
  releases: readonly Release[],
): string {
  const schema = buildSchema(publicSdl, { assumeValidSDL: true });
  const sections: GuideSection[] = [
    ...guideOf(config),
    { id: 'deprecations', title: 'Deprecations', body: deprecations(deprecationsOf(schema)) },
    { id: 'changelog', title: 'Changelog', body: changelog(releases) },
  ];
  const groups = referenceOf(schema);
  const link = ({ id, title }: { id: string; title: string }) =>
    html`<li><a href="#${id}">${title}</a></li>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>ProperTea public graph</title>
        <link rel="stylesheet" href="/public/reference.css" />
        <script src="/public/reference.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">To the text</a>
        <header>
          <h1>ProperTea public graph</h1>
          <p>
            What integrators may read and write of an organization, as one GraphQL schema:
            <code>POST ${config.publicUrl}/public/graphql</code>
          </p>
        </header>
        <nav aria-label="On this page">
          <ul>
            ${sections.map(link)}
          </ul>
          <ul>
            ${groups.map(link)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">
          ${sections.map(
            ({ id, title, body }) =>
              html`<section id="${id}">
                <h2>${title}</h2>
                ${body}
              </section> `,
          )}
          <section id="reference">
            <h2>Reference</h2>
            <form role="search" hidden>
              <label for="search">Find a type, field or argument</label>
              <input id="search" type="search" autocomplete="off" spellcheck="false" />
              <p id="found" role="status"></p>
            </form>
            ${groups.map(
              ({ id, title, body }) =>
                html`<section class="group" id="${id}">
                  <h3>${title}</h3>
                  ${body}
                </section> `,
            )}
          </section>
        </main>
      </body>
    </html> `.text;
}

function deprecations(list: readonly Deprecation[]): Html {
  if (list.length === 0) return html`<p>Nothing is deprecated.</p>`;
  const rows = list.map(
    ({ coordinate, reason, until }) =>
      html`<tr>
        <th scope="row">
          <a href="#${coordinate}"><code>${coordinate}</code></a>
        </th>
        <td>${until ?? 'not before it is announced'}</td>
        <td>${prose(reason)}</td>
      </tr>`,
  );
  return html`<p>What is deprecated works until its day.</p>
    ${table(['What', 'Removed after', 'In its place'], rows)}`;
}

function changelog(releases: readonly Release[]): Html {
  if (releases.length === 0) return html`<p>No release has changed anything yet.</p>`;
  return html`${releases.map(({ name, date, breaking, dangerous, safe }) => {
    const marked = (mark: string) => (message: string) =>
      html`<li>${mark && html`<strong>${mark}</strong> `}${message}</li>`;
    const changes = [
      ...breaking.map(marked('Breaking:')),
      ...dangerous.map(marked('May surprise:')),
      ...safe.map(marked('')),
    ];
    return html`<h3>${name}${name !== date && html` <time datetime="${date}">${date}</time>`}</h3>
      <ul>
        ${changes}
      </ul>`;
  })}`;
}
