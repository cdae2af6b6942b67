import { marks } from '../checks.js';
import type { Mark } from '../document.js';
import { type Markup, markup, verbatim } from './markup.js';

/** An icon beside words; with a `label` where they do not say the same. */
export function icon(mark: Mark, label?: string): Markup {
  const role = label === undefined ? markup`aria-hidden="true"` : markup`role="img" aria-label="${label}"`;
  return markup`<svg class="icon is-${mark}" ${role} focusable="false"><use href="#icon-${mark}"/></svg>`;
}

/** Each shape once, for {@link icon} and the picture to refer to. */
export function iconShapes(): Markup {
  const shapes = marks.map(
    (mark) => markup`<symbol id="icon-${mark}" viewBox="0 0 16 16">${verbatim(drawings[mark])}</symbol>`,
  );
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">${shapes}</svg>`;
}

const line = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
const ring = `<circle cx="8" cy="8" r="6.5" ${line}/>`;

/** They differ in outline, not only in color: octagon, triangle, ring, clock, bolt, flag, disc, ring with a dash, arrows. */
const drawings: Readonly<Record<Mark, string>> = {
  error: `<path fill="currentColor" fill-rule="evenodd" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Zm.9 4.1-1 1L6.9 8l-2 2.1 1 1L8 9.1l2.1 2 1-1L9.1 8l2-2.1-1-1L8 6.9Z"/>`,
  warning: `<path fill="currentColor" fill-rule="evenodd" d="M8 1 15.6 14.5H.4ZM7.2 6v4.2h1.6V6Zm0 5.4v1.6h1.6v-1.6Z"/>`,
  inconclusive: `${ring}<path ${line} d="M6.3 6.3a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M8 11.5v.05"/>`,
  blocked: `${ring}<path ${line} d="M8 4.6V8l2.3 1.6"/>`,
  errored: `<path fill="currentColor" d="M9.5.8 2.7 9.2h4.2l-1 6 7.4-8.8H8.8Z"/>`,
  accepted: `<path ${line} d="M3.5 15V1.5M3.5 2.2h9l-2.2 3.3 2.2 3.3h-9"/>`,
  passed: `<path fill="currentColor" fill-rule="evenodd" d="M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm3.2 3.9L7 9 4.9 7 3.7 8.2 7 11.4l5.4-5.5Z"/>`,
  'not-applicable': `${ring}<path ${line} d="M5.4 8h5.2"/>`,
  skipped: `<path ${line} d="m3 4 4 4-4 4M9 4l4 4-4 4"/>`,
};
