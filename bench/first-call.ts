/** `first-call.ts FILE ours|hand`: prints the milliseconds of processor time of the first evaluation in a process. */
import { readFileSync } from 'node:fs';
import { byRules } from './four-rules.js';
import { handWritten } from './hand-written.js';

const [file = '', who] = process.argv.slice(2);
const snapshot = JSON.parse(readFileSync(file, 'utf8'));
const start = process.cpuUsage();
if (who === 'ours') byRules(snapshot);
else handWritten(snapshot);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1_000);
