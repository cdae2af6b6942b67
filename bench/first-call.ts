/** `first-call.ts FILE ours|hand`: prints the milliseconds of processor time of the first evaluation in a process. */
import { readFileSync } from 'node:fs';
import { processorTime } from '../test/support/processor-time.js';
import { byRules } from './four-rules.js';
import { handWritten } from './hand-written.js';

const [file = '', who] = process.argv.slice(2);
const snapshot = JSON.parse(readFileSync(file, 'utf8'));
console.log(processorTime(() => (who === 'ours' ? byRules(snapshot) : handWritten(snapshot))));
