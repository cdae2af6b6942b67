import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unreadable } from '../../node/json-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';

/** The page lies in the package, beside the program. */
export async function run(): Promise<CommandResult<string>> {
  const file = fileURLToPath(new URL('workbench.html', import.meta.url));
  try {
    return { type: 'done', result: await readFile(file, 'utf8'), exitCode: 0 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}
