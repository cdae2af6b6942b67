import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulePage } from '../../scripts/generate/rule-pages.js';
import type { Missing, Outcome } from '../../src/engine/outcome.js';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { loadAllCases } from '../support/all-cases.js';
import type { Case, Never } from '../support/rule-cases.js';

const takenAt = '2026-11-20T10:00:00Z';

const all = await loadAllCases();

// `npm run generate` writes the pages. They come first: what a rule says about itself is compared before all of its cases are tried.
test.each(all.map(({ cases }) => [cases.rule.code, cases] as const))(
  'the page of %s says what the rule says',
  (code, cases) => {
    const page = new URL(`../../docs/rules/${code}.md`, import.meta.url);
    expect(rulePage(cases.rule, cases)).toBe(readFileSync(page, 'utf8'));
  },
);

for (const { cases } of all) {
  const { rule } = cases;
  const outcomeOf = ({ facts, options }: Case): Outcome => {
    const report = evaluateSnapshot(snapshotOf('case', facts, { takenAt }), { validator: rule, ...options });
    return report.outcomes[0] as Outcome;
  };

  describe(`${rule.code} ${rule.slug}`, () => {
    test.each(listOf(cases.passed))('passes when $when', (aCase) => {
      const outcome = outcomeOf(aCase);
      expect(outcome).toMatchObject({ status: 'passed', checked: aCase.checked });
      expect(outcome.status === 'passed' ? outcome.without : undefined).toEqual(aCase.without);
    });
    test.each(cases.failed)('fires when $when', (aCase) => {
      const outcome = outcomeOf(aCase);
      if (outcome.status !== 'failed') throw new Error(`expected failed, got ${JSON.stringify(outcome)}`);
      expect(outcome.findings.map(({ subject }) => `${subject.kind} ${subject.id}`)).toEqual(aCase.subjects);
      expect(outcome.findings.map(({ args }) => args)).toEqual(aCase.args);
      expect(
        outcome.findings.every(
          ({ message }) => message.length > 0 && !/undefined|\[object|\b1 error rows|\b1 of them are/.test(message),
        ),
      ).toBe(true);
      expect(places(outcome.missing)).toEqual(aCase.missing);
      expect(outcome.incomplete).toBe(aCase.missing === undefined ? undefined : true);
    });
    test.each(listOf(cases.notApplicable))('does not apply when $when', (aCase) => {
      expect(outcomeOf(aCase)).toMatchObject({ status: 'not-applicable' });
    });
    test.each(cases.inconclusive)('is inconclusive when $when', (aCase) => {
      const outcome = outcomeOf(aCase);
      expect(outcome.status).toBe('inconclusive');
      expect(places(outcome.status === 'inconclusive' ? outcome.missing : undefined)).toEqual(aCase.missing);
    });
    test.each(cases.skipped ?? [])('is skipped when $when', (aCase) => {
      expect(outcomeOf(aCase)).toMatchObject({ status: 'skipped', because: 'not-provided' });
    });
  });
}

function listOf<T>(cases: readonly T[] | Never): readonly T[] {
  return 'never' in cases ? [] : cases;
}

function places(missing: readonly Missing[] | undefined): readonly string[] | undefined {
  return missing?.map(({ fact, property }) => (property === undefined ? fact : `${fact}.${property}`));
}
