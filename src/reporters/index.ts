export { json } from './json.js';
export { type PrettyOptions, pretty } from './pretty.js';
