import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topic } from '../../src/diagnosis/topic.js';

/** `src/diagnosis/all-topics.ts`: every topic file's export, so that a new topic does not need to be registered there. */
export async function listOfAllTopics(root: string, files: readonly string[]): Promise<string> {
  const found = await Promise.all(
    [...files].sort().map(async (file) => {
      const source = await readFile(join(root, 'src/diagnosis/topics', file), 'utf8');
      const [, name, type] = /export const (\w+)(?:: readonly (Topic)\[\])? =/.exec(source) ?? [];
      if (name === undefined) throw new Error(`${file} exports no topic`);
      return { name, path: `./topics/${file.replace(/\.ts$/, '.js')}`, isList: type === 'Topic' };
    }),
  );
  return [
    '// Written by `npm run generate`.',
    '// biome-ignore-all assist/source/organizeImports: generated',
    ...found.map(({ name, path }) => `import { ${name} } from '${path}';`),
    "import type { Topic } from './topic.js';",
    '',
    '/** Every known problem, phase by phase. @public */',
    'export const topics: readonly Topic[] = [',
    ...found.map(({ name, isList }) => `  ${isList ? '...' : ''}${name},`),
    '];',
    '',
  ].join('\n');
}

/** `src/rules/explained-topics.ts`: the topics of each rule, for reports, which do not depend on the diagnosis. */
export function explainedTopicsSource(topics: readonly Topic[]): string {
  const byCode = new Map<string, string[]>();
  for (const { id, rules } of topics) for (const code of rules) byCode.set(code, [...(byCode.get(code) ?? []), id]);
  return [
    '// Written by `npm run generate`.',
    '// biome-ignore-all format: generated',
    '',
    '/** Ids of the topics whose messages a finding of a rule explains. */',
    'export const explainedTopics: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([',
    ...[...byCode]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, ids]) => `  ['${code}', [${ids.map((id) => `'${id}'`).join(', ')}]],`),
    ']);',
    '',
  ].join('\n');
}
