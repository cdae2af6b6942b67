export type { RecordedAddress, RecordedAnswer, RecordedService } from '../adapters/recorded/recorded-answer.js';
export type { InputEnvironment } from './environments-in.js';
export {
  type FactLack,
  type FactsOfOptions,
  factsOf,
  type GatheredFacts,
  type SeveralEnvironments,
} from './facts-of.js';
export type { Input, InputKind, InputOf, InputOrigin } from './input.js';
export { type MapsFault, mapsOf } from './maps-of.js';
export { powershellScript } from './powershell-script.js';
export { recognize } from './recognize.js';
export { type RecognizeLargeOptions, recognizeLarge } from './recognize-large.js';
export { type ResultDocument, resultDocument } from './result-document.js';
export { type InputResult, type ResultsOptions, resultsOf, type UnusedInput } from './results-of.js';
export { solutionOf } from './solution-of.js';
export { type FactUrl, type UrlsForOptions, urlsFor } from './urls-for.js';
