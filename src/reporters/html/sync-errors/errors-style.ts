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
@media (min-width: 40rem) {
  .filter > div { flex: 1 1 11rem; }
}
@media print {
  .filter-note { display: none; }
  [data-row] { break-inside: avoid; }
}
`;

/** What the content security policy says about {@link errorsStyle}. */
export const errorsStyleHash = 'sha256-L6TRqk0ZE3yBC2NJgkoEuBrx86p5Tt76KeyPsVM9P8I=';
