/**
 * The style of the page. Its text and {@link styleHash} belong together: the test says what the hash has to be. It is plain
 * ASCII without backslashes, so that no tool on the way can change a byte of it.
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f6f3; --surface: #fff; --sunken: #f1f1ed; --line: #dcdcd5; --ink: #1c2126; --soft: #545c65; --link: #1a5494;
  --focus: #1a5494;
  --error: #a8231a; --error-tint: #fcefed; --warning: #7d4b00; --warning-tint: #fdf4e3;
  --open: #5a3d9c; --open-tint: #f3effb; --accepted: #2a5b86; --accepted-tint: #ecf3f9;
  --passed: #1c6638; --passed-tint: #eaf5ee; --quiet: #666e77; --quiet-tint: #f1f1ed;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --surface: #1c2024; --sunken: #23282d; --line: #363c43; --ink: #e8eaec; --soft: #abb3bc; --link: #8fbdf0;
    --focus: #8fbdf0;
    --error: #ff968c; --error-tint: #35201f; --warning: #f0b862; --warning-tint: #32281a;
    --open: #c0adf7; --open-tint: #29243a; --accepted: #90bce3; --accepted-tint: #1e2a35;
    --passed: #82cf9c; --passed-tint: #1b2c22; --quiet: #a0a8b1; --quiet-tint: #23282d;
  }
}
.verdict { --tone: var(--ink); --tint: var(--surface); }
.card { --tone: var(--line); }
.is-error { --tone: var(--error); --tint: var(--error-tint); }
.is-warning { --tone: var(--warning); --tint: var(--warning-tint); }
.is-inconclusive, .is-blocked, .is-errored { --tone: var(--open); --tint: var(--open-tint); }
.is-accepted { --tone: var(--accepted); --tint: var(--accepted-tint); }
.is-passed { --tone: var(--passed); --tint: var(--passed-tint); }
.is-not-applicable, .is-skipped { --tone: var(--quiet); --tint: var(--quiet-tint); }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 64rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
code { font: .92em/1.4 ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
q { color: var(--soft); }
q, code, strong, .tag { unicode-bidi: isolate; }
.soft { color: var(--soft); }
pre {
  margin: .75rem 0 0; padding: .625rem .875rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 6px;
  line-height: 1.4; white-space: pre-wrap;
}
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
section, .card, .fix { scroll-margin-top: 1rem; }

.shapes { position: absolute; }
.icon { width: 1em; height: 1em; flex: none; color: var(--tone); vertical-align: -.1em; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 1; padding: .5rem 1rem; background: var(--surface); border-radius: 6px; }
header { margin-bottom: .75rem; color: var(--soft); font-weight: 600; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
footer:empty { display: none; }

.verdict { padding: 1.5rem 1.25rem; background: var(--tint); border-left: 6px solid var(--tone); border-radius: 6px 12px 12px 6px; }
.verdict:not([class*=is-]) { border-left-color: var(--quiet); }
.verdict h1 { display: flex; align-items: center; gap: .4em; color: var(--tone); font-size: 2rem; letter-spacing: -.01em; }
.verdict > p { margin-top: .5rem; }
.verdict > .about-whom { margin-top: .25rem; font-size: 1.1875rem; font-weight: 600; }
.lead, .verdict > .lead { margin-top: .75rem; max-width: 44rem; font-size: 1.1875rem; line-height: 1.5; text-wrap: pretty; }
.where { display: grid; gap: .75rem 2rem; margin-top: 1.25rem; }
dt { color: var(--soft); font-size: .875rem; }
.where dd { font-weight: 600; }
.verdict > .where + p { margin-top: .75rem; }
.notice { display: flex; gap: .6rem; margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); max-width: 52rem; }
.notice .icon { margin-top: .28em; }
.notice > div { min-width: 0; }
.notice .steps { margin-top: .375rem; }
main > .notice, main > p, main > table { margin-top: 1.5rem; }

.summary ul { display: grid; gap: .375rem; margin-top: .75rem; }
.summary a {
  --tone: var(--soft); display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; height: 100%; padding: .5rem 1rem; background: var(--surface); border: 1px solid var(--line);
  border-radius: 10px; color: var(--ink); text-decoration: none;
}
.summary a:hover { border-color: var(--tone); }
.summary .number { min-width: 3.5rem; font-size: 1.25rem; font-weight: 650; line-height: 1.3; }
.summary .number .icon { width: .85em; height: .85em; margin-right: .4em; }
.summary .label { color: var(--soft); }
.summary .review { color: var(--warning); font-size: .875rem; font-weight: 600; }
.summary .none { background: none; }
.summary .none .icon { color: var(--quiet); }
.summary .none .number { color: var(--soft); font-weight: 500; }

main > * + section { margin-top: 2.75rem; }
h2 { display: flex; align-items: center; gap: .6rem; font-size: 1.4375rem; letter-spacing: -.005em; }
.count {
  padding: .05em .6em; background: var(--sunken); border: 1px solid var(--line); border-radius: 1em; color: var(--soft);
  font-size: .875rem; font-weight: 600; letter-spacing: 0;
}
h2 + :is(p, .items, .steps) { margin-top: .5rem; }
.intro, h2 + .intro { margin-top: .25rem; max-width: 46rem; color: var(--soft); }

.picture { display: block; margin-top: 1rem; max-width: 100%; height: auto; }
.picture text { fill: var(--ink); font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.picture .box-title { font-size: 14px; font-weight: 650; }
.picture .box-note, .picture .arrow-label { fill: var(--soft); }
.picture use { color: var(--tone); }
.box { fill: var(--surface); stroke: var(--line); }
.frame { fill: var(--sunken); stroke: var(--line); }
.bar { fill: var(--tone); }
.bar.is-blocked, .bar.is-errored { fill-opacity: .6; }
.bar.is-not-applicable, .bar.is-skipped { fill-opacity: .45; }
.arrow { fill: none; stroke: var(--soft); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.arrow.waits { stroke: var(--open); }
.arrow.waits .line { stroke-dasharray: 3 5; }
.wide { display: none; }
.hours .axis { stroke: var(--quiet); fill: none; }
.timeline .lane { stroke: var(--line); }
.timeline .tick { stroke: var(--line); stroke-dasharray: 2 3; }
.bar.state-running { fill: var(--passed); }
.bar.state-resuming, .bar.state-initializing { fill: var(--accepted); }
.bar.state-paused { fill: var(--warning); }
.bar.state-not-running, .bar.state-stopped { fill: var(--quiet); }
.scroll { margin-top: 1rem; overflow: auto; max-height: 85vh; background: var(--sunken); border: 1px solid var(--line); border-radius: 10px; }
.needs { display: block; }
.needs text { fill: var(--ink); font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.needs .soft { fill: var(--soft); font-size: 11px; }
.needs .note { font-weight: 600; }
.needs .edge { fill: none; stroke: var(--soft); stroke-width: 1.25; stroke-opacity: .55; }
.needs .edge.inferred { stroke-dasharray: 4 4; }
.needs .edge.is-error { stroke: var(--tone); stroke-opacity: 1; }
.needs .map { fill: var(--surface); stroke: var(--line); }
.needs .is-error .map { stroke: var(--tone); stroke-width: 2; }
.needs .is-inconclusive .map { stroke: var(--tone); stroke-dasharray: 4 3; }
.needs .hub { fill: var(--accepted-tint); stroke: var(--accepted); }
.needs .hub-letter { fill: var(--accepted); font-size: 11px; font-weight: 650; }

.filter {
  display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; margin-top: 2.75rem; padding: 1rem; background: var(--surface); border: 1px solid var(--line);
  border-radius: 10px;
}
.filter label { display: block; margin-bottom: .25rem; color: var(--soft); font-size: .875rem; }
.filter input, .filter select, .filter button {
  width: 100%; min-height: 2.75rem; padding: .4rem .75rem; background: var(--page); border: 1px solid var(--quiet);
  border-radius: 6px; color: var(--ink); font: inherit;
}
.filter > div { flex: 1 1 8rem; min-width: 0; }
.filter > :first-child { flex: 1 1 100%; }
.filter button { background: var(--surface); cursor: pointer; }
.filter [role=status] { flex-basis: 100%; color: var(--soft); font-size: .9375rem; }
.filter [role=status]:empty { display: none; }
.filter-note { margin-top: .5rem; }

.card {
  margin-top: 1rem; padding: 1.125rem 1rem 1.25rem; background: var(--surface); border: 1px solid var(--line);
  border-left: 4px solid var(--tone); border-radius: 5px 10px 10px 5px;
}
.card:target { outline: 2px solid var(--tone); outline-offset: 2px; }
h3 { display: flex; gap: .5rem; font-size: 1.125rem; }
h3 > .icon { margin-top: .125em; }
h3 > span { min-width: 0; }
h4 { margin-top: 1.25rem; margin-bottom: .375rem; font-size: .9375rem; }
h4 .count { margin-left: .25rem; padding: 0 .5em; font-size: .8125rem; }
h3 .count { flex: none; align-self: start; }
.card > p { max-width: 46rem; }
h3 + p { margin-top: .25rem; }
.about { display: flex; flex-wrap: wrap; margin: .25rem 0 0 calc(-.625rem - 1px); clip-path: inset(0 0 0 1px); color: var(--soft); font-size: .875rem; font-weight: 400; }
.about li { padding: 0 .625rem; border-left: 1px solid var(--line); }
/* As list items, ten thousand of them would take a browser half a minute to hide. */
.items > li, .checks > li { display: block; }
.items > li { padding: .5rem 0; border-top: 1px solid var(--line); overflow: clip; }
.items > [data-finding]:last-child { border-bottom: 1px solid var(--line); }
.items > [data-row] { padding: .75rem 0; }
.items .gaps { color: var(--soft); font-size: .9375rem; }
:is(.notice, .aside, li, td, dd) .items > li { padding: .125rem 0; border: 0; }
:is(p, .about) + .items { margin-top: .5rem; }
.row-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75rem; }
.row-head time { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.row-head strong { font-weight: 600; min-width: 0; }
.row-head .tag { border-color: var(--line); color: var(--soft); }
[data-row] > .is-warning { color: var(--tone); font-size: .9375rem; }
.advice { display: block; color: var(--soft); font-size: .9375rem; }
.subject { display: block; color: var(--soft); font-size: .875rem; }
.aside { display: flex; gap: .5rem; margin-top: .75rem; }
.aside .icon { margin-top: .28em; }
.aside > :last-child { min-width: 0; }
.gaps li { padding: .125rem 0; }
.card > .gaps { margin-top: .5rem; }
.checks > li { padding: .5rem 0; border-top: 1px solid var(--line); }
.checks .about { margin-top: 0; }
.tag { padding: 0 .5em; border: 1px solid var(--open); border-radius: 1em; color: var(--open); font-size: .8125rem; }

summary { display: flex; gap: .625rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before {
  content: ""; flex: none; width: .5em; height: .5em; margin: .475em 0 0 .125em; border: solid var(--soft);
  border-width: 0 2px 2px 0; transform: rotate(-45deg);
}
details[open] > summary::before { margin-top: .4em; transform: rotate(45deg); }
summary > span { min-width: 0; }
.more > summary { padding: .6rem 0; color: var(--link); }
.long { max-height: 28rem; overflow: auto; padding: 0 .75rem; background: var(--sunken); border-radius: 8px; }
.long .items > li { content-visibility: auto; contain-intrinsic-size: auto 3.75rem; }
.long .items > li:first-child { border-top: 0; }
.fix { margin-top: .625rem; border: 1px solid var(--line); border-radius: 8px; }
.fix > summary { padding: .7rem .875rem; border-radius: 8px; }
.fix > summary:hover { background: var(--sunken); }
.fix[open] > summary { border-bottom-left-radius: 0; border-bottom-right-radius: 0; }
.option { color: var(--soft); margin-right: .125rem; }
.who { display: block; color: var(--soft); font-size: .875rem; }
.destroys { margin-left: .375rem; color: var(--error); font-weight: 600; }
.fix > :not(summary) { margin-left: 2.125rem; margin-right: .875rem; }
.steps { padding-left: 1.5rem; max-width: 46rem; }
.steps li { padding: .1875rem 0 .1875rem .25rem; }
.steps li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.card > .long { margin-top: .5rem; }
.fix + p, .scroll + :is(p, .items), .card > table + p { margin-top: .75rem; }
.kept, .lost { margin-bottom: .375rem; }
section > .lost { margin-top: .75rem; }
.kept { color: var(--soft); }
.lost { padding: .5rem .75rem; background: var(--error-tint); border-left: 3px solid var(--error); border-radius: 4px; }
.lost strong { color: var(--error); }
.links-head { margin-top: .625rem; color: var(--soft); font-size: .875rem; }
.fix > :last-child { margin-bottom: .875rem; }
.host { color: var(--soft); font-size: .875rem; }
.acceptance { display: grid; gap: .375rem 2rem; margin: .5rem 0 .75rem; padding: .625rem .875rem; background: var(--accepted-tint); border-radius: 6px; }
.acceptance:last-child { margin-bottom: 0; }
.rest { margin-top: .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.rest > summary { padding: .75rem 1rem; }
.rest > summary .icon { margin-top: .275em; }
.rest > :not(summary) { margin: 0 1rem 1rem; }
.words { margin-top: .75rem; }
.words > summary { width: fit-content; color: var(--link); }
.words > table { margin-bottom: 1.25rem; }

table { width: 100%; margin-top: .5rem; border-collapse: collapse; }
.items + table { margin-top: 1.25rem; }
.rest > table { width: calc(100% - 2rem); }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { overflow-wrap: normal; color: var(--soft); font-size: .875rem; font-weight: 600; border-top: 0; }
tbody th { font-weight: 500; }
tbody th code { color: var(--soft); font-weight: 400; }
td:only-of-type { width: 45%; }
.figures :is(td, th:last-child) { width: 1%; white-space: nowrap; text-align: right; }
td:last-child, th:last-child { padding-right: 0; }
.counts { font-variant-numeric: tabular-nums; font-size: .875rem; }
.counts td, .counts thead th:not(:first-child) { width: auto; padding-left: .25rem; padding-right: .25rem; text-align: right; }
.log td { width: auto; }
.log tbody th { width: 9rem; color: var(--soft); font-size: .875rem; font-weight: 400; font-variant-numeric: tabular-nums; }
.counts thead th { vertical-align: bottom; }
.counts tfoot :is(th, td) { font-weight: 650; border-top: 2px solid var(--line); }
.legend { display: grid; gap: .5rem 1.5rem; }
.legend dt { display: flex; align-items: center; gap: .4em; color: var(--ink); font-weight: 600; }
.legend dd { color: var(--soft); font-size: .9375rem; }

@media (max-width: 39.99rem) {
  .counts thead th:not(:first-child) > span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); }
  .stacked :is(tbody, tr, th, td) { display: block; }
  .stacked thead { display: none; }
  .stacked tr { padding: .5rem 0; border-top: 1px solid var(--line); }
  .stacked :is(th, td) { width: auto; padding: .125rem 0; border: 0; }
  .stacked td::before { content: attr(data-column) ": "; color: var(--soft); font-size: .875rem; }
  .of-rows > :nth-child(2), .of-rows > :nth-child(3) { flex-basis: 100%; }
}
@media (min-width: 40rem) {
  body { padding: 2rem 2rem 4rem; }
  .summary ul { grid-template-columns: repeat(5, 1fr); gap: .625rem; }
  .summary a { display: block; padding: .75rem 1rem; }
  .summary .number { display: block; font-size: 1.5rem; }
  .summary .review { display: block; }
  .verdict { padding: 2rem; }
  .verdict h1 { font-size: 2.5rem; }
  .where { grid-template-columns: repeat(auto-fit, minmax(12rem, auto)); justify-content: start; }
  .acceptance { grid-template-columns: 1fr auto auto; }
  .filter > div { flex: 0 1 11rem; }
  .filter > :first-child { flex: 1 1 14rem; }
  .filter button { width: auto; }
  .filter.of-rows { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .of-rows > :first-child, .of-rows > :nth-child(8) { grid-column: span 2; }
  .of-rows > [role=status] { grid-column: 1 / -1; }
  .log tbody th { width: 15rem; }
  #groups { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 .75rem; align-items: start; }
  #groups > :not(.card) { grid-column: 1 / -1; }
  .items > [data-finding] { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(40%); gap: 1.5rem; align-items: baseline; }
  [data-finding] > .subject { text-align: right; }
  .card { padding: 1.25rem 1.5rem 1.5rem; }
  .legend { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 62rem) {
  .narrow { display: none; }
  .wide { display: block; }
  .counts { table-layout: fixed; }
  .counts th:first-child { width: 12rem; }
}
@media (forced-colors: active) {
  .picture text { fill: CanvasText; }
  .box, .frame { fill: Canvas; stroke: CanvasText; }
  .arrow { stroke: CanvasText; }
  .bar { stroke: CanvasText; }
  .timeline .lane, .timeline .tick, .needs .edge { stroke: CanvasText; }
  .needs text { fill: CanvasText; }
  .needs .map, .needs .hub { fill: Canvas; stroke: CanvasText; }
}
@media print {
  @page { margin: 16mm; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; background: #fff; line-height: 1.45; }
  .skip, .filter > :not([role=status]), .filter-note { display: none; }
  .filter { margin: 0; padding: 0; border: 0; }
  .narrow { display: none; }
  .wide { display: block; }
  .summary ul { grid-template-columns: repeat(5, 1fr); }
  .summary a { display: block; padding: .4rem .6rem; }
  .verdict { padding: 1.25rem 1.5rem; }
  .scroll { max-height: none; overflow: visible; border: 0; background: none; }
  .needs { max-width: 100%; height: auto; }
  .long { max-height: none; overflow: visible; padding: 0; background: none; }
  .long .items > li { content-visibility: visible; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  summary::before { display: none; }
  .more > summary, .words > summary { color: inherit; }
  .fix > :not(summary) { margin-left: .875rem; }
  h2, h3, h4, summary, .about, .links-head { break-after: avoid; }
  .verdict, .picture, .summary, .items > li, .steps > li, .checks > li, tr, .lost, .acceptance { break-inside: avoid; }
  a[href^=http]::after { content: attr(href); display: block; color: var(--soft); font-size: .875em; text-decoration: none; }
  .host { display: none; }
  .summary a, .aside a, .about a { color: inherit; }
  @supports selector(::details-content) {
    .more > summary { display: none; }
  }
}
`;

/** What the content security policy says about {@link style}. */
export const styleHash = 'sha256-lKsFCBWrMw0QHN/LqX5Qmjw6hoBbJCcqdUlLmSRieR0=';
