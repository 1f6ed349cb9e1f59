/** Submits the one form of a page that the person has asked for already; without it they press the button. */
export const SUBMIT_SCRIPT = `document.getElementById('op.logoutForm')?.requestSubmit(document.querySelector('button[name=logout][value=yes]'));
`;

/** The look of the sign-in pages. Contrasts are at least 4.5:1 for text and 3:1 for borders, in both themes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f6f4; --card: #ffffff; --text: #14211d; --soft: #51605a; --line: #7f8f88;
  --brand: #0f6b5c; --brand-strong: #0a5246; --on-brand: #ffffff; --focus: #0b57d0;
  --bad: #b3261e; --bad-soft: #fdeceb; --note: #e9f3f0; --field: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1513; --card: #16201d; --text: #eaf2ee; --soft: #aebcb6; --line: #71837b;
    --brand: #4fc3ab; --brand-strong: #7ad9c4; --on-brand: #06241d; --focus: #a8c7fa;
    --bad: #ffb4ab; --bad-soft: #3b1715; --note: #1d302a; --field: #101917;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); }
.frame { min-height: 100vh; min-height: 100dvh; display: grid; }
main { display: grid; align-items: start; justify-items: center; padding: 2.5rem 1.25rem; outline: none; }
.card { width: 100%; max-width: 26rem; }
.brand { display: flex; align-items: center; gap: .65rem; font-weight: 650; font-size: 1.125rem; margin-bottom: 2rem; }
.logo { color: #0f6b5c; flex: none; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .5rem; text-wrap: balance; }
.lead { margin: 0 0 1.75rem; color: var(--soft); overflow-wrap: anywhere; }
p { margin: 0 0 1rem; }
.field { margin-bottom: 1.25rem; }
label { display: block; font-weight: 600; margin-bottom: .35rem; }
.hint { display: block; color: var(--soft); font-size: .875rem; margin: .35rem 0 0; }
input:not([type=hidden]) { width: 100%; min-height: 3rem; padding: .65rem .85rem; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: .6rem; }
input[aria-invalid=true] { border: 2px solid var(--bad); }
.fault { display: block; color: var(--bad); font-size: .9375rem; font-weight: 550; margin: .4rem 0 0; }
button, .button { display: flex; width: 100%; min-height: 3rem; align-items: center; justify-content: center; padding: .65rem 1.25rem; font: inherit; font-weight: 650; border-radius: .6rem; border: 1px solid transparent; background: var(--brand); color: var(--on-brand); text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--brand-strong); }
button.quiet, .button.quiet { background: transparent; color: var(--text); border-color: var(--line); margin-top: .75rem; }
button.quiet:hover, .button.quiet:hover { background: var(--note); }
a { color: var(--brand); text-underline-offset: .2em; font-weight: 550; }
a:hover { color: var(--brand-strong); }
.aside { text-align: right; margin: -.5rem 0 1.25rem; font-size: .9375rem; }
.below { margin: 1.5rem 0 0; color: var(--soft); }
.below a, .aside a { display: inline-block; padding: .2rem 0; }
.alert { background: var(--bad-soft); border-left: 4px solid var(--bad); border-radius: .4rem; padding: .85rem 1rem; margin: 0 0 1.5rem; }
.alert h2 { font-size: 1rem; margin: 0 0 .25rem; }
.alert p, .alert ul { margin: 0; }
.alert ul { padding-left: 1.1rem; }
.alert a { color: var(--text); }
.note { background: var(--note); border-radius: .6rem; padding: .85rem 1rem; margin: 0 0 1.5rem; font-size: .9375rem; }
details { margin-top: 1.75rem; color: var(--soft); font-size: .875rem; }
summary { cursor: pointer; padding: .25rem 0; }
code { overflow-wrap: anywhere; font-size: .85em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .3rem; }
input:focus-visible, button:focus-visible, .button:focus-visible { border-radius: .6rem; }
.skip { position: absolute; left: -100vw; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.skip:focus { left: .5rem; }
.picture { display: none; }
@media (min-width: 60rem) {
  .frame { grid-template-columns: minmax(24rem, 5fr) 6fr; }
  .picture { display: flex; flex-direction: column; justify-content: space-between; background: linear-gradient(170deg, #0c3f38, #0f6b5c 60%, #3f927d); color: #fff; padding: 4rem 3.5rem 0; overflow: hidden; position: sticky; top: 0; height: 100vh; }
  .picture p { font-size: 2rem; line-height: 1.25; font-weight: 600; letter-spacing: -.015em; max-width: 18ch; text-wrap: balance; }
  .picture svg { display: block; width: calc(100% + 7rem); margin: 0 -3.5rem; max-height: 62vh; }
  .picture .moon { fill: #ffe6a8; opacity: .9; }
  .picture .far { fill: #0c4f45; opacity: .55; }
  .picture .near { fill: #093a33; }
  .picture .pane { fill: #1f7565; }
  .picture .lit { fill: #ffd479; }
  .picture .door { fill: #1f7565; }
  .picture .ground { fill: #062a25; }
  main { align-items: center; padding: 3rem; }
}
@media (forced-colors: active) { button, .button { border-color: ButtonText; } }
@media print { .picture { display: none; } }
`.trimStart();
