import type { NonEmptyTuple } from 'type-fest';
import type { RuleCode } from '../rules/catalogue.js';
import type { Performer, Remediation, Source } from '../rules/remediation/remediation.js';

/**
 * What was going on when the error occurred.
 * @public
 */
export type Phase =
  | 'link'
  | 'map-start'
  | 'initial-sync'
  | 'live-sync'
  | 'user-interface'
  | 'upgrade'
  | 'async'
  | 'throttling';

/**
 * One known problem: what it means, who can fix it and how, and the words by which it is recognized.
 * @public
 */
export interface Topic {
  /** Stable, in kebab case; Microsoft's code if the problem is known by one. */
  readonly id: string;
  /** Microsoft's code, if there is one. */
  readonly code?: string | undefined;
  readonly title: string;
  readonly phase: Phase;
  /** The possible causes, most likely first. */
  readonly causes: Readonly<NonEmptyTuple<string>>;
  /** Who can fix it, as precisely as the source states. */
  readonly performedBy: Readonly<NonEmptyTuple<Performer>>;
  readonly remediation: Remediation;
  /** The rules whose findings would confirm it. */
  readonly rules: readonly RuleCode[];
  readonly source: Source;
  readonly signatures: readonly Signature[];
}

/**
 * Words by which a problem is recognized: every part of `all` must be there, in any order.
 *
 * A part is a template: words and `{placeholders}`. Case, punctuation, quotes, spaces and line breaks do not matter;
 * `does not` also matches `doesn't`, `entity` for `table`, `record` for `row`, `field` for `column`, and `lookup` for
 * `look up`. `{name}` takes up to 120 characters, `{name:word}` one word, `{name:guid}`, `{name:number}`, `{name:version}` and
 * `{name:quoted}` what they say; all are captured under their name.
 *
 * @public
 */
export interface Signature {
  readonly all: Readonly<NonEmptyTuple<string | Pattern>>;
  /** Parts that indicate a different problem. */
  readonly none?: readonly (string | Pattern)[] | undefined;
  /**
   * Words too common to mean anything inside other text: they count only if the text says nothing else, or names dual-write.
   */
  readonly alone?: true | undefined;
  /** The words count only inside a write to that side that failed, as dual-write reports it. */
  readonly failedWriteTo?: 'dataverse' | 'finops' | undefined;
  /** The words wrap an inner error: if another problem is also recognized, that one is the cause. */
  readonly wraps?: true | undefined;
}

/**
 * What templates cannot express.
 * @public
 */
export interface Pattern {
  /** Named groups are captured. No repetition may be nested in another one. */
  readonly find: RegExp;
  /** Lower-case letters, digits and underscores that every match contains: texts without it are skipped. */
  readonly anchor: string;
}

/** Names the type of a topic's literal. */
export function defineTopic(topic: Topic): Topic {
  return topic;
}
