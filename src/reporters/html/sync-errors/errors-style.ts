/**
 * What the page of sync errors looks like beyond the style of every page. Its text and {@link errorsStyleHash} belong together: the
 * test says what the hash has to be. It is plain ASCII without backslashes.
 */
export const errorsStyle = `
.notice > div { min-width: 0; }
.notice .steps { margin-top: .375rem; }
.hours .axis { stroke: var(--quiet); fill: none; }
.filter > div { min-width: 0; }
.filter-note { margin-top: .5rem; }
.items > [data-row] { padding: .75rem 0; }
.row-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; }
.row-head time { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.row-head b { font-weight: 600; min-width: 0; }
.row-head i { padding: 0 .5em; border: 1px solid var(--line); border-radius: 1em; color: var(--soft); font-size: .8125rem; font-style: normal; }
.known { color: var(--warning); font-size: .9375rem; }
[data-row] .subject { text-align: left; }
.card .counts { width: 100%; margin-top: .5rem; }
section > .lost { margin-top: .75rem; }
.card h3 .count { flex: none; align-self: start; }
.groups { display: grid; gap: .75rem; margin-top: .75rem; }
.groups .rest { margin: 0; min-width: 0; }
@media (max-width: 39.99rem) {
  .filter > :nth-child(2), .filter > :nth-child(3) { flex-basis: 100%; }
}
@media (min-width: 40rem) {
  .filter { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .filter > :first-child, .filter > :nth-child(8) { grid-column: span 2; }
  .filter [role=status] { grid-column: 1 / -1; }
  .groups { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
}
@media print {
  .filter-note { display: none; }
  [data-row] { break-inside: avoid; }
}
`;

/** What the content security policy says about {@link errorsStyle}. */
export const errorsStyleHash = 'sha256-ADX1O7TeeVNjQdgJbSM7w32swRYEHfvcwHec90oBVPI=';
