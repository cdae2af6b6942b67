/** What the scaffolding scripts share: they write files, register their contents, and keep every gate green. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolCommand } from './tool-command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const touched: string[] = [];

/** The remediation of a new rule or topic, to be filled in. */
export const remediation = `  remediation: {
    summary: 'What broke and what to do.',
    options: [
      {
        title: 'The least destructive fix',
        steps: ['Open the page.', 'Change the setting.'],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
    ],
  },
`;

/** Exits with 3 and the usage of the script. */
export function refuse(line: string): never {
  console.error(line);
  process.exit(3);
}

/** `myNewRule` for `my-new-rule`. */
export function camelCase(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Refuses if one of the files exists; nothing is written then. */
export function write(files: Readonly<Record<string, string>>): void {
  for (const path of Object.keys(files)) if (existsSync(join(root, path))) refuse(`${path} already exists`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    touched.push(path);
    console.log(`written: ${path}`);
  }
}

/** Inserts text before or after the only place that the expression finds. */
export function insert(
  path: string,
  text: string,
  place: { readonly before: RegExp } | { readonly after: RegExp },
): void {
  const content = readFileSync(join(root, path), 'utf8');
  const expression = 'before' in place ? place.before : place.after;
  const found = expression.exec(content);
  if (found === null) throw new Error(`${path} does not match ${expression}`);
  const at = 'before' in place ? found.index : found.index + found[0].length;
  writeFileSync(join(root, path), content.slice(0, at) + text + content.slice(at));
  touched.push(path);
  console.log(`changed: ${path}`);
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Formats the changed files, regenerates everything that depends on them, and accepts the change to the public API. */
export function finish(next: string): void {
  run('biome', 'check', '--write', ...touched.filter((path) => path.endsWith('.ts')));
  run('tsx', 'scripts/generate.ts');
  const before = apiReports();
  run('tsx', 'scripts/api-reports.ts', '--local');
  for (const [path, report] of apiReports()) if (before.get(path) !== report) console.log(`changed: ${path}`);
  run('tsx', 'scripts/pictures/take-screenshots.ts'); // a report page lists every rule
  console.log(`\nEvery gate is green now. Next: ${next}`);
  console.log('After further changes to exports: npm run api. For the change log: npx changeset.');
}

function apiReports(): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, 'etc')).filter((file) => file.endsWith('.api.md'));
  return new Map(files.map((file) => [`etc/${file}`, read(`etc/${file}`)]));
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(...toolCommand(command, args), { cwd: root, encoding: 'utf8' });
  if (status !== 0) refuse(`${command} failed:\n${stdout}${stderr}`);
}
