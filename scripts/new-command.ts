/** `npm run new-command name`: a new command, on the command line, in the README and with a test, with the parts to fill in. */
import { camelCase, finish, insert, refuse, write } from './scaffold.js';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) refuse('usage: npm run new-command my-command');

write({
  [`src/cli/${name}.ts`]: `import { toJson } from '../reporters/json.js';
import type { CommandResult } from './command-result.js';

/** What the command says, and its exit code. */
export function ${camelCase(name)}({ format }: { readonly format: 'pretty' | 'json' }): CommandResult {
  const answer = 'nothing yet';
  return { type: 'done', output: format === 'json' ? toJson({ answer }) : \`\${answer}\\n\`, exitCode: 0 };
}
`,
  [`test/cli/${name}.test.ts`]: `import { expect, test } from 'vitest';
import { ${camelCase(name)} } from '../../src/cli/${name}.js';

test.each([
  ['pretty', 'nothing yet\\n'],
  ['json', '{\\n  "answer": "nothing yet"\\n}\\n'],
] as const)('as %s', (format, output) => {
  expect(${camelCase(name)}({ format })).toEqual({ type: 'done', output, exitCode: 0 });
});
`,
});
insert(
  'src/cli/main.ts',
  `  root
    .command('${name}')
    .summary('say what it does')
    .addOption(formatOption())
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async ({ format, output }) => {
      const { ${camelCase(name)} } = await import('./${name}.js');
      await finish(${camelCase(name)}({ format }), output);
    });

`,
  { before: / {2}return root;\n/ },
);
insert('README.md', `npx dual-write-health ${name} --format json\n`, {
  after: /## On the command line\n\n```sh\n(?:npx [^\n]*\n)*/,
});
finish(`fill in src/cli/${name}.ts and its test, and say in a guide under docs/ what it is for.`);
