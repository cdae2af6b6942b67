/**
 * `npm run new-command name`, or `npm run new-command maps name` for a command of a group: a new command in the table of the
 * command line with its own kind of result, its document, a builder of it for tests, a line of docs/commands.md, a line of its guide and a
 * test, with placeholders to fill in.
 */
import { commands } from '../src/cli/commands/index.js';
import { camelCase, finish, insert, refuse, write } from './scaffold.js';

const words = process.argv.slice(2);
const path = words.join(' ');
const name = words.join('-');
/** The first words of commands of two. */
const groups = new Set(commands.flatMap(({ path }) => (path.includes(' ') ? path.replace(/ .*/, '') : [])));
const [group = ''] = words;
const isOfGroup = words.length === 2 && groups.has(group);
if (!/^[a-z]+(-[a-z]+)*$/.test(name) || !(words.length === 1 || isOfGroup)) {
  refuse(`usage: npm run new-command my-command, or ${[...groups].join('|')} my-command`);
}
if (groups.has(path) || commands.some((command) => command.path === path)) refuse(`${path} is already in use`);

const camel = camelCase(name);
/** Where the guide of the command says something about it: before what. */
const guide = isOfGroup
  ? group === 'maps'
    ? { file: 'maps.md', before: /### From live services\n/ }
    : { file: 'operations.md', before: group === 'activity' ? /An event has a `type`/ : /### Plans\n/ }
  : { file: 'getting-started.md', before: /## In your shell\n/ };
const type = `${camel.charAt(0).toUpperCase()}${camel.slice(1)}Result`;

write({
  [`src/cli/commands/${name}.ts`]: `import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const ${camel} = defineCommand({
  path: '${path}',
  summary: 'say what it does',
  description: 'Say what it does.',
  exitCodes: { 0: 'done' },
  guide: '${guide.file}',
  arguments: { name: { type: 'text', isOptional: true, description: 'what it is about' } },
  load: () => import('../run/${name}.js'),
  renderers: documentFormats('${name}', async () => (await import('../../reporters/documents/${name}-document.js')).${camel}Document),
  examples: ['dual-write-health ${path}'],
});
`,
  [`src/cli/run/${name}.ts`]: `import type { ${type} } from '../../reporters/documents/${name}-document.js';
import type { CommandResult } from '../command-result.js';

/** What the command finds, and its exit code. */
export function run({ name }: { readonly name: string | undefined }): CommandResult<${type}> {
  return { type: 'done', result: { answer: \`nothing yet about \${name ?? 'anything'}\` }, exitCode: 0 };
}
`,
  [`src/reporters/documents/${name}-document.ts`]: `import { paragraph } from '../blocks.js';
import type { DocumentModel } from '../document.js';

/**
 * What the command finds.
 * @public
 */
export interface ${type} {
  readonly answer: string;
}

/**
 * What the command finds, for people.
 *
 * @example
 * \`\`\`ts
 * process.stdout.write(toPretty(${camel}Document(result)));
 * \`\`\`
 * @public
 */
export function ${camel}Document({ answer }: ${type}): DocumentModel {
  return {
    title: 'Result – dual-write health',
    header: 'A result',
    noun: 'result',
    heading: 'A result',
    summary: [paragraph(answer)],
    blocks: [],
  };
}
`,
  [`test/cli/${name}.test.ts`]: `import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// The built command line, as users run it. \`npm test\` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

test.each(['pretty', 'json', 'markdown', 'html'])('as %s', (format) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [cli, ${words.map((word) => `'${word}'`).join(', ')}, 'Contoso', '--format', format],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toContain('nothing yet about Contoso');
});
`,
});
insert(
  'src/reporters/index.ts',
  `export { ${camel}Document, type ${type} } from './documents/${name}-document.js';\n`,
  {
    before: /export \{ html \}/,
  },
);
insert('src/cli/document-formats.ts', `  | '${name}'\n`, { after: /type ResultKind =\n/ });
insert('src/cli/commands/index.ts', `import { ${camelCase(name)} } from './${name}.js';\n`, {
  before: /\n\/\*\* All commands/,
});
insert('src/cli/commands/index.ts', `  ${camelCase(name)},\n`, { before: / {2}completion,\n\];/ });
insert(
  'test/support/shown-results.ts',
  `import { ${camel}Document } from '../../src/reporters/documents/${name}-document.js';\n`,
  {
    before: /import \{ mapsDocument \}/,
  },
);
insert('test/support/shown-results.ts', `  'result of ${path}': (text) => ${camel}Document({ answer: text }),\n`, {
  before: /\};\n\nfunction many/,
});
insert(
  'docs/commands.md',
  `npx dual-write-health ${path}\n`,
  isOfGroup
    ? { after: new RegExp(`(?:npx dual-write-health ${group} .*\\n)+`) }
    : { before: /npx dual-write-health completion bash/ },
);
insert(`docs/${guide.file}`, `\`dual-write-health ${path}\` does not do anything yet.\n\n`, { before: guide.before });
finish(
  `fill in src/cli/commands/${name}.ts, src/cli/run/${name}.ts, src/reporters/documents/${name}-document.ts and both tests (the one of the command, and the builder in test/support/shown-results.ts), and describe its purpose in docs/${guide.file}.`,
);
