import * as z from 'zod/mini';
import type { Explanation } from '../../diagnosis/explain.js';
import { explanationVerdicts } from '../../diagnosis/explanation-verdict.js';
import { once } from '../../facts/once.js';
import { parseReport, remediationSchema } from '../../report/schema.js';
import { performers } from '../../rules/remediation/remediation.js';
import type { Input } from '../input.js';
import { onlyObject, type RecognizeJson, unreadableAs } from '../json-content.js';

/** A report of a check: an object with `outcomes`. */
export const report: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value?.outcomes === undefined) return undefined;
  return parseReport(value).match<Input>(
    (read) => ({ kind: 'report', report: read, ...explanationsIn(value), lacks: [] }),
    ({ because }) => unreadableAs('a report', because),
  );
};

/** What `check --explain` says beside a report. */
function explanationsIn(value: object): { readonly explanations?: readonly Explanation[] } {
  if (!('explanations' in value)) return {};
  const explanations = explanationsSchema().safeParse(value.explanations).data;
  // Safe but for the codes of rules, which another version may have others of: they are only shown.
  return explanations === undefined ? {} : { explanations: explanations as readonly Explanation[] };
}

const explanationsSchema = /* @__PURE__ */ once(() => {
  const texts = z.array(z.string());
  const verdict = z.enum(explanationVerdicts);
  const diagnosis = z.object({
    id: z.string(),
    code: z.optional(z.string()),
    title: z.string(),
    phase: z.string(),
    causes: texts,
    performedBy: z.array(z.enum(performers)),
    remediation: remediationSchema(),
    captures: z.record(z.string(), texts),
    rules: texts,
    source: z.nullable(z.object({ title: z.string(), date: z.string() })),
  });
  return z.array(
    z.object({
      diagnosis,
      verdict,
      evidence: z.array(z.object({ code: z.string(), status: z.string() })),
      named: z.optional(z.array(z.object({ name: z.string(), verdict, messages: z.int().check(z.nonnegative()) }))),
      findings: z.optional(texts),
      kind: z.optional(z.enum(['maps', 'projects', 'companies', 'teams', 'solutions'])),
      isAccepted: z.optional(z.literal(true)),
    }),
  );
});
