import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toolCommand } from '../scripts/tool-command.js';
import { alternate, ratioOfTimes, type Times } from './processes.js';
import { atMost, type Place, type Section } from './section.js';

/** What it takes to import the package and to start the command line. */
export function startUp({ root, cli, folder }: Place): Section {
  const importing = (specifiers: readonly string[], name: string) => {
    const path = join(root, `node_modules/.bench-${name}.mjs`);
    writeFileSync(path, specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`).join(''));
    return path;
  };
  const scripts = {
    ours: importing([pathToFileURL(join(root, 'dist/index.js')).href], 'ours'),
    dependencies: importing(['zod/mini', 'neverthrow'], 'dependencies'),
    zod: importing(['zod'], 'zod'),
    nothing: importing([], 'nothing'),
  };
  const runs = alternate(
    {
      nothing: [scripts.nothing],
      ours: [scripts.ours],
      dependencies: [scripts.dependencies],
      zod: [scripts.zod],
      version: [cli, '--version'],
      diagnose: [cli, 'diagnose', 'Unable to lookup msdyn_postaladdresscollections with values {LOC-1}'],
    },
    25,
    folder,
  );
  for (const path of Object.values(scripts)) rmSync(path);
  const aboveNothing = ({ times }: Times) => ({
    times: times.map((time, run) => time - (runs.nothing.times[run] ?? 0)),
  });
  const zod = aboveNothing(runs.zod);
  return {
    goals: [
      atMost(
        'import of the root against importing zod and neverthrow',
        ratioOfTimes(runs.ours, runs.dependencies),
        1.2,
      ),
      atMost(
        '`--version` of the command against importing the whole zod, both above an empty process',
        ratioOfTimes(aboveNothing(runs.version), zod),
        0.5,
      ),
      atMost('the same, `diagnose` of one text', ratioOfTimes(aboveNothing(runs.diagnose), zod), 1),
    ],
    text: `## Bundles

\`import { defineRule }\` bundles to ${bytesOf('defineRule', root)} bytes (goal: under 1,000).`,
  };
}

function bytesOf(name: string, root: string): number {
  const sizes = JSON.parse(
    execFileSync(...toolCommand('size-limit', ['--json']), { cwd: root, encoding: 'utf8' }),
  ) as readonly { readonly name: string; readonly size: number }[]; // the format that size-limit documents
  return sizes.find((one) => one.name === name)?.size ?? Number.NaN;
}
