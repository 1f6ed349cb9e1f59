export interface Line {
  text: string;
  href?: string;
}

/** A small page without scripts or anything to load. All text is escaped. */
export function page(title: string, lines: readonly Line[]): string {
  const body = lines
    .map(({ text, href }) =>
      href ? `<li><a href="${escape(href)}">${escape(text)}</a></li>` : `<li>${escape(text)}</li>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<link rel="stylesheet" href="/page.css"></head>
<body><main><h1>${escape(title)}</h1><ul>${body}</ul></main></body></html>`;
}

export const PAGE_CSS = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}
main{padding:1.5rem;max-width:34rem}
h1{font-size:1.6rem;margin:0 0 .75rem}
ul{list-style:none;padding:0;margin:0;display:grid;gap:.6rem}
a{color:light-dark(#0b5c46,#7fd8bd)}
`;

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}
