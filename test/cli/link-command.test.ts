import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { linkCommand } from '../../src/cli/link-command.js';
import { type Facts, known, type SnapshotFacts, unknown } from '../../src/index.js';

function company(code: string | null, more: Partial<Facts['companies'][number]> = {}): Facts['companies'][number] {
  return { id: `id of ${code}`, code, name: null, enabledForDualWrite: true, defaultOwningTeamId: null, ...more };
}
const of = (...companies: readonly Facts['companies'][number][]): SnapshotFacts => ({ companies: known(companies) });
const typed = ['check', '--dataverse', 'https://contoso.crm4.dynamics.com'];

test('the command that was typed, with the enabled companies', () => {
  expect(linkCommand(typed, of(company('USMF'), company('DEMF')), 'linux')).toBe(
    'dual-write-health check --dataverse https://contoso.crm4.dynamics.com --legal-entities USMF,DEMF',
  );
});

test.each<[string, SnapshotFacts, string | undefined]>([
  ['not enabled', of(company('USMF'), company('A', { enabledForDualWrite: false })), 'USMF'],
  ['not known to be enabled', of(company('USMF'), company('A', { enabledForDualWrite: null })), 'USMF'],
  ['inactive', of(company('USMF'), company('A', { active: false })), 'USMF'],
  ['without a code', of(company('USMF'), company(null), company(' ')), 'USMF'],
  ['twice', of(company('USMF'), company('USMF ', { id: 'b' })), 'USMF'],
  ['with digits, hyphens and underscores', of(company('A-1'), company('b_2')), 'A-1,b_2'],
  ['none', of(), undefined],
  ['not one enabled', of(company('A', { enabledForDualWrite: false })), undefined],
  ['unknown', { companies: unknown('not-permitted') }, undefined],
  ['not read', {}, undefined],
  ['seen in part', { companies: known([company('USMF')], { coverage: 'partial' }) }, 'USMF'],
])('companies %s', (_name, facts, codes) => {
  const command = linkCommand(['check'], facts, 'linux');
  expect(command).toBe(codes === undefined ? undefined : `dual-write-health check --legal-entities ${codes}`);
});

test.each([
  '$(id)',
  '`id`',
  'A;id',
  'A&&id',
  'A|id',
  "A'B",
  'A"B',
  'A B',
  'A\nid',
  '-rf',
  '%PATH%',
  'A\u202eB',
  'É',
  '../x',
])('the company code %j is not proposed', (code) => {
  expect(linkCommand(['check'], of(company(code), company('USMF')), 'linux')).toBe(
    'dual-write-health check --legal-entities USMF',
  );
  expect(linkCommand(['check'], of(company(code)), 'linux')).toBeUndefined();
});

test('a link that is known needs no command', () => {
  const link = known({ linked: false, legalEntities: [], apiHub: 'unknown' } as const);
  expect(linkCommand(typed, { ...of(company('USMF')), link }, 'linux')).toBeUndefined();
});

test.each([
  ["my report's.json", undefined],
  ['my report.json', "'my report.json'"],
  ['$HOME/a.json', "'$HOME/a.json'"],
  ['a`b`.json', "'a`b`.json'"],
  ['näïve.json', 'näïve.json'],
  ['a\u001b[31m.json', undefined],
  ['', "''"],
])('a shell takes %j as it is', (word, quoted) => {
  const command = linkCommand(['check', word], of(company('USMF')), 'linux');
  expect(command).toBe(quoted === undefined ? undefined : `dual-write-health check ${quoted} --legal-entities USMF`);
  if (command === undefined || process.platform === 'win32') return;
  const printed = command.replace('dual-write-health', "printf '<%s>'");
  const shown = execFileSync('sh', ['-c', printed], { encoding: 'utf8' });
  expect(shown).toBe(`<check><${word}><--legal-entities><USMF>`);
});

test.each([
  ['C:\\data\\a.json', 'C:\\data\\a.json'],
  ['C:\\my data\\a.json', '"C:\\my data\\a.json"'],
  ['C:\\my data\\', undefined],
  ['%PATH%', undefined],
  ['a&b', undefined],
  ['$env:x', undefined],
])('on Windows, %j', (word, quoted) => {
  expect(linkCommand(['check', word], of(company('USMF'), company('DEMF')), 'win32')).toBe(
    quoted === undefined ? undefined : `dual-write-health check ${quoted} --legal-entities "USMF,DEMF"`,
  );
});
