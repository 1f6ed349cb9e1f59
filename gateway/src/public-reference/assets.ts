export const REFERENCE_CSS = `:root{color-scheme:light dark;
--ink:light-dark(#1c2321,#e4e9e7);--soft:light-dark(#55605c,#a3b0ab);--line:light-dark(#d9dfdc,#37413d);
--paper:light-dark(#fff,#151a18);--tint:light-dark(#f3f6f4,#1e2522);--accent:light-dark(#0b5c46,#7fd8bd);--warn:light-dark(#8a4b00,#f0b867)}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{font:1rem/1.55 system-ui,sans-serif;margin:0;color:var(--ink);background:var(--paper);
display:grid;grid-template:auto 1fr/15rem minmax(0,1fr);max-width:80rem;margin-inline:auto;padding:0 1.5rem}
header{grid-column:1/-1;padding:1.75rem 0 1.25rem;border-bottom:1px solid var(--line)}
header p{margin:0;color:var(--soft)}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.5rem 1rem 1.5rem 0}
nav ul{list-style:none;margin:0 0 1rem;padding:0 0 1rem;border-bottom:1px solid var(--line)}
nav ul:last-child{border:0}
nav a{display:block;padding:.25rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
main{padding:.5rem 0 4rem 2rem;border-left:1px solid var(--line);min-width:0}
main:focus{outline:none}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.35rem;margin:2rem 0 .5rem}
h3{font-size:1.15rem;margin:2rem 0 .75rem}
h4{font-size:1rem;font-weight:400;margin:0 0 .25rem;overflow-wrap:anywhere}
h4>a{font-family:ui-monospace,monospace;font-weight:600;text-decoration:none;color:inherit}
h4>a:hover{text-decoration:underline}
.of,time{font-weight:400;color:var(--soft)}
p{margin:.5rem 0;max-width:46rem}
code{font:.9em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--tint);border:1px solid var(--line);border-radius:6px;padding:.9rem 1rem;overflow:auto}
pre code{overflow-wrap:normal}
table{border-collapse:collapse;margin:1rem 0;max-width:52rem}
th,td{text-align:left;vertical-align:top;padding:.45rem 1.25rem .45rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.9rem}
.entry{padding:1rem 0;border-top:1px solid var(--line)}
.entry:target,dt:target{background:var(--tint)}
.entry p{margin:.15rem 0}
dl{margin:.5rem 0 0;display:grid;gap:.1rem}
dt{margin-top:.5rem;overflow-wrap:anywhere}
dd{margin:0;color:var(--soft)}
dl.arguments{margin:0 0 .25rem 1rem;padding-left:1rem;border-left:2px solid var(--line)}
.types{padding-left:1.2rem}
.deprecated{color:var(--warn)}
form{position:sticky;top:0;background:var(--paper);padding:.75rem 0;border-bottom:1px solid var(--line)}
form label{display:block;margin-bottom:.4rem;font-size:.9rem;color:var(--soft)}
input{font:inherit;color:inherit;background:var(--tint);border:1px solid var(--soft);border-radius:6px;padding:.5rem .75rem;width:100%;min-height:2.75rem}
form{display:grid;grid-template-columns:minmax(0,28rem) 1fr;column-gap:.75rem;align-items:center}
form label{grid-column:1/-1}
form[hidden]{display:none}
#found{margin:0;color:var(--soft);font-size:.9rem}
.entry,dt{scroll-margin-top:6.5rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
[hidden]{display:none}
@media(max-width:48rem){body{display:block;padding:0 1rem}
nav{position:static;max-height:none;padding:1rem 0 0;display:grid;grid-template-columns:1fr 1fr;gap:1rem}
nav ul{border:0;margin:0;padding:0}
nav a{padding:.5rem 0}
form{grid-template-columns:1fr}
main{border:0;padding:0 0 3rem}
th,td{padding-right:.75rem}
table{width:100%}}
`;

/** Filters the reference by what is typed: without it the page is whole, and its search is not shown. */
export const REFERENCE_JS = `const form = document.querySelector('form[role=search]');
const input = document.getElementById('search');
const found = document.getElementById('found');
const entries = [...document.querySelectorAll('.entry')].map((element) => ({
  element,
  names: [element.dataset.name, ...[...element.querySelectorAll('dt > code:first-child')].map((code) => code.textContent)]
    .join('\\n').toLowerCase(),
}));
const groups = [...document.querySelectorAll('.group')];
function filter() {
  const wanted = input.value.trim().toLowerCase();
  let count = 0;
  for (const { element, names } of entries) {
    element.hidden = !names.includes(wanted);
    if (!element.hidden) count++;
  }
  for (const group of groups) group.hidden = !group.querySelector('.entry:not([hidden])');
  found.textContent = wanted ? (count === 1 ? '1 entry' : count + ' entries') : '';
}
// What a link leads to is shown, whatever is filtered.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  input.value = '';
  filter();
  target.scrollIntoView();
}
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
input.addEventListener('input', filter);
addEventListener('hashchange', reveal);
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === input || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
});
`;
