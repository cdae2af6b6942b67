import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/diagnosis/explain.js';
import { diagnose } from '../../src/diagnosis/index.js';
import { evaluateSnapshot } from '../../src/index.js';
import { annotations } from '../../src/reporters/annotations.js';
import { explanationsDocument } from '../../src/reporters/documents/explanations-document.js';
import { explanationInWords } from '../../src/reporters/explanation-in-words.js';
import { junit } from '../../src/reporters/junit.js';
import { sarif } from '../../src/reporters/sarif.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { sampleSnapshot } from '../support/hostile-report.js';

const [diagnosis] = diagnose('Unable to generate payload for entity uom');
const base = { diagnosis: diagnosis ?? expect.fail(), evidence: [{ code: 'DWFOEV1004', status: 'failed' }] };
const two = ['accounts - Customers V3', 'uoms - Units'];
const named = [
  { name: 'uom', verdict: 'confirmed', messages: 2 },
  { name: 'contact', verdict: 'found-for-others', messages: 1 },
] as const;

const cases: readonly (readonly [explanation: Omit<Explanation, 'diagnosis' | 'evidence'>, said: string])[] = [
  [{ verdict: 'confirmed' }, 'confirmed: a rule that looks for it failed'],
  [
    { verdict: 'confirmed', kind: 'maps', findings: ['uoms - Units'] },
    'confirmed: a rule that looks for it failed for uoms - Units',
  ],
  [
    { verdict: 'confirmed', kind: 'maps', findings: ['uoms - Units'], named },
    'confirmed: a rule that looks for it failed for uoms - Units, which is 1 of 2 that are named',
  ],
  [
    { verdict: 'confirmed', kind: 'companies', findings: ['USMF'], isAccepted: true },
    'confirmed: a rule that looks for it failed for USMF, and that is accepted',
  ],
  [
    { verdict: 'found', kind: 'companies', findings: ['USMF'] },
    'not confirmed: found, but the message does not say for which company: USMF',
  ],
  [
    { verdict: 'found-for-similar', kind: 'maps', findings: ['uoms - Units'] },
    'not confirmed: found for uoms - Units, and the names do not show whether that is the map of the message',
  ],
  [
    { verdict: 'found-for-others', kind: 'maps', findings: [...two, 'a', 'b', 'c'] },
    'not confirmed: found for other maps: accounts - Customers V3, uoms - Units, a, and 2 more',
  ],
  [
    { verdict: 'found-for-others', kind: 'teams', findings: ['Owners'] },
    'not confirmed: found for other teams: Owners',
  ],
  [
    { verdict: 'open', kind: 'maps', findings: two },
    'open: not every rule that looks for it could answer; found for other maps: accounts - Customers V3, uoms - Units',
  ],
  [{ verdict: 'open' }, 'open: not every rule that looks for it could answer'],
  [{ verdict: 'ruled-out' }, 'ruled out: the rules that look for it found nothing'],
];

describe.each(cases)('%j', (explanation, said) => {
  const one: Explanation = { ...base, ...explanation };
  const report = evaluateSnapshot(sampleSnapshot('every-dependency-code'), { gate: 'none' });

  test('is said in words', () => {
    expect(explanationInWords(one)).toBe(`Cause of the error text ${said} (DWFOEV1004 failed)`);
    expect(toPretty(explanationsDocument([one], report))).toContain(`  ${said}`);
  });

  test('fails a test case or an annotation only where it is confirmed', () => {
    const options = { explanations: [one] };
    const isConfirmed = one.verdict === 'confirmed';
    const failuresIn = (xml: string) => xml.match(/<failure /g)?.length ?? 0;
    expect(failuresIn(junit(report, options)) - failuresIn(junit(report))).toBe(isConfirmed ? 1 : 0);
    expect(annotations(report, options).startsWith('::error ')).toBe(true);
    expect(annotations(report, options).includes(`::error title=${one.diagnosis.id}`)).toBe(isConfirmed);
    expect(sarif(report, options)).toContain(said);
  });
});

test('what the messages name is listed, each with its verdict, in how many messages', () => {
  const shown = toPretty(explanationsDocument([{ ...base, verdict: 'confirmed', kind: 'maps', findings: two, named }]));
  expect(shown).toMatch(
    /^CAUSE CONFIRMED FOR A PART\n[\s\S]*✖ uom {2}2 messages, confirmed\n.* contact {2}not confirmed: found for others\n/,
  );
});
