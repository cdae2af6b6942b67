import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  defaultOwningTeamMissing,
  evaluateSnapshot,
  finopsCompanyMismatch,
  type HealthReport,
  known,
  snapshotOf,
} from '../../src/index.js';
import { markdown } from '../../src/reporters/index.js';
import { make } from '../support/facts.js';
import { hostileReport, hostileTexts, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { largeReport } from '../support/large-report.js';

const dialects = {
  CommonMark: (text: string): Nodes => fromMarkdown(text),
  GitHub: (text: string): Nodes => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
};

/** The kinds of nodes without words and code, which text from outside may become. */
function skeleton(node: Nodes): unknown {
  if (node.type === 'text' || node.type === 'inlineCode') return [];
  const children = 'children' in node ? node.children.map(skeleton).filter((child) => String(child) !== '') : [];
  // An item with nothing in it has no paragraph.
  return node.type === 'paragraph' && children.length === 0 ? [] : [node.type, ...children];
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join(node.type === 'paragraph' ? '' : ' ') : '';
}

function nodesOf<Type extends Nodes['type']>(node: Nodes, type: Type): readonly Extract<Nodes, { type: Type }>[] {
  // Safe: it is of that type.
  const itself = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  return [...itself, ...('children' in node ? node.children.flatMap((child) => nodesOf(child, type)) : [])];
}

describe.each(Object.entries(dialects))('as %s', (dialect, parse) => {
  // The last rules are of each kind; the parsers take long over all of them.
  const inShort = ({ outcomes, ...report }: HealthReport) => ({ ...report, outcomes: outcomes.slice(-12) });
  const harmless = JSON.stringify(skeleton(parse(markdown(inShort(hostileReport('x'))))));

  test.each(Object.entries(hostileTexts))('%s in every field is words, and neither links nor mentions', (_, text) => {
    const document = parse(markdown(inShort(hostileReport(text))));
    expect(JSON.stringify(skeleton(document))).toBe(harmless);
    const words = nodesOf(document, 'text').map(({ value }) => value);
    expect(words.filter((word) => /@|#\d|GH-\d|:\/\/|www\./i.test(word))).toEqual([]);
    expect(nodesOf(document, 'link')).toEqual([]);
  });

  test('the links of a report lead to the pages of its rules', () => {
    const links = nodesOf(parse(markdown(reportWithEverything())), 'link');
    expect(links.length).toBeGreaterThan(20);
    for (const { url, children } of links)
      expect(url).toBe(
        `https://dual-write-health.github.io/dual-write-health/rules/${children.map(wordsIn).join('')}/`,
      );
  });

  test('everything that was found is in it', () => {
    const report = reportWithEverything();
    const words = wordsIn(parse(markdown(report)));
    for (const outcome of report.outcomes) {
      if (outcome.status !== 'failed') continue;
      for (const { message } of outcome.findings) expect(words).toContain(message);
      if (outcome.findings.every(({ suppressed, baselined }) => suppressed !== undefined || baselined)) continue;
      const [first, ...others] = outcome.remediation.options;
      for (const part of [first.title, ...first.steps, ...others.map(({ title }) => title)])
        expect(words.replace(/ +/g, ' ')).toContain(part.replaceAll('`', ''));
      if (first.destroys !== null) expect(words).toContain(first.destroys);
    }
  });

  test('a large report is whole', () => {
    const document = parse(markdown(largeReport()));
    const mentioned = nodesOf(document, 'listItem').filter((item) => wordsIn(item).includes('no default owning team'));
    expect(mentioned).toHaveLength(10_000);
    expect(dialect === 'GitHub' ? nodesOf(document, 'table') : []).toHaveLength(dialect === 'GitHub' ? 1 : 0);
  });
});

test.each(Object.entries(hostileTexts))('%s leaves nothing that a terminal or an eye would mistake', (_, text) => {
  expect(markdown(hostileReport(text)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
});

describe('what a reader looks for', () => {
  const tables = (report: HealthReport, heading: string) => {
    const root = dialects.GitHub(markdown(report));
    const nodes = 'children' in root ? root.children : [];
    const start = nodes.findIndex((node) => node.type === 'heading' && wordsIn(node).startsWith(heading));
    const table = nodes.slice(start).find(({ type }) => type === 'table');
    if (start < 0 || table?.type !== 'table') return undefined;
    return table.children.slice(1).map((row) => row.children.map(wordsIn));
  };
  const report = reportWithEverything();

  test('inconclusive, blocked, errored and incomplete rules, with the reason', () => {
    expect(tables(report, 'Not known')).toEqual([
      ['error', 'ACME2 Own rule ACME2', 'blocked until ACME1 is fixed'],
      ['error', 'ACME3 Own rule ACME3', 'the rule itself failed: the rule itself is wrong'],
      ['error', 'ACME6 Own rule ACME6', 'not everything could be judged: companies.name is not known (not-provided)'],
      [
        'error',
        'ACME7 Own rule ACME7',
        'tenantApplications is not known (not-permitted: the role lacks Application.Read.All)',
      ],
    ]);
  });

  test('what is accepted, until when and why', () => {
    const accepted = tables(report, 'Accepted') ?? [];
    const [rule] = accepted[0] ?? [];
    const company = (id: string) => `the linked company ${id} has no record in the Company table of Dataverse`;
    expect(accepted).toHaveLength(104);
    expect(accepted).toContainEqual([rule, company('L100'), '2026-12-31', 'closed companies (Ada)']);
    expect(accepted).toContainEqual([rule, company('L200'), '', 'in the baseline']);
    expect(accepted.slice(-2)).toEqual([
      ['ACME4 Own rule ACME4', 'companies.name is not known (not-provided)', '2026-12-31', 'nobody may read it'],
      [
        'ACME5 Own rule ACME5',
        'not everything could be judged: companies.name is not known (not-provided)',
        '2026-12-31',
        'the rest does not matter (Ada)',
      ],
    ]);
  });

  test('accepted findings are in no other section', () => {
    const failed = [...(tables(report, 'Errors') ?? []), ...(tables(report, 'Warnings') ?? [])];
    expect(failed.map(([rule]) => rule).join()).not.toContain('DWDVEV1007');
    expect(failed.find(([rule]) => rule?.includes('DWDVEV1003'))?.[1]).toBe('160');
  });

  test('suppressions that are no longer of use, and what the baseline need not hold', () => {
    const text = markdown(report);
    expect(text).toMatch(
      /Expired acceptances.*\n\nerror\n\n.*\n\n- `DWFOEV1006` for `\*` – reason was once all right, until 2026-11-01/,
    );
    expect(text).toMatch(
      /Unused acceptances.*\n\nwarning\n\n.*\n\n- `DWDVEV9301` for `nothing of that name` – reason was fixed/,
    );
    expect(text).toContain('1 finding of the baseline is no longer found: make the baseline again');
  });

  test('a policy that ignores them is applied', () => {
    const { governance } = report;
    if (governance === undefined) throw new Error('expected governance');
    const ignoring = { ...governance, policy: { expired: 'ignore', unused: 'ignore' } } as const;
    expect(markdown({ ...report, governance: ignoring })).not.toMatch(/Expired acceptances|Unused acceptances/);
  });

  test('how to supply the link when it is not known', () => {
    expect(markdown(evaluateSnapshot(sampleSnapshot('half-filled'))).split('\n\n')[2]).toContain('--legal-entities');
    expect(markdown(report)).not.toContain('--legal-entities');
  });

  test('only so many findings, when asked, and how many there are more', () => {
    const text = markdown(report, { most: 3 });
    expect(text.match(/^- the linked company \w+ has no record in the Company table/gm)).toHaveLength(3);
    expect(text).toContain('- … and 157 more findings');
    expect(text).toContain('| … and 101 more findings |');
    expect(text.length).toBeLessThan(65_536);
  });
});

test('the whole of one small report', () => {
  const companies = known([make.company({ name: 'a@b.example', code: '@all', defaultOwningTeamId: null })]);
  const link = known(make.link({ legalEntities: ['@all'] }));
  const report = evaluateSnapshot(snapshotOf('contoso', { link, companies }, { takenAt: '2026-11-20T10:00:00Z' }), {
    validator: allOf('two', finopsCompanyMismatch, defaultOwningTeamMissing),
  });
  expect(markdown({ ...report, tool: { ...report.tool, version: '1.2.3' } })).toMatchInlineSnapshot(`
    "## Unhealthy: contoso

    1 rule failed with errors, 1 rule could not be checked. Facts of 2026-11-20 10:00:00 UTC.

    ### Errors (1)

    | Rule | Findings |
    | --- | --- |
    | [DWDVEV1007](https://dual-write-health.github.io/dual-write-health/rules/DWDVEV1007/) Default owning team missing | 1 |

    #### [DWDVEV1007](https://dual-write-health.github.io/dual-write-health/rules/DWDVEV1007/) Default owning team missing

    error, BusinessUnit, documented by Microsoft, 1 checked

    - company \`@ALL\` has no default owning team

    **Fix:** Select the team on the company record (system administrator of Dataverse)

    1. In the Power Apps maker portal (\`https://make.powerapps.com\`), pick the Dataverse environment, select Tables > All, and open Company (cdm_company).
    2. Show the column Default owning team if it is not there (select the number of further columns, such as +17 more), and select Edit.
    3. Fill in Default owning team for each company that the finding names, with a team of type Owner; linking makes one named after the company with the ending "Dual Write". Check the other synchronized companies.
    4. Make sure that each chosen team has its security roles (see the next option).

    Other ways:

    - Give the team the dual-write roles and one for the mapped tables

    ### Not known (1)

    | Severity | Rule | Why |
    | --- | --- | --- |
    | error | [DWFOEV1003](https://dual-write-health.github.io/dual-write-health/rules/DWFOEV1003/) Linked company missing in finance and operations | legalEntities is not known (not-provided) |

    ### Not seen

    - **not known** 1 rule failed without seeing teams (not-provided): DWDVEV1007

    0 passed, 1 failed, 1 inconclusive, 0 blocked, 0 errored, 0 not applicable, 0 skipped (dual-write-health 1.2.3)
    "
  `);
});

test.each<[string, (report: HealthReport) => string]>([
  ['healthy', () => 'Every rule that applies was checked, and all is well.'],
  ['half-filled', ({ totals }) => `${totals.inconclusive} rules could not be checked.`],
  [
    'prerequisites-failing',
    ({ outcomes, totals }) => {
      const [errors, warnings] = ['error', 'warning'].map(
        (one) => outcomes.filter(({ status, severity }) => status === 'failed' && severity === one).length,
      );
      return `${errors} rules failed with errors, ${warnings} rules failed with warnings, ${totals.blocked} rules could not be checked.`;
    },
  ],
])('%s in a sentence', (name, sentence) => {
  const report = evaluateSnapshot(sampleSnapshot(name));
  expect(markdown(report)).toContain(`\n\n${sentence(report)} Facts of `);
});
