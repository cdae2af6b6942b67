/** `tsx scripts/on-node.ts 26.10.0 SCRIPT …` runs a script with one of the versions of Node that the package supports. */
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { nodeBinary, nodeVersions } from '../test/support/node-binary.js';

const [wanted, ...command] = process.argv.slice(2);
const version = nodeVersions.find((one) => one === wanted);
if (version === undefined || command.length === 0) {
  console.error(`expected a version (${nodeVersions.join(', ')}) and a script`);
  process.exit(1);
}
const node = nodeBinary(version);
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
process.exitCode = spawnSync(node, command, { env, stdio: 'inherit' }).status ?? 1;
