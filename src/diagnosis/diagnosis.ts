import type { RuleCode } from '../rules/catalogue.js';
import type { Performer, Remediation, Source } from '../rules/remediation/remediation.js';
import type { Phase, Topic } from './topic.js';

/**
 * What was found in a text, by kind: `entity`, `table`, `values`, `field`, `guids`, `versions`, `privilege`, `team` and so on;
 * `misread` is the code as it is written, where letters were read instead of digits.
 * @public
 */
export type Captures = Readonly<Record<string, readonly string[]>>;

/**
 * One problem that a text reports.
 * @public
 */
export interface Diagnosis {
  /** The id of the topic; `unknown-code` for an undocumented code of Microsoft. */
  readonly id: string;
  readonly code?: string | undefined;
  readonly title: string;
  readonly phase: Phase;
  readonly causes: readonly string[];
  readonly performedBy: readonly Performer[];
  readonly remediation: Remediation;
  readonly captures: Captures;
  /** The rules whose findings would confirm it. */
  readonly rules: readonly RuleCode[];
  readonly source: Source | null;
}

/** The diagnosis for a topic, with what was captured in this text. */
export function diagnosisOf(topic: Omit<Topic, 'signatures'>, captures: Captures): Diagnosis {
  const { id, code, title, phase, causes, performedBy, remediation, rules, source } = topic;
  return {
    id,
    ...(code === undefined ? {} : { code }),
    title,
    phase,
    causes,
    performedBy,
    remediation,
    captures,
    rules,
    source,
  };
}

/** What is useful from any text: ids and versions. */
export function commonCaptures(plain: string): Captures {
  const ids = mayHoldGuid.test(plain) ? plain.match(guids) : null;
  return { ...listed('guids', ids), ...listed('versions', plain.match(versions)) };
}

/** Hexadecimal digits are everywhere, this is not. */
const mayHoldGuid = /-[0-9a-f]{4}-[0-9a-f]{4}-/i;
const guids = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
const versions = /(?<![\d.])\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?!\.?\d)/g;

/** A capture if there is something, without duplicates. */
export function listed(name: string, values: readonly string[] | null): Captures {
  return values === null || values.length === 0 ? {} : { [name]: [...new Set(values)] };
}
