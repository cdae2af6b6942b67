/**
 * The style of pages about maps, beside that of every page. Its text and {@link mapStyleHash} belong together: the test says what
 * the hash has to be. Plain ASCII without backslashes.
 */
export const mapStyle = `
main > h1 { font-size: 2rem; letter-spacing: -.01em; }
.scroll { margin-top: 1rem; overflow: auto; max-height: 85vh; background: var(--sunken); border: 1px solid var(--line); border-radius: 10px; }
.maps { display: block; }
.maps text { fill: var(--ink); font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.maps .soft { fill: var(--soft); font-size: 11px; }
.maps .note { font-weight: 600; }
.maps .edge { fill: none; stroke: var(--soft); stroke-width: 1.25; stroke-opacity: .55; }
.maps .edge.inferred { stroke-dasharray: 4 4; }
.maps .edge.is-error { stroke: var(--tone); stroke-opacity: 1; }
.maps .map { fill: var(--surface); stroke: var(--line); }
.maps .is-error .map { stroke: var(--tone); stroke-width: 2; }
.maps .is-inconclusive .map { stroke: var(--tone); stroke-dasharray: 4 3; }
.maps .hub { fill: var(--accepted-tint); stroke: var(--accepted); }
.maps .hub-letter { fill: var(--accepted); font-size: 11px; font-weight: 650; }
.overview { width: 100%; margin-top: 1rem; }
.overview td { width: auto; }
.overview .subject { text-align: left; }
.overview .items > li { padding: .125rem 0; border: 0; }
.intro + section, .lead + section { margin-top: 2.75rem; }
.about + .items { margin-top: .5rem; }
.faults { color: var(--warning); font-size: .875rem; }
@media (forced-colors: active) {
  .maps text { fill: CanvasText; }
  .maps .map, .maps .hub { fill: Canvas; stroke: CanvasText; }
  .maps .edge { stroke: CanvasText; }
}
@media print {
  .scroll { max-height: none; overflow: visible; border: 0; background: none; }
  .maps { max-width: 100%; height: auto; }
}
`;

/** What the content security policy says about {@link mapStyle}. */
export const mapStyleHash = 'sha256-JjthdlP9ACW17By7GqfW2vzwK5leTMlpiWJsPaaMLLU=';
