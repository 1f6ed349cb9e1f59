/** HTML that is whole; only `html` makes it, and escapes whatever else is put into it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[] | undefined | null | false;

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let out = texts[0] ?? '';
  for (const [index, part] of parts.entries()) out += textOf(part) + (texts[index + 1] ?? '');
  return new Html(out);
}

function textOf(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map(({ text }) => text).join('');
}

/** A table with a head; rows are `tr` elements. */
export function table(heads: readonly string[], rows: readonly Html[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** A description, of which `…` is code. */
export function prose(text: string): Html {
  const parts = text.split('`');
  return new Html(
    parts
      .map((part, index) => (index % 2 && index < parts.length - 1 ? code(part) : escape(part)))
      .join(''),
  );
}

const code = (text: string) => `<code>${escape(text)}</code>`;

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
