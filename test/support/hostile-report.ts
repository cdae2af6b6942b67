import { readFileSync } from 'node:fs';
import type { JsonObject } from 'type-fest';
import {
  allOf,
  defineRule,
  evaluateSnapshot,
  type Facts,
  factNames,
  finding,
  type HealthReport,
  healthCheck,
  inOrder,
  judgeEach,
  missing,
  parseSnapshot,
  type Rule,
  type Snapshot,
  unknown,
  type Verdict,
} from '../../src/index.js';

/** A sample of `examples/environments`, by its name. */
export function sampleSnapshot(name: string): Snapshot {
  const file = new URL(`../../examples/environments/${name}.json`, import.meta.url);
  return parseSnapshot(JSON.parse(readFileSync(file, 'utf8')))._unsafeUnwrap();
}

/**
 * A real report in which everything occurs that a report can hold: each status, incomplete failures, findings that are
 * suppressed, in the baseline or both, open outcomes that are accepted, suppressions that expired or accept nothing, a
 * baseline with something that was fixed, and fixes that destroy something.
 */
export function reportWithEverything(): HealthReport {
  const { environment, takenAt, facts } = sampleSnapshot('every-dependency-code');
  const snapshot: Snapshot = {
    schemaVersion: 1,
    environment,
    takenAt,
    facts: {
      ...facts,
      // Only rules of this file need it.
      tenantApplications: unknown('not-permitted', 'the role lacks Application.Read.All'),
    },
  };
  const day = '2026-12-31';
  return evaluateSnapshot(snapshot, {
    validator: allOf('everything', healthCheck, ownRules),
    rules: { DWDVEV9304: 'off', DWDVEV9403: 'error', DWDVEV9002: 'off' },
    now: new Date('2026-11-21T00:00:00Z'),
    suppressionPolicy: { expired: 'fail', unused: 'warn' },
    suppressions: [
      { rule: 'DWDVEV1003', subject: { pattern: 'L1*' }, reason: 'closed companies', expires: day, owner: 'Ada' },
      { rule: 'DWDVEV1007', subject: 'USMF', reason: 'the team is being set up', expires: day },
      { rule: 'ACME4', open: true, reason: 'nobody may read it', expires: day },
      { rule: 'ACME5', open: true, reason: 'the rest does not matter', expires: day, owner: 'Ada' },
      { rule: 'DWFOEV1006', subject: '*', reason: 'was once all right', expires: '2026-11-01' },
      { rule: 'DWDVEV9301', subject: 'nothing of that name', reason: 'was fixed', expires: day, owner: 'Ada' },
    ],
    baseline: {
      schemaVersion: 1,
      kind: 'baseline',
      takenAt: '2026-11-01T10:00:00Z',
      findings: [
        { fingerprint: 'v1:DWDVEV1003:company:l100', code: 'DWDVEV1003', title: 'known' },
        { fingerprint: 'v1:DWDVEV1003:company:l200', code: 'DWDVEV1003', title: 'known' },
        { fingerprint: 'v1:DWDVEV1003:company:gone', code: 'DWDVEV1003', title: 'fixed' },
      ],
    },
  });
}

const ownRule = defineRule({
  code: 'ACME1',
  slug: 'acme1',
  title: 'Own rule',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '1.0.0',
  meaning: 'A rule of a team.',
  impact: 'None.',
  needs: ['companies'],
  evaluate: ({ companies }) =>
    judgeEach(companies.slice(0, 2), ({ id, name }) => finding({ kind: 'company', id, name: name ?? '' }, { name })),
  message: (_args, { id }) => `${id} is not as it should be`,
  remediation: {
    summary: 'Put it right.',
    options: [
      {
        title: 'Start again',
        steps: ['Remove it.', 'Make it again.'],
        performedBy: ['developer', 'microsoft-support'],
        destroys: 'Everything that was there.',
        links: [{ title: 'A page', url: 'https://example.com/page' }],
      },
      { title: 'Wait', steps: ['Wait.'], performedBy: ['developer'], destroys: 'A day.', links: [] },
    ],
  },
  sources: [{ title: 'Rules of the team', date: '2026-01-01' }],
});

/** The same rule with another code, and another way to judge. */
function likeIt(
  code: string,
  evaluate: (facts: Pick<Facts, 'companies'>) => Verdict<JsonObject>,
  needs: Rule['needs'] = ownRule.needs,
): Rule {
  return { ...ownRule, code, slug: code.toLowerCase(), title: `Own rule ${code}`, evaluate, needs };
}

const passes = () => judgeEach([], () => undefined);
const tellsAPart = ({ companies }: Pick<Facts, 'companies'>) =>
  judgeEach(companies, ({ id }, index) =>
    index === 0 ? finding({ kind: 'company', id }, {}) : missing('companies', 'name'),
  );

const ownRules = allOf(
  'own rules',
  inOrder('in order', ownRule, likeIt('ACME2', passes)),
  likeIt('ACME3', () => {
    throw new Error('the rule itself is wrong');
  }),
  likeIt('ACME4', ({ companies }) => judgeEach(companies, () => missing('companies', 'name'))),
  likeIt('ACME5', tellsAPart),
  likeIt('ACME6', tellsAPart),
  likeIt('ACME7', passes, ['companies', 'tenantApplications']),
);

/** Words that a report may only hold where a closed list says so. They stay, else it would be no report. */
const closedWords = new Set([
  ...'skipped blocked errored failed not-applicable inconclusive passed known unknown complete partial'.split(' '),
  ...'healthy unhealthy error warning ignore warn fail turned-off not-selected not-provided'.split(' '),
  ...'not-connected not-permitted not-found timed-out aborted throttled malformed'.split(' '),
  ...'documented documented-check draft library custom prerequisite dependency'.split(' '),
  ...'Prerequisites APIHubConnection StaleConfiguration BusinessUnit'.split(' '),
  ...'environment application solution plugin-assembly connection company business-unit team'.split(' '),
  ...'runtime-configuration project-configuration field-configuration entity-map'.split(' '),
  ...'setup-user finops-system-administrator dataverse-system-administrator system-customizer'.split(' '),
  ...'tenant-administrator environment-maker developer microsoft-support'.split(' '),
  ...factNames,
]);

/** {@link reportWithEverything} with `text` in place of every text that is free: names, messages, reasons, dates, URLs, codes. */
export function hostileReport(text: string): HealthReport {
  return withTextEverywhere(reportWithEverything(), text) as HealthReport; // Safe: no property goes, and closed words stay.
}

function withTextEverywhere(value: unknown, text: string): unknown {
  if (typeof value === 'string') return closedWords.has(value) ? value : text;
  if (Array.isArray(value)) return value.map((item) => withTextEverywhere(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTextEverywhere(item, text)]));
}

/** Texts that break out of one format or another where they are let through, by what they try. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'white space': ' \t\n ',
  'an element': '<img src=x onerror="alert(1)"><script>alert(1)</script><svg/onload=alert(1)>',
  'the end of an element': '</td></title></style></textarea></script><script>alert(1)</script>',
  'the end of an attribute': '" onmouseover="alert(1)" x=\'y\' autofocus onfocus=alert(1) `',
  'the end of a comment':
    '--> ]]> <!-- <![CDATA[ <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e; &lt; &#60;',
  'an entity': '&amp; &#x3c;b&#x3e; &copy &nbsp; %26 %3C',
  'a link': '[click](javascript:alert(1)) <javascript:alert(1)> [x]: https://evil.example "t"',
  'an image': '![x](https://evil.example/pixel.png) ![x][y] <https://evil.example>',
  'an autolink': 'see https://evil.example/a_b?c=d|e, www.evil.example, ftp://evil.example and me@evil.example',
  'an autolink between backticks': '`https://evil.example` ``me@evil.example\\`` \\`www.evil.example|`a@b.example',
  'the start of an autolink': 'www',
  'mentions and references': '@evil/team (@evil) #123 GH-123 evil/repository#1 evil/repository@0123456789 !1 @a`#2`',
  'a heading': '# heading\n## heading\nheading\n=======\nheading\n-------',
  emphasis: '*a* **b** _c_ __d__ ~~e~~ ~f~ `g` ``h`` $x$ :tada: ==i== ^j^ ||k||',
  'a bulleted list': '- item\n* item\n+ item\n- [x] task',
  'a numbered list': '1. item\n2) item',
  'a quotation': '> quotation\n> [!WARNING]\n> alert',
  'a table': 'a | b\n--- | ---\nc | d |\\| e \\',
  code: '```sh\nrm -rf /\n```\n\n    indented\n~~~\n',
  'a footnote': '[^1]\n\n[^1]: footnote\n\n---\n***',
  'workflow commands': 'x\n::error file=a,line=1::boo\r::set-output name=a::b\n::add-mask::c\n##[error]d %0A::error::e',
  'properties of a command': 'a,file=/etc/passwd,line=1::b:c%2C%3A',
  'placeholders and links of SARIF': '{0} {{1}} [text](1) [a\\](2) [sarif](sarif:/runs/0/results/0)',
  'terminal escapes': '\u001b[2J\u001b[31mred\u001b]0;title\u0007\u009b1m\u0008\u007f',
  'bidirectional marks': '\u202egnp.exe\u2066\u2067\u2069\u200f\u061c',
  'invisible characters': 'a\u200b\u200d\ufeff\u00ad\u2060b\u2028c\u2029d\u0085e\u{e0041}',
  'what XML cannot hold': 'a\u0000\u0001\u000b\u000c\u001f\ufffe\uffff\u{1fffe}b',
  'lone surrogates': '\ud800a\udfff\udc00\ud83d',
  'words of JavaScript': 'true',
  'a prototype': '__proto__',
  'a name that looks like a code': 'DWDVEV1007/../../evil?x#y',
  'a very long name': 'x'.repeat(100_000),
  'very many marks': '<"`*[|@'.repeat(10_000),
  'very many words': '@a #1 '.repeat(10_000),
  'a deep nest': `${'['.repeat(20_000)}${'> '.repeat(10_000)}${'(('.repeat(10_000)}`,
};
