import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { XmlDocument, XmlElement, type XmlNode, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { evaluateSnapshot, type HealthReport, type Outcome } from '../../src/index.js';
import { junit } from '../../src/reporters/index.js';
import { element, xmlDocument } from '../../src/reporters/xml.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { explanationsOf, hostileExplanations } from '../support/hostile-explanations.js';
import { hostileReport, hostileTexts, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { hostileText } from '../support/hostile-text.js';
import { largeReport } from '../support/large-report.js';

const published = readFileSync(new URL('./schemas/jenkins-junit.xsd', import.meta.url), 'utf8');
const skippedAsPublished = '<xs:element name="skipped" type="xs:string"/>';
/** Later editions of the schema let `skipped` have a message, as failures do, and test servers show it. */
const schema = published.replace(
  skippedAsPublished,
  `<xs:element name="skipped">
     <xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType>
   </xs:element>`,
);
const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));

/** Throws where the text is no XML, or none of the schema. */
function parse(text: string): XmlDocument {
  const document = XmlDocument.fromString(text);
  validator.validate(document);
  return document;
}

const samples = [
  'every-dependency-code-dataverse-broken',
  'every-dependency-code-finops-broken',
  'every-dependency-code-unlinked',
  'every-dependency-code',
  'half-filled',
  'healthy',
  'prerequisites-failing',
];

test('the schema is the published one but for the message of what is skipped', () => {
  expect(published.split(skippedAsPublished)).toHaveLength(2);
  expect(() => parse('<testsuites><testsuite name="x"/></testsuites>')).toThrow('tests');
});

describe('the schema holds', () => {
  test.each(samples)('%s', (name) => {
    parse(junit(evaluateSnapshot(sampleSnapshot(name))));
    parse(junit(evaluateSnapshot(sampleSnapshot(name), { failOn: 'warning', gate: 'none' })));
  });
  test('everything that a report can hold', () => {
    parse(junit(reportWithEverything()));
  });
  test.each(Object.entries(hostileTexts))('%s in every field', (_, text) => expectOnlyText(text));
  property.prop([hostileText], { numRuns: runs(40) })('any hostile text in every field', expectOnlyText);
  test('10,000 findings', () => {
    const failure = parse(junit(largeReport())).get('//failure');
    expect(failure?.content.match(/^• /gm)).toHaveLength(10_000);
    expect(attribute(failure, 'message')).toContain('(and 9999 more)');
  });
  test('no rules at all', () => {
    const report = reportWithEverything();
    parse(junit({ ...report, outcomes: [], health: 'unknown', governance: undefined }));
  });
});

function expectOnlyText(text: string): void {
  const report = hostileReport(text);
  const names = (of: HealthReport) =>
    parse(junit(of))
      .find('//*')
      .map((node) => (node instanceof XmlElement ? node.name : ''));
  expect(names(report)).toEqual(names(hostileReport('x')));
  expect(junit(report).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u);
}

function attribute(node: XmlNode | null, name: string): string | undefined {
  return node?.get(`@${name}`)?.content;
}

const countIn = (document: XmlDocument, what: string) => document.find(`//${what}`).length;

describe('the file says what the report says', () => {
  function expectSameVerdict(report: HealthReport): void {
    const document = parse(junit(report));
    const [failures, errors] = [countIn(document, 'failure'), countIn(document, 'error')];
    expect(failures > 0 ? 'unhealthy' : errors > 0 ? 'unknown' : 'healthy').toBe(report.health);
    expect(countIn(document, 'testcase[@classname != "Governance"]')).toBe(report.outcomes.length);
    for (const of of [...document.find('//testsuite'), ...document.find('/testsuites')]) {
      for (const [total, what] of [
        ['tests', 'testcase'],
        ['failures', 'failure'],
        ['errors', 'error'],
      ] as const)
        expect(attribute(of, total)).toBe(String(of.find(`.//${what}`).length));
    }
  }

  test.each(samples.flatMap((name) => (['error', 'warning'] as const).map((failOn) => [name, failOn] as const)))(
    '%s, failing on %s',
    (name, failOn) => {
      expectSameVerdict(evaluateSnapshot(sampleSnapshot(name), { failOn }));
    },
  );

  property.prop([arbitrarySnapshot, fc.constantFrom('error', 'warning'), fc.constantFrom('documented', 'none')], {
    numRuns: runs(200),
  })('any snapshot', (snapshot, failOn, gate) => {
    expectSameVerdict(evaluateSnapshot(snapshot, { failOn, gate }));
  });

  property.prop([arbitrarySnapshot, fc.constantFrom('error', 'warning'), fc.func(fc.boolean())], {
    numRuns: runs(200),
  })('any snapshot of which some things are accepted', (snapshot, failOn, chance) => {
    const first = evaluateSnapshot(snapshot, { failOn });
    const suppressions = first.outcomes.flatMap(({ code }) => [
      ...(chance(code) ? [{ rule: code, subject: '*', reason: 'x', expires: '2999-01-01' }] : []),
      ...(chance(code, 'open') ? [{ rule: code, open: true as const, reason: 'x', expires: '2999-01-01' }] : []),
    ]);
    expectSameVerdict(evaluateSnapshot(snapshot, { failOn, suppressions, suppressionPolicy: { unused: 'ignore' } }));
  });

  test.each(['unhealthy', 'unknown'] as const)('a report from elsewhere that is %s although no rule is', (health) => {
    expectSameVerdict({ ...evaluateSnapshot(sampleSnapshot('healthy')), health });
  });

  test('nothing was asked', () => {
    expectSameVerdict(evaluateSnapshot(sampleSnapshot('healthy'), { only: [] }));
  });

  test.each(['expired', 'unused'] as const)('only a suppression that is %s makes it unhealthy', (kind) => {
    const report = evaluateSnapshot(sampleSnapshot('healthy'), {
      suppressions: [
        {
          rule: 'DWDVEV1007',
          subject: 'USMF',
          reason: 'why',
          expires: kind === 'expired' ? '2020-01-01' : '2999-01-01',
        },
      ],
      suppressionPolicy: { [kind]: 'fail' },
    });
    expect(report.health).toBe('unhealthy');
    expectSameVerdict(report);
    expect(parse(junit(report)).get('//failure')?.content).toContain('The suppression of DWDVEV1007, USMF,');
  });
});

describe('a test case', () => {
  const document = parse(junit(reportWithEverything()));
  const caseOf = (code: string) => document.get(`//testcase[starts-with(@name, "${code}")]`);
  const partOf = (code: string, what: string) => caseOf(code)?.get(what) ?? null;

  test('is named after its rule and validation', () => {
    expect(attribute(caseOf('DWDVEV1001'), 'name')).toBe('DWDVEV1001 Dataverse connection missing');
    expect(attribute(caseOf('DWDVEV1001'), 'classname')).toBe('APIHubConnection');
  });
  test('fails with all that was found and how to fix it', () => {
    const failure = partOf('DWDVEV1003', 'failure');
    expect(attribute(failure, 'message')).toContain('(and 159 more)');
    expect(failure?.content.match(/^• /gm)).toHaveLength(160);
    expect(failure?.content).toContain('\nFix: Create the company record (');
    expect(failure?.content).toMatch(/\n {2}1\. /);
    expect(failure?.content).toMatch(/\nOr: .{1,100} \(.{1,100}\)\n {2}1\. (?:.|\n {2}\d)+\n {2}Lost by this: /);
  });
  test('has what is accepted in its output', () => {
    expect(partOf('DWDVEV1003', 'system-out')?.content.split('\n')).toHaveLength(102);
    expect(partOf('DWDVEV1007', 'system-out')?.content).toBe(
      'Accepted:\n• company USMF has no default owning team (accepted until 2026-12-31: the team is being set up)',
    );
    expect(partOf('DWDVEV1007', 'failure')).toBeNull();
  });
  test('with a finding that counts less fails nothing and has it in its output', () => {
    const output = partOf('DWDVEV9402', 'system-out')?.content;
    expect(partOf('DWDVEV9402', 'failure')).toBeNull();
    expect(output).toMatch(/^warning, which fails nothing here:\n• .*\nFix: /);
  });
  test.each([
    ['ACME2', 'blocked until ACME1 is fixed', 'blocked'],
    ['ACME3', 'the rule itself failed: the rule itself is wrong', 'errored'],
    ['ACME7', 'tenantApplications is not known (not-permitted: the role lacks Application.Read.All)', 'inconclusive'],
  ])('%s is an error: it leaves the health unknown', (code, message, type) => {
    expect(attribute(partOf(code, 'error'), 'message')).toBe(message);
    expect(attribute(partOf(code, 'error'), 'type')).toBe(type);
  });
  test('ACME6 fails, and says that there may be more', () => {
    expect(partOf('ACME6', 'failure')?.content).toContain(
      '\n? not everything could be judged: companies.name is not known',
    );
  });
  test.each([
    ['DWDVEV9002', 'turned-off'],
    ['DWDVEV9009', 'not applicable: core solutions from 1.0.16.0 on need no consent'],
    [
      'ACME4',
      'inconclusive: companies.name is not known (not-provided) (accepted until 2026-12-31: nobody may read it)',
    ],
  ])('%s is skipped', (code, message) => {
    expect(attribute(partOf(code, 'skipped'), 'message')).toBe(message);
  });
  test('an open warning is skipped where only errors count', () => {
    const report = evaluateSnapshot(sampleSnapshot('half-filled'));
    const skipped = parse(junit(report)).get('//testcase[starts-with(@name, "DWDVEV1002")]/skipped');
    expect(attribute(skipped, 'message')).toMatch(/^inconclusive: link is not known/);
  });
  test('findings that are all accepted leave an error where not all could be judged', () => {
    const report = reportWithEverything();
    const outcomes = report.outcomes.map(
      (outcome): Outcome =>
        outcome.code === 'ACME6' && outcome.status === 'failed'
          ? { ...outcome, findings: [{ ...outcome.findings[0], baselined: true }] }
          : outcome,
    );
    const rule = parse(junit({ ...report, outcomes })).get('//testcase[starts-with(@name, "ACME6")]');
    expect(attribute(rule?.get('error') ?? null, 'type')).toBe('incomplete');
    expect(rule?.get('failure')).toBeNull();
  });
});

describe('an error text that was explained', () => {
  const report = evaluateSnapshot(sampleSnapshot('every-dependency-code'));
  const explained = (of: HealthReport, explanations: NonNullable<Parameters<typeof junit>[1]>['explanations']) =>
    junit(of, { explanations });
  const suiteOf = (of: HealthReport, explanations: Parameters<typeof explained>[1]) =>
    parse(explained(of, explanations)).get('//testsuite[@name="Explained"]');
  /** The codes of rules that came to different ends. */
  const oneOfEach = ({ outcomes }: HealthReport) => [
    ...new Map(outcomes.map(({ code, status, severity }) => [`${status} ${severity}`, code])).values(),
  ];

  test('is a suite with a test case for each known problem', () => {
    const suite = suiteOf(report, explanationsOf(report));
    expect(suite?.find('testcase').map((one) => attribute(one, 'name')?.split(' ')[0])).toEqual([
      'stale-link-after-copy',
      'party-record-not-found',
    ]);
    expect(attribute(suite?.get('testcase[1]/failure') ?? null, 'message')).toBe(
      'Cause of the error text confirmed: a rule that looks for it failed (DWDVEV1004 failed, DWFOEV1004 failed)',
    );
    expect(suite?.get('testcase[1]/failure')?.content).toMatch(/\nFix: .*\n {2}1\. /);
    expect(attribute(suite?.get('testcase[2]/skipped') ?? null, 'message')).toMatch(/not checked: no rule/);
    expect(suite?.get('testcase[2]/system-out')?.content).toMatch(/\nFix: /);
  });
  test.each(samples)('never changes what the file says about the health: %s', (name) => {
    for (const failOn of ['error', 'warning'] as const) {
      const one = evaluateSnapshot(sampleSnapshot(name), { failOn });
      for (const explanations of [
        explanationsOf(one),
        ...oneOfEach(one).map((code) => hostileExplanations('x', code)),
      ]) {
        const document = parse(explained(one, explanations));
        const [failures, errors] = [countIn(document, 'failure'), countIn(document, 'error')];
        expect(failures > 0 ? 'unhealthy' : errors > 0 ? 'unknown' : 'healthy').toBe(one.health);
        const suite = document.get('//testsuite[@name="Explained"]');
        for (const what of ['tests', 'failures', 'errors', 'skipped']) {
          const element = what === 'tests' ? 'testcase' : what.replace(/s$/, '');
          expect(attribute(suite, what)).toBe(String(suite?.find(`.//${element}`).length));
        }
      }
    }
  });
  test('of which nothing was recognized is skipped', () => {
    expect(attribute(suiteOf(report, [])?.get('testcase/skipped') ?? null, 'message')).toMatch(
      /^Nothing was recognized\./,
    );
  });
  test.each(Object.entries(hostileTexts))('%s in it stays text', (_, text) => {
    const names = (of: string) =>
      parse(explained(report, hostileExplanations(of)))
        .find('//*')
        .map((node) => (node instanceof XmlElement ? node.name : ''));
    expect(names(text)).toEqual(names('x'));
    expect(explained(report, hostileExplanations(text)).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u,
    );
  });
});

test.each(Object.entries(hostileTexts))(
  'the XML writer gives %s back as it is, but for what XML cannot hold',
  (_, text) => {
    const document = XmlDocument.fromString(
      xmlDocument(element('a', { b: text.replaceAll(/[\t\n\r]/g, ' ') }, [text])),
    );
    const possible = text.replaceAll(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold.
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(document.root.content).toBe(possible);
    expect(attribute(document.root, 'b')).toBe(possible.replaceAll(/[\t\n\r]/g, ' '));
  },
);
