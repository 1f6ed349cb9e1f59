export interface Line {
  text: string;
  href?: string;
  /** A button that sends a POST here. */
  action?: string;
}

/** A small page without scripts or anything to load. All text is escaped. */
export function page(title: string, lines: readonly Line[]): string {
  const body = lines.map((line) => `<li>${item(line)}</li>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(title)}</title>
<link rel="stylesheet" href="/auth/page.css"></head>
<body><main><h1>${escape(title)}</h1><ul>${body}</ul></main></body></html>`;
}

function item({ text, href, action }: Line): string {
  if (href) return `<a href="${escape(href)}">${escape(text)}</a>`;
  if (!action) return escape(text);
  return `<form method="post" action="${escape(action)}"><button>${escape(text)}</button></form>`;
}

export const PAGE_CSS = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}
main{padding:1.5rem;max-width:34rem}
h1{font-size:1.6rem;margin:0 0 .75rem}
ul{list-style:none;padding:0;margin:0;display:grid;gap:.6rem}
a,button{color:light-dark(#0b5c46,#7fd8bd)}
button{font:inherit;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer}
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
