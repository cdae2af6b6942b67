export { type AnnotationsOptions, annotations } from './annotations.js';
export { markdownComparison, prettyComparison } from './comparison.js';
export { markdownFleet, prettyFleet } from './fleet.js';
export { html } from './html.js';
export { json } from './json.js';
export { junit } from './junit.js';
export { type MarkdownOptions, markdown } from './markdown.js';
export { type PrettyOptions, pretty } from './pretty.js';
export { type SarifOptions, sarif } from './sarif.js';
