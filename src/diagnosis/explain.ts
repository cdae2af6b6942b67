import { answersInFull, isAccepted, type Outcome, type ReportedFinding } from '../engine/outcome.js';
import { groupsBy } from '../facts/groups-by.js';
import type { HealthReport } from '../report/report.js';
import { diagnose } from './diagnose.js';
import { recordsIn } from './diagnose-lines.js';
import type { Diagnosis } from './diagnosis.js';
import { type ExplanationVerdict, explanationVerdicts } from './explanation-verdict.js';
import { type FindingIndex, indexFindings, type NamedKind, type Relations } from './finding-index.js';
import { labelOf, type NamedThings, namedThings, oneByOne } from './named-things.js';

/**
 * A diagnosis, compared with what is known about the environment.
 * @public
 */
export interface Explanation {
  readonly diagnosis: Diagnosis;
  /** Of several messages, the verdict of the one that is best confirmed; `named` has all. */
  readonly verdict: ExplanationVerdict;
  /** The rules that decided it, with their outcomes. */
  readonly evidence: readonly { readonly code: string; readonly status: string }[];
  /** What the messages name, each with its own verdict and in how many messages it is; absent if they name nothing. */
  readonly named?: readonly NamedVerdict[] | undefined;
  /** What the findings are about that confirm it or, where it is not confirmed, that do not; absent if there are none. */
  readonly findings?: readonly string[] | undefined;
  /** What findings of these rules are about; absent if there are none, or if the cause is that of the environment as a whole. */
  readonly kind?: NamedKind | undefined;
  /** That all findings that confirm it are accepted by a suppression or the baseline. */
  readonly isAccepted?: true | undefined;
}

/**
 * What a message names, and what the report says of its cause there.
 * @public
 */
export interface NamedVerdict {
  readonly name: string;
  readonly verdict: ExplanationVerdict;
  readonly messages: number;
}

/**
 * Explains an error text, or a log of many, using a report of the same environment: the causes that the report confirms come first. A
 * cause is confirmed only by a finding about what the message names: its map by a side or its whole name, its project, company, team or
 * solution.
 *
 * @example
 * ```ts
 * const [likely] = explain(errorText, report);
 * likely?.verdict; // 'confirmed'
 * ```
 * @public
 */
export function explain(text: string, { outcomes }: HealthReport): readonly Explanation[] {
  const occurrences = messagesIn(text).flatMap(({ text, diagnoses }) => {
    const named = namedThings(text, diagnoses);
    return diagnoses.map((diagnosis) => ({ diagnosis, named }));
  });
  return [...groupsBy(occurrences, ({ diagnosis }) => topicKey(diagnosis)).values()]
    .map((sameTopic) => explanationOf(sameTopic, outcomes))
    .sort((a, b) => explanationVerdicts.indexOf(a.verdict) - explanationVerdicts.indexOf(b.verdict));
}

function topicKey({ id, code }: Diagnosis): string {
  return `${id} ${code ?? ''}`;
}

interface Message {
  readonly text: string;
  readonly diagnoses: readonly Diagnosis[];
}

/**
 * The messages of a log, or the whole text as one message. It is a log if its records have times, or repeat a problem and report
 * together what they report one by one: the lines of one message do not.
 */
function messagesIn(text: string): readonly Message[] {
  const records = recordsIn(text);
  const messages = records
    .map(({ text }) => ({ text, diagnoses: diagnose(text) }))
    .filter(({ diagnoses }) => diagnoses.length > 0);
  const timed = records.filter(({ time }) => time !== undefined).length;
  if (messages.length > 0 && timed > 1) return messages;
  const whole = [{ text, diagnoses: diagnose(text) }];
  const topics = messages.flatMap(({ diagnoses }) => diagnoses.map(topicKey));
  const known = new Set(topics);
  const repeats = known.size < topics.length;
  const together = new Set(whole.flatMap(({ diagnoses }) => diagnoses.map(topicKey)));
  const isSame = together.size === known.size && [...together].every((topic) => known.has(topic));
  return repeats && isSame ? messages : whole;
}

interface Occurrence {
  readonly diagnosis: Diagnosis;
  readonly named: NamedThings;
}

function explanationOf(occurrences: readonly [Occurrence, ...Occurrence[]], outcomes: readonly Outcome[]): Explanation {
  const { diagnosis } = occurrences[0];
  const codes: readonly string[] = diagnosis.rules;
  const judged = codes.flatMap((code) => outcomes.filter((outcome) => outcome.code === code));
  const findings = judged.flatMap((outcome) => (outcome.status === 'failed' ? outcome.findings : []));
  const index = indexFindings(findings);
  const cases = casesOf(occurrences, index).map((one) => ({
    ...one,
    verdict: verdictOf(diagnosis, one.relations, judged),
  }));
  const verdict = explanationVerdicts.find((one) => cases.some((each) => each.verdict === one)) ?? 'not-checkable';
  const named = cases.flatMap(({ name, verdict, messages }) => (name === '' ? [] : [{ name, verdict, messages }]));
  const kind =
    index.kinds.find((one) => occurrences.some((occurrence) => occurrence.named[one].length > 0)) ?? index.kinds[0];
  const related = cases.flatMap(({ relations }) =>
    verdict === 'found-for-similar' ? relations.similar : relations.same,
  );
  const shown = related.length > 0 ? [...new Set(related)].map(({ finding }) => finding) : findings;
  return {
    diagnosis,
    verdict,
    evidence: judged.map(({ code, status }) => ({ code, status })),
    ...(named.length === 0 ? {} : { named }),
    ...(shown.length === 0 ? {} : { findings: [...new Set(shown.map(nameOf))] }),
    ...(kind === undefined || (verdict === 'confirmed' && named.length === 0) ? {} : { kind }),
    ...(verdict === 'confirmed' && shown.every(isAccepted) ? { isAccepted: true } : {}),
  };
}

/** A company is known by its code, everything else by its name. */
function nameOf({ subject: { kind, id, name } }: ReportedFinding): string {
  return kind === 'company' ? id : (name ?? id);
}

/** Problems of the environment as a whole: a message that names no map reports them for all. */
const generalTopics: ReadonlySet<string> = /* @__PURE__ */ new Set(['stale-link-after-copy']);

interface Case {
  /** Blank where a message names nothing that findings are about. */
  readonly name: string;
  readonly relations: Relations;
  readonly messages: number;
}

/** What the messages name, each once, however many messages name it. */
function casesOf(occurrences: readonly Occurrence[], index: FindingIndex): readonly Case[] {
  const cases = new Map<string, { readonly name: string; readonly relations: Relations; messages: number }>();
  for (const { named } of occurrences) {
    for (const one of oneByOne({ ...named, ids: named.ids.filter(index.knows) })) {
      const key = JSON.stringify(one);
      const earlier = cases.get(key);
      if (earlier === undefined)
        cases.set(key, { name: labelOf(one, index.kinds), relations: index.relate(one), messages: 1 });
      else earlier.messages += 1;
    }
  }
  return [...cases.values()];
}

function verdictOf(
  { id }: Diagnosis,
  { same, similar, hasUnnamed, hasOther }: Relations,
  judged: readonly Outcome[],
): ExplanationVerdict {
  if (same.length > 0) return 'confirmed';
  if (similar.length > 0) return 'found-for-similar';
  if (hasUnnamed) return generalTopics.has(id) ? 'confirmed' : 'found';
  if (judged.every(({ status }) => status === 'skipped')) return 'not-checkable';
  if (!judged.every(answersInFull)) return 'open';
  return hasOther ? 'found-for-others' : 'ruled-out';
}
