export type { RecordedAddress, RecordedAnswer, RecordedService } from '../adapters/recorded/recorded-answer.js';
export type { Input, InputKind, InputOf, InputOrigin } from './input.js';
export { recognize } from './recognize.js';
export { type RecognizeLargeOptions, recognizeLarge } from './recognize-large.js';
