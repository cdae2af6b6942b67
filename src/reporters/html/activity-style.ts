/**
 * What the pages of activity need besides the style that all pages have. Its text and {@link activityStyleHash} belong together:
 * the test says what the hash has to be. It is plain ASCII without backslashes, so that no tool on the way can change a byte of it.
 */
export const activityStyle = `
.timeline .lane { stroke: var(--line); }
.timeline .tick { stroke: var(--line); stroke-dasharray: 2 3; }
.bar.state-running { fill: var(--passed); }
.bar.state-resuming, .bar.state-initializing { fill: var(--accepted); }
.bar.state-paused { fill: var(--warning); }
.bar.state-not-running, .bar.state-stopped { fill: var(--quiet); }
.words > .states { width: 100%; margin-top: .5rem; }
.states td, .maps td { width: auto; }
.maps { width: 100%; margin-top: .5rem; }
.advice { display: block; color: var(--soft); font-size: .9375rem; }
.todo { margin-top: .5rem; padding-left: 1.25rem; list-style: disc; }
.log { margin-top: .5rem; list-style: none; }
.log li { padding: .375rem 0; border-top: 1px solid var(--line); }
.log time { display: block; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.log .icon { margin-right: .35em; }
.card > .log li:first-child { border-top: 0; }
@media (min-width: 40rem) {
  .log li { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 1rem; }
}
@media (forced-colors: active) {
  .timeline .lane, .timeline .tick { stroke: CanvasText; }
}
@media print {
  .log li, .timeline { break-inside: avoid; }
}
`;

/** What the content security policy says about {@link activityStyle}. */
export const activityStyleHash = 'sha256-leutflCt4Bh1W8DUuHzMi0QHnq2svvT/cD+ojt/Q0XM=';
