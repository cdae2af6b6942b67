import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { evaluateSnapshot, type HealthReport } from '../../src/index.js';
import { startOf, visible } from '../../src/reporters/escape.js';
import { type AnnotationsOptions, annotations } from '../../src/reporters/index.js';
import { runs } from '../support/fuzz.js';
import { explanationsOf, hostileExplanations } from '../support/hostile-explanations.js';
import { hostileReport, hostileTexts, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { hostileText } from '../support/hostile-text.js';
import { largeReport } from '../support/large-report.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner of GitHub Actions does (`ActionCommand.TryParseV2`). */
function parse(line: string): Command | undefined {
  const trimmed = line.trim();
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return undefined;
  const [name = '', ...rest] = trimmed.slice(2, end).split(' ');
  const properties = rest
    .join(' ')
    .split(',')
    .map((part) => part.trim().split(/=(.*)/s))
    .filter(([key, value]) => key !== '' && value !== undefined && value !== '')
    .map(([key, value]) => [key, unescaped(value ?? '', /%(0D|0A|3A|2C|25)/g)]);
  return {
    name,
    properties: Object.fromEntries(properties),
    message: unescaped(trimmed.slice(end + 2), /%(0D|0A|25)/g),
  };
}

function unescaped(text: string, encoded: RegExp): string {
  return text.replace(encoded, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function commandsOf(report: HealthReport, options?: AnnotationsOptions): readonly Command[] {
  const text = annotations(report, options);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const command = parse(line);
      if (command === undefined) throw new Error(`expected a command: ${line}`);
      return command;
    });
}

const ofKind = (commands: readonly Command[], kind: string) => commands.filter(({ name }) => name === kind);
const severe = (report: HealthReport, severity: 'error' | 'warning') =>
  report.outcomes.flatMap((outcome) =>
    outcome.status === 'failed' && outcome.severity === severity
      ? outcome.findings.filter(({ suppressed, baselined }) => suppressed === undefined && baselined !== true)
      : [],
  );

describe('everything that a report can hold', () => {
  const report = reportWithEverything();
  const commands = commandsOf(report);

  test('errors come first, then warnings, then notices', () => {
    expect(commands.map(({ name }) => name).filter((name, index, all) => name !== all[index - 1])).toEqual([
      'error',
      'warning',
      'notice',
    ]);
  });
  test('one for each finding that nobody accepted', () => {
    const errors = ofKind(commands, 'error');
    expect(errors.slice(0, -1).map(({ message }) => message.split('. Fix: ')[0])).toEqual(
      severe(report, 'error').map(({ message }) => message),
    );
    expect(errors.at(-1)?.message).toBe('The suppression of DWFOEV1006, *, expired (2026-11-01): was once all right');
    expect(errors[0]).toEqual({
      name: 'error',
      properties: { title: 'DWDVEV1001 Dataverse connection missing' },
      message:
        'the API hub connection of the link to Dataverse does not exist. Fix: Ask Microsoft Support to create the connection again. More: https://dual-write-health.github.io/dual-write-health/rules/DWDVEV1001/',
    });
  });
  test('a warning for each rule that could not be told, with the reason', () => {
    const warnings = ofKind(commands, 'warning').slice(severe(report, 'warning').length);
    expect(warnings.map(({ properties, message }) => `${properties.title} | ${message}`)).toEqual([
      'ACME2 Own rule ACME2 | Not known: blocked until ACME1 is fixed',
      'ACME3 Own rule ACME3 | Not known: the rule itself failed: the rule itself is wrong',
      'ACME6 Own rule ACME6 | Not known: not everything could be judged: companies.name is not known (not-provided)',
      'ACME7 Own rule ACME7 | Not known: tenantApplications is not known (not-permitted: the role lacks Application.Read.All)',
      'Suppressions | The suppression of DWDVEV9301, nothing of that name, accepts nothing: was fixed',
    ]);
  });
  test('what is accepted is a notice, and the verdict, which comes last, is always among those shown', () => {
    const notices = ofKind(commands, 'notice');
    expect(notices).toHaveLength(10);
    expect(notices[0]?.message).toBe(
      'the linked company L100 has no record in the Company table of Dataverse (accepted by Ada until 2026-12-31: closed companies)',
    );
    expect(notices.at(-1)).toEqual({
      name: 'notice',
      properties: { title: 'Dual-write health' },
      message:
        'contoso-uat (every-dependency-code) is unhealthy. 15 rules failed with errors, 8 rules failed with warnings, 4 rules could not be checked, 1 suppression against the policy, 102 findings are accepted. Not shown as annotations, of which GitHub has 10 of a kind: 429 more errors, 3 more warnings, 95 more that are accepted.',
    });
  });
});

test('a healthy environment has one notice', () => {
  expect(annotations(evaluateSnapshot(sampleSnapshot('healthy')))).toBe(
    '::notice title=Dual-write health::contoso-uat (healthy) is healthy. Every rule that applies was checked, and all is well.\n',
  );
});

test('what is not known is not left out', () => {
  const report = evaluateSnapshot(sampleSnapshot('half-filled'));
  const { inconclusive } = report.totals;
  const commands = commandsOf(report);
  expect(inconclusive).toBeGreaterThan(20);
  expect(ofKind(commands, 'warning')).toHaveLength(inconclusive);
  const verdict = `is unknown\\. ${inconclusive} rules could not be checked\\. .* ${inconclusive - 10} more warnings\\.$`;
  expect(commands.at(-1)?.message).toMatch(new RegExp(verdict));
});

test('they point to a file where one is given', () => {
  const file = 'environments/a, b: 100%.json';
  for (const { properties } of commandsOf(reportWithEverything(), { file })) expect(properties.file).toBe(file);
});

property.prop([hostileText], { numRuns: runs(60) })(
  'any hostile text in every field makes no other command',
  (text) => {
    const namesOf = (one: string) => commandsOf(hostileReport(one), { file: one }).map(({ name }) => name);
    expect(namesOf(text)).toEqual(namesOf('x'));
    expect(annotations(hostileReport(text)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  },
);

test.each(Object.entries(hostileTexts))('%s in every field makes no other command', (_, text) => {
  const report = hostileReport(text);
  const commands = commandsOf(report, { file: text });
  const harmless = commandsOf(hostileReport('x'), { file: 'x' });
  expect(commands.map(({ name }) => name)).toEqual(harmless.map(({ name }) => name));
  const shown = visible(startOf(text));
  // The runner drops a title without words.
  expect((commands[0]?.properties.title ?? '').trimEnd()).toBe(`${shown} ${shown}`.trimEnd());
  expect(commands[0]?.message).toBe(`${visible(startOf(text, 400))}. Fix: ${shown}`.trimEnd());
  for (const { properties, message } of commands) {
    expect(Object.keys(properties).filter((key) => key !== 'file' && key !== 'title')).toEqual([]);
    expect(message.length).toBeLessThan(10_000);
  }
  expect(annotations(report).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
});

test('10,000 findings', () => {
  const commands = commandsOf(largeReport());
  expect(ofKind(commands, 'error')).toHaveLength(10_000);
  expect(commands.at(-1)?.message).toContain('9,990 more errors');
});

describe('an error text that was explained', () => {
  const report = evaluateSnapshot(sampleSnapshot('every-dependency-code'));

  test('what is confirmed is as severe as the rules that confirm it, and comes first', () => {
    const commands = commandsOf(report, { explanations: explanationsOf(report) });
    expect(commands[0]).toEqual({
      name: 'error',
      properties: {
        title: expect.stringMatching(/^stale-link-after-copy Configuration belongs to another environment/),
      },
      message: expect.stringMatching(
        /^Cause of the error text confirmed: a rule that looks for it failed \(DWDVEV1004 failed, DWFOEV1004 failed\)\. Fix: /,
      ),
    });
    expect(ofKind(commands, 'notice')[0]?.message).toMatch(/^Cause of the error text not checked: /);
    expect(commands.at(-1)?.properties.title).toBe('Dual-write health');
    expect(commands).toHaveLength(commandsOf(report).length + 2);
  });
  test('what confirms it may be a warning, or accepted', () => {
    const explanations = hostileExplanations('x', 'DWDVEV9402');
    const kinds = (of: HealthReport) =>
      commandsOf(of, { explanations }).flatMap(({ name, message }) =>
        message.startsWith('Cause of the error text') ? [name] : [],
      );
    expect(kinds(report)).toEqual(['warning', 'warning', 'notice', 'notice']);
    const accepted = evaluateSnapshot(sampleSnapshot('every-dependency-code'), {
      suppressions: [{ rule: 'DWDVEV9402', subject: { pattern: '*' }, reason: 'known', expires: '2999-01-01' }],
    });
    expect(kinds(accepted)).toEqual(['warning', 'notice', 'notice', 'notice']);
  });
  test('of which nothing was recognized has a notice', () => {
    const notices = ofKind(commandsOf(report, { explanations: [] }), 'notice');
    expect(notices[0]).toMatchObject({
      properties: { title: 'Error text' },
      message: expect.stringMatching(/^Nothing was recognized\./),
    });
  });
  test('notices that find no place are counted, whatever they are about', () => {
    const many = Array.from({ length: 6 }, () => hostileExplanations('x')).flat();
    expect(commandsOf(report, { explanations: many }).at(-1)?.message).toMatch(
      / 524 more errors, 7 more warnings, 9 more notices\.$/,
    );
  });
  test.each(Object.entries(hostileTexts))('%s in it makes no other command', (_, text) => {
    const explanations = hostileExplanations(text);
    const commands = commandsOf(report, { explanations });
    const harmless = commandsOf(report, { explanations: hostileExplanations('x') });
    expect(commands.map(({ name }) => name)).toEqual(harmless.map(({ name }) => name));
    for (const { properties, message } of commands) {
      expect(Object.keys(properties).filter((key) => key !== 'title')).toEqual([]);
      expect(message.length).toBeLessThan(10_000);
    }
    expect(annotations(report, { explanations }).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});
