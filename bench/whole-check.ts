import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOfSize } from './environment-of-size.js';
import { largeTenant } from './large-tenant.js';
import { alternate, ratioOfTimes } from './processes.js';
import { atMost, type Place, type Section } from './section.js';

/** A whole `check` of large snapshots, against processes that read and parse the same files. */
export function wholeCheck({ cli, folder }: Place): Section {
  const teams = join(folder, 'teams.json');
  writeFileSync(teams, JSON.stringify(largeTenant(115_000)));
  const rows = join(folder, 'rows.json');
  const { facts, ...environment } = environmentOfSize(60_000);
  const { companies } = environmentOfSize(10_000).facts;
  writeFileSync(rows, JSON.stringify({ ...environment, facts: { ...facts, companies } }));
  const reader = join(folder, 'read.mjs');
  writeFileSync(
    reader,
    `import { readFile } from 'node:fs/promises';\nglobalThis.parsed = JSON.parse(await readFile(process.argv[2], 'utf8'));\n`,
  );
  const runsOf = (file: string) => alternate({ check: [cli, 'check', file], read: [reader, file] }, 15, folder);
  const ofTeams = runsOf(teams);
  const ofRows = runsOf(rows);
  const megabytesOf = (file: string) => statSync(file).size / 2 ** 20;
  return {
    goals: [
      atMost(
        `a whole check of ${megabytesOf(teams).toFixed(0)} MB against reading and parsing it: time`,
        ratioOfTimes(ofTeams.check, ofTeams.read),
        1.35,
      ),
      atMost('the same: peak memory', ofTeams.check.memory / ofTeams.read.memory, 1.35),
      atMost(
        `a whole check of ${megabytesOf(rows).toFixed(0)} MB of configuration rows against reading and parsing it: time`,
        ratioOfTimes(ofRows.check, ofRows.read),
        1.6,
      ),
    ],
    text: `## A whole process

\`dual-write-health check\` of a snapshot of ${megabytesOf(teams).toFixed(1)} MB, all rules, takes ${ofTeams.check.time.toFixed(0)} ms and ${(ofTeams.check.memory / 1024).toFixed(0)} MB at its peak; a process that only
reads and parses the file takes ${ofTeams.read.time.toFixed(0)} ms and ${(ofTeams.read.memory / 1024).toFixed(0)} MB. Medians of runs that alternate. The snapshot is
the healthy sample with 115,000 teams, which is what makes snapshots of large tenants big. The other one has 10,000
companies and 60,000 configuration rows of each kind, so that several rules look at each; it takes ${(ofRows.check.memory / ofRows.read.memory).toFixed(2)} times the memory.

Missed goals are shown as missed: most of the additional time is spent checking the shape of every row, starting the command line, and
collecting garbage.`,
  };
}
