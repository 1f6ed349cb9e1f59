import { html } from './html.js';

/** The mark: a house whose smoke is the steam of a cup. */
export const logo = html`<svg
  class="logo"
  viewBox="0 0 40 40"
  width="36"
  height="36"
  aria-hidden="true"
  focusable="false"
>
  <rect width="40" height="40" rx="11" fill="currentColor" />
  <path
    d="M20 9.5 8.5 19.2V31h23V19.2Z"
    fill="none"
    stroke="#fff"
    stroke-width="2.4"
    stroke-linejoin="round"
  />
  <path
    d="M14.5 21.5h9v3.7a4 4 0 0 1-4 4h-1a4 4 0 0 1-4-4Zm9 1.2h1.3a1.9 1.9 0 0 1 0 3.8h-1.5"
    fill="none"
    stroke="#fff"
    stroke-width="2"
    stroke-linejoin="round"
  />
</svg>`;

function windows(x: number, y: number, columns: number, rows: number, lit: readonly number[]) {
  return Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return html`<rect
      x="${x + column * 26}"
      y="${y + row * 36}"
      width="14"
      height="20"
      rx="2"
      class="${lit.includes(index) ? 'lit' : 'pane'}"
    />`;
  });
}

/** A row of houses in the evening. */
export const houses = html`<svg
  viewBox="0 0 560 420"
  preserveAspectRatio="xMidYMax meet"
  focusable="false"
>
  <circle cx="430" cy="86" r="34" class="moon" />
  <path
    class="far"
    d="M0 420V250l40-30 40 30v-60h70v-44h60v70l36-28 36 28v-84h84v60h50v-30l38-30 38 30v90h68v168Z"
  />
  <path class="near" d="M20 420V262l62-52 62 52v158Z" />
  <path class="near" d="M160 420V150h120v270Z" />
  <path class="near" d="M296 420V246l56-46 56 46v174Z" />
  <path class="near" d="M424 420V186h116v234Z" />
  ${windows(49, 280, 3, 2, [1])} ${windows(174, 172, 4, 5, [2, 5, 11, 13])}
  ${windows(319, 268, 3, 2, [0, 5])} ${windows(436, 208, 4, 4, [3, 6, 8])}
  <path
    class="door"
    d="M70 420v-44a12 12 0 0 1 24 0v44ZM206 420v-34h28v34ZM340 420v-44a12 12 0 0 1 24 0v44ZM468 420v-34h28v34Z"
  />
  <path class="ground" d="M0 416h560v4H0Z" />
</svg>`;
