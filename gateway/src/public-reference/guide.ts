import { FAULT_CODES } from '@propertea/kernel';
import type { FaultCode } from '@propertea/kernel';
import type { ParsedConfig } from '../config.js';
import { Html, html, table } from './html.js';

export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

type GuideConfig = Pick<ParsedConfig, 'publicUrl' | 'limits' | 'demand' | 'idempotency'>;

const CODES: Record<FaultCode, string> = {
  UNAUTHENTICATED: 'The key or token is missing, over or revoked. Send a good one.',
  FORBIDDEN: 'The scopes or grants do not allow this. Ask the organization for them.',
  NOT_FOUND: 'It does not exist, or you may not see it: the two are not told apart.',
  BAD_USER_INPUT:
    'The request is not valid; the message says what to change. Do not repeat it as it is.',
  CONFLICT: 'It does not fit what there is now. Read again, then decide.',
  PERSISTED_QUERY_NOT_FOUND:
    'No document is known by this hash. Send its text together with the hash once.',
  RATE_LIMITED: 'The budget is spent. Wait as long as retry-after says.',
  COST_LIMIT:
    'One operation asks for too much. The message names the change that takes least away.',
  UPSTREAM_UNAVAILABLE:
    'A part does not answer. Queries: try again with growing pauses. Mutations: only with an idempotency key, or after reading.',
  INTERNAL: 'A mistake of ours. Tell us the request id.',
};

const number = (value: number) => value.toLocaleString('en-GB');

/** What to know before the first request. */
export function guideOf(config: GuideConfig): GuideSection[] {
  return [overview(), firstQuery(config), keys(), limits(config), errors(), idempotency(config)];
}

function overview(): GuideSection {
  const body = html`<p>
      One graph joins all parts of the platform: ask in one operation for what belongs together. Ids
      are texts with the name of their type in front and stay for good. Amounts are
      <code>Money</code> in minor units, <code>DateTime</code> is an instant and
      <code>LocalDate</code> a day. Changes take the <code>version</code> that you loaded, so that
      nobody overwrites what they have not seen.
    </p>
    <p>
      What may be null is null where a part of the platform does not answer or you may not see it;
      the rest of the answer is there. Take new fields, enum values and types without failing.
      Nothing else changes without notice: see <a href="#deprecations">deprecations</a> and the
      <a href="#changelog">changelog</a>.
    </p>`;
  return { id: 'overview', title: 'Overview', body };
}

/** A first query that everybody may try. */
export const FIRST_QUERY =
  '{ properties(first: 10) { nodes { id name } pageInfo { hasNextPage endCursor } } }';

function firstQuery({ publicUrl }: GuideConfig): GuideSection {
  const curl = [
    `curl ${publicUrl}/public/graphql \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H "authorization: Bearer $KEY" \\`,
    `  -d '{"query":"${FIRST_QUERY}"}'`,
  ].join('\n');
  const body = html`<p>One address, one operation per request, as JSON by POST:</p>
    <pre tabindex="0" aria-label="The first query with curl"><code>${curl}</code></pre>
    <p>
      Lists that can grow are connections: ask for <code>first</code>, at most 100, and go on with
      <code>after: endCursor</code> while <code>hasNextPage</code>. The schema may be read by
      introspection. Pages of any site may call this address; there are no subscriptions.
    </p>
    <p>
      What may come later stands in a fragment with <code>@defer</code>. Clients that accept
      <code>multipart/mixed;deferSpec=20220824</code> get the answer in parts, others get the whole
      at once. An error stands in the part that it is about.
    </p>`;
  return { id: 'first-query', title: 'First query', body };
}

function keys(): GuideSection {
  const body = html`<p>
      An organization creates an API client in its portal, with scopes and grants, and a key for it.
      A key begins with <code>ptk_</code> and is shown once. Send it as
      <code>authorization: Bearer</code> or as <code>x-api-key</code>, never in an address. It
      stands for the client in its one organization: scopes to read or to write parts of the graph,
      and grants never beyond those of who gave them.
    </p>
    <p>
      To rotate, make another key in the portal and say until when, at most 30 days, the old ones
      stay good. A revoked key is refused within a second. People may send a bearer token of theirs
      in place of a key.
    </p>`;
  return { id: 'keys', title: 'Keys and rotation', body };
}

function limits({
  limits: { bodyBytes, characters, depth, aliases, fields, tokens, timeoutMs },
  demand,
}: GuideConfig): GuideSection {
  const rows: [string, string][] = [
    ['Body', `${number(bodyBytes)} bytes`],
    ['Depth', number(depth)],
    ['Aliases', number(aliases)],
    ['Fields, fragments expanded', number(fields)],
    ['Characters of the document', number(characters)],
    ['Tokens', number(tokens)],
    ['Time', `${number(timeoutMs / 1_000)} s`],
    ['Cost of one operation', `${number(demand.operationUnits)} units`],
    [
      'Cost in a window',
      `${number(demand.windowUnits)} units in any ${number(demand.windowSeconds)} s`,
    ],
  ];
  const body = html`<p>
      An operation and each object of its answer cost 1, a mutation 10 more, scalars nothing. A
      connection is estimated by <code>first</code> or <code>last</code>. The estimate is charged
      before, and put right by what was really answered. All keys of a client share one budget.
    </p>
    ${table(
      ['Limit', 'At most'],
      rows.map(
        ([name, most]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${most}</td>
          </tr>`,
      ),
    )}
    <p>
      Every estimated answer has the headers <code>ratelimit-limit</code>,
      <code>ratelimit-remaining</code> and <code>ratelimit-reset</code> (seconds until all is given
      back). With <code>x-cost: 1</code> the answer says in <code>extensions.cost</code> what it was
      estimated at and what it cost. Beyond the budget: 429 with <code>retry-after</code>.
    </p>`;
  return { id: 'limits', title: 'Limits and cost', body };
}

function errors(): GuideSection {
  const rows = FAULT_CODES.map(
    (code) =>
      html`<tr>
        <th scope="row"><code>${code}</code></th>
        <td>${CODES[code]}</td>
      </tr>`,
  );
  const body = html`<p>
      What a mutation may well run into is data: its payload has <code>errors</code> with
      <code>code</code>, <code>message</code> and <code>path</code>. Everything else is an entry of
      the answer’s <code>errors</code>, with one of these in <code>extensions.code</code>; what
      could be answered is still in <code>data</code>. Every answer has an
      <code>x-request-id</code>.
    </p>
    ${table(['Code', 'What to do'], rows)}`;
  return { id: 'errors', title: 'Errors', body };
}

function idempotency({ idempotency: { keepSeconds } }: GuideConfig): GuideSection {
  const body = html`<p>
      Send a mutation with the header <code>Idempotency-Key: "…"</code>, a new UUID for each thing
      that you want done, and repeat it with the same key when no answer came: it is carried out
      once. For ${number(keepSeconds / 3_600)} hours the same key has the same answer, with
      <code>idempotency-replayed: true</code>.
    </p>
    ${table(
      ['Status', 'What it means'],
      [
        html`<tr>
          <th scope="row">409 with <code>retry-after</code></th>
          <td>It is being carried out. Ask again.</td>
        </tr>`,
        html`<tr>
          <th scope="row">409 without</th>
          <td>
            What came of it is not known, or its answer was too large to be kept. Read what it
            changes; then, if need be, send it under a new key.
          </td>
        </tr>`,
        html`<tr>
          <th scope="row">422</th>
          <td>The key was sent with another mutation or other variables.</td>
        </tr>`,
      ],
    )}
    <p>What was refused as a whole, by a limit or as not valid, does not use the key up.</p>`;
  return { id: 'idempotency', title: 'Idempotency keys', body };
}
