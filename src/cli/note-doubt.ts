import { visible } from '../reporters/escape.js';

const noted = new Set<string>();

/** Says on stderr why letters of a file may be wrong; once, however often the file is read. */
export function noteDoubt(path: string, doubt: string): void {
  const line = visible(`${path === '-' ? 'standard input' : path}: ${doubt}`);
  if (noted.has(line)) return;
  noted.add(line);
  process.stderr.write(`${line}\n`);
}
