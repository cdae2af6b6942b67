import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `src/rules/all-rules.ts`: every rule file's export, so that a new rule does not need to be registered there. */
export async function exportsOfAllRules(root: string, files: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    [...files].sort().map(async (file) => {
      const source = await readFile(join(root, 'src/rules', file), 'utf8');
      const name = /export const (\w+) = defineCatalogueRule\(/.exec(source)?.[1];
      return name === undefined ? [] : [`export { ${name} } from './${file.replace(/\.ts$/, '.js')}';\n`];
    }),
  );
  return `// Written by \`npm run generate\`.\n${lines.flat().join('')}`;
}
