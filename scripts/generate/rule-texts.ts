import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../../src/rules/rule.js';

/**
 * `src/rules/rule-texts.ts`: what the rules of the catalogue say, without what they do. The diagnosis explains codes with that,
 * and does not have to load how rules judge.
 */
export async function ruleTextsSource(root: string, catalogue: readonly Rule[]): Promise<string> {
  const shared = await sharedValues(join(root, 'src/rules/remediation'));
  const files = new Set<string>();
  const source = (value: unknown): string => {
    const known = shared.get(value);
    if (known !== undefined) {
      files.add(known.file);
      return `${nameOf(known.file)}.${known.name}`;
    }
    if (Array.isArray(value)) return `[${value.map(source).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    return `{ ${Object.entries(value)
      .map(([key, inside]) => `${key}: ${source(inside)}`)
      .join(', ')} }`;
  };
  const lines = catalogue.map(
    ({ code, title, meaning, remediation, sources }) =>
      `  '${code}': ${source({ code, title, meaning, remediation, sources })},`,
  );
  return [
    '// Written by `npm run generate`.',
    '// biome-ignore-all assist/source/organizeImports: generated',
    '// biome-ignore-all format: generated',
    "import type { RuleCode } from './catalogue.js';",
    ...[...files].sort().map((file) => `import * as ${nameOf(file)} from './remediation/${file}.js';`),
    "import type { Rule } from './rule.js';",
    '',
    '/** What a rule says, without what it does. */',
    "export type RuleText = Pick<Rule<RuleCode>, 'code' | 'title' | 'meaning' | 'remediation' | 'sources'>;",
    '',
    '/** What each rule of the catalogue says, in its order. */',
    'export const ruleTexts: Readonly<Record<RuleCode, RuleText>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

/** What several rules say, by where it is defined: objects as such, and texts by what they are. */
async function sharedValues(folder: string): Promise<ReadonlyMap<unknown, { file: string; name: string }>> {
  const shared = new Map<unknown, { file: string; name: string }>();
  for (const path of (await readdir(folder)).sort()) {
    const file = path.replace(/\.ts$/, '');
    const exported = (await import(pathToFileURL(join(folder, path)).href)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(exported))
      if (typeof value === 'string' || (typeof value === 'object' && !Array.isArray(value)))
        shared.set(value, { file, name });
  }
  return shared;
}

/** `cleanUpConfiguration` for the file `clean-up-configuration`. */
function nameOf(file: string): string {
  return file.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
