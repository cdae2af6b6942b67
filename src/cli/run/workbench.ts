import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { unreadable } from '../../node/json-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';

/** The page lies in the package, beside the program, compressed. */
export async function run(): Promise<CommandResult<string>> {
  const file = fileURLToPath(new URL('workbench.html.br', import.meta.url));
  try {
    return { type: 'done', result: brotliDecompressSync(await readFile(file)).toString(), exitCode: 0 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}
