/**
 * `npm run bench`: measures, compares everything within this one run, and writes docs/benchmarks.md. `npm run bench -- evaluation alerts`
 * prints the figures of some sections only. Ratios are what counts; absolute times depend on the machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from '../scripts/tool-command.js';
import { activity } from './activity.js';
import { alerts } from './alerts.js';
import { diagnosisOfLogs } from './diagnosis.js';
import { evaluation } from './evaluation.js';
import { harFile } from './har.js';
import { hostileMaps } from './hostile-maps.js';
import { liveCheck } from './live.js';
import { maps } from './maps.js';
import { goalRow, type Place, type Section } from './section.js';
import { startUp } from './start-up.js';
import { syncErrors } from './sync-errors.js';
import { wholeCheck } from './whole-check.js';

const sections: Readonly<Record<string, (place: Place) => Section | Promise<Section>>> = {
  evaluation,
  check: wholeCheck,
  live: liveCheck,
  diagnosis: diagnosisOfLogs,
  'hostile-maps': hostileMaps,
  'sync-errors': syncErrors,
  har: harFile,
  activity,
  alerts,
  maps,
  start: startUp,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`not a section: ${unknown.join(', ')}. Sections: ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}
execFileSync(...toolCommand('tsup', ['--silent']), { cwd: root, stdio: 'inherit' });
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const measured: Section[] = [];
for (const [name, measure] of Object.entries(sections)) {
  if (names.length > 0 && !names.includes(name)) continue;
  measured.push(await measure({ root, cli: join(root, 'dist/cli.cjs'), folder }));
}
rmSync(folder, { recursive: true });
const goals = measured.flatMap((section) => section.goals);
const page = `# Benchmarks

Written by \`npm run bench\`. Every ratio compares two things within one run on one machine (${cpus()[0]?.model.trim()}, Node ${process.version}); absolute times mean little elsewhere.
A ratio with a spread is the median of pairs of runs that alternate; half of the pairs lie between the two figures beside it. Where the goal
lies between them too, the result is within noise: another run may find the opposite. Ratios without a spread, such as those of memory, hardly differ between runs.

| What | Ratio | Between | Goal | |
|---|---|---|---|---|
${goals.map(goalRow).join('\n')}

${measured.flatMap(({ text }) => text ?? []).join('\n\n')}
`;
console.log(page);
if (names.length === 0) writeFileSync(join(root, 'docs/benchmarks.md'), page);
if (goals.some(({ verdict }) => verdict.startsWith('missed'))) console.log('Some goals were missed in this run.');
