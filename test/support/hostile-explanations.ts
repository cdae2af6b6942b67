import { diagnose, type Explanation, explain } from '../../src/diagnosis/index.js';
import type { HealthReport } from '../../src/index.js';

const texts = [
  'SecureConfig Organization (contoso-prod) does not match actual CRM Organization (contoso-uat)', // DWDVEV1004, DWFOEV1004
  'Party record not found for party type Organization', // no rule looks for it
].join('\n\n');

/** What a report says about two known problems, and about one that is made up for each other verdict. */
export function explanationsOf(report: HealthReport): readonly Explanation[] {
  return explain(texts, report);
}

/** One explanation of each verdict, with that text wherever a text can come from outside. */
export function hostileExplanations(text: string, code = text): readonly Explanation[] {
  const [sample] = diagnose(texts);
  if (sample === undefined) throw new Error('expected a known problem');
  const [option] = sample.remediation.options;
  const diagnosis = {
    ...sample,
    id: text,
    code: text,
    title: text,
    causes: [text],
    captures: { [text]: [text] },
    remediation: { summary: text, options: [{ ...option, title: text, steps: [text], destroys: text }] },
  } as const satisfies Explanation['diagnosis'];
  const verdicts = ['confirmed', 'open', 'not-checkable', 'ruled-out'] as const;
  return verdicts.map((verdict) => ({
    diagnosis,
    verdict,
    named: [
      { name: text, verdict, messages: 1 },
      { name: text, verdict: 'found-for-others', messages: 2 },
    ],
    findings: [text],
    kind: 'maps' as const,
    evidence:
      verdict === 'not-checkable' ? [] : [{ code, status: verdict === 'confirmed' ? 'failed' : 'inconclusive' }],
  }));
}
