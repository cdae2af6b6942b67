import type { NonEmptyTuple } from 'type-fest';
import type { RuleCode } from '../rules/catalogue.js';
import type { Performer, Remediation, Source } from '../rules/remediation/remediation.js';

/**
 * What was going on when the error came up.
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
 * One known problem: what it means, who may fix it and how, and by which words it is recognized.
 * @public
 */
export interface Topic {
  /** Stable, in kebab case; the vendor's code where the problem is known by one. */
  readonly id: string;
  /** The vendor's code, where there is one. */
  readonly code?: string | undefined;
  readonly title: string;
  readonly phase: Phase;
  /** The possible causes, the most likely one first. */
  readonly causes: Readonly<NonEmptyTuple<string>>;
  /** Who can fix it, as precisely as the source says. */
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
 * `does not` stands for `doesn't` too, `entity` for `table`, `record` for `row`, `field` for `column`, and `lookup` for
 * `look up`. `{name}` takes up to 120 characters, `{name:word}` one word, `{name:guid}`, `{name:number}`, `{name:version}` and
 * `{name:quoted}` what they say; all are captured under their name.
 *
 * @public
 */
export interface Signature {
  readonly all: Readonly<NonEmptyTuple<string | Pattern>>;
  /** Parts that tell of something else. */
  readonly none?: readonly string[] | undefined;
  /** Words too common to mean anything inside other text: they count where the text says nothing else, or names dual-write. */
  readonly alone?: true | undefined;
  /** The words wrap an inner error: where another problem is recognized too, that one is the cause. */
  readonly wraps?: true | undefined;
}

/**
 * What templates cannot say.
 * @public
 */
export interface Pattern {
  /** Named groups are captured. No repetition may stand inside another one. */
  readonly find: RegExp;
  /** Lower-case letters, digits and underscores that every match holds: texts without it are not looked at. */
  readonly anchor: string;
}

/** Names the type of a topic's literal. */
export function defineTopic(topic: Topic): Topic {
  return topic;
}
