import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { isFileOrPath } from './text-or-file.js';

/**
 * The arguments, with the files that match instead of patterns such as `*.json`, by name: the shells of Windows do not expand them.
 * What exists is not a pattern, and a text with an asterisk or a question mark that matches nothing remains a text.
 *
 * @returns a complaint for a pattern that is meant for files and matches none
 */
export async function expandPatterns(given: readonly string[]): Promise<Result<readonly string[], string>> {
  const expanded: string[] = [];
  for (const argument of given) {
    const matches = isPattern(argument) ? await matchesOf(argument) : [];
    if (matches.length === 0 && isMeantForFiles(argument)) return err(`${argument}: no file matches`);
    for (const one of matches.length === 0 ? [argument] : matches) expanded.push(one);
  }
  return ok(expanded);
}

function isPattern(argument: string): boolean {
  return /[*?]/.test(partsOf(argument)[1]) && !/[\r\n]/.test(argument) && !existsSync(argument);
}

function isMeantForFiles(argument: string): boolean {
  return isPattern(argument) && (/^[*?.]+$/.test(argument) || isFileOrPath(argument.replace(/[*?]/g, 'x')));
}

async function matchesOf(pattern: string): Promise<readonly string[]> {
  // A backslash separates folders on Windows, and is hardly ever a part of a name elsewhere.
  const matches = await filesLike('', sep === '/' ? pattern.replaceAll('\\', '/') : pattern);
  return matches.map((path) => (path.startsWith('-') ? `.${sep}${path}` : path));
}

/** The paths that begin with `known` and continue as the pattern does, one folder after the other. */
async function filesLike(known: string, pattern: string): Promise<readonly string[]> {
  const [folder, segment, rest] = partsOf(pattern);
  if (!/[*?]/.test(segment)) return existsSync(known + pattern) ? [known + pattern] : [];
  const names = await readdir(known + folder || '.').catch(() => []);
  const wanted = nameLike(segment);
  const found = names.filter((name) => wanted.test(name)).sort();
  const paths = await Promise.all(
    found.map((name) => (rest === '' ? [known + folder + name] : filesLike(known + folder + name, rest))),
  );
  return paths.flat();
}

/**
 * The folders before the first name with an asterisk or a question mark, that name, and what follows it. Without such a name it is the last
 * one. Long paths of Windows begin with a question mark that means no file: `\\?\C:\`.
 */
export function partsOf(pattern: string): readonly [folder: string, segment: string, rest: string] {
  const [, folder = '', segment = '', rest = ''] =
    /^((?:[\\/]{2}\?[\\/])?(?:[^*?]*[\\/])?)([^\\/]*)(.*)$/s.exec(pattern) ?? [];
  return [folder, segment, rest];
}

/** Names are compared in any letter case, as on Windows; hidden files are meant only where their period is typed. */
function nameLike(segment: string): RegExp {
  const literal = segment.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const source = literal.replace(/\*+/g, '.*').replaceAll('?', '.');
  return new RegExp(`^${segment.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'isu');
}
