import type { JsonObject } from 'type-fest';
import { groupsBy } from '../facts/groups-by.js';
import { nameKey } from '../facts/keys.js';
import type { FactName, Facts } from '../facts/schemas.js';

/**
 * What a finding is about. Company codes are upper-case in `id`, GUIDs lower-case.
 * @public
 */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name?: string | undefined;
}

/** Every kind of subject. */
export const subjectKinds = [
  'environment',
  'application',
  'solution',
  'plugin-assembly',
  'connection',
  'company',
  'business-unit',
  'team',
  'runtime-configuration',
  'project-configuration',
  'field-configuration',
  'entity-map',
  'integration-job',
  'alert-setting',
] as const;

/**
 * The kind of thing that a finding is about.
 * @public
 */
export type SubjectKind = (typeof subjectKinds)[number];

/**
 * One proven problem, as data: the words come later, from the rule's `message`.
 * @public
 */
export interface Finding<Args extends JsonObject> {
  readonly kind: 'finding';
  readonly subject: Subject;
  readonly args: Args;
}

/**
 * What the rule must know to continue. The engine adds the reason.
 * @public
 */
export interface MissingFact {
  readonly kind: 'missing';
  readonly fact: FactName;
  readonly property?: string | undefined;
}

/**
 * What a rule answers.
 * @public
 */
export type Verdict<Args extends JsonObject> =
  | { readonly kind: 'not-applicable'; readonly because: string }
  | { readonly kind: 'not-provided' }
  | {
      readonly kind: 'judged';
      /** How many items were examined and decided. */
      readonly checked: number;
      readonly findings: readonly Finding<Args>[];
      readonly missing: readonly MissingFact[];
      /** A pass that is valid even for a partial fact, because what was seen is proof. */
      readonly proven?: boolean;
    };

/**
 * A finding. @see {@link judgeEach}
 * @public
 */
export function finding<Args extends JsonObject>(subject: Subject, args: Args): Finding<Args> {
  return { kind: 'finding', subject, args };
}

/**
 * What a rule answers about one item: `undefined` when it is fine.
 * @public
 */
export type Judgment = Finding<JsonObject> | MissingFact | readonly MissingFact[] | undefined;

/** The args of the findings among an answer's type. @public */
export type ArgsOf<Answer> = Answer extends Finding<infer Args> ? Args : never;

type PropertyOf<Value> = Value extends readonly (infer Row)[] ? keyof Row : keyof Value;

/**
 * Says that a fact, or a property of its rows, must be known to decide.
 * @public
 */
export function missing<Name extends FactName>(fact: Name, property?: PropertyOf<Facts[Name]> & string): MissingFact {
  return property === undefined ? { kind: 'missing', fact } : { kind: 'missing', fact, property };
}

/**
 * The verdict of a rule that has nothing to check.
 * @public
 */
export function notApplicable(because: string): Verdict<never> {
  return { kind: 'not-applicable', because };
}

/**
 * The verdict of a rule whose optional input nobody supplied. Only for rules that are declared `ifProvided`.
 * @public
 */
export function notProvided(): Verdict<never> {
  return { kind: 'not-provided' };
}

/**
 * The verdict of a rule that cannot determine anything.
 * @public
 */
export function inconclusive(...missing: readonly MissingFact[]): Verdict<never> {
  return { kind: 'judged', checked: 0, findings: [], missing };
}

/**
 * Judges every item and returns one verdict: findings, what could not be decided, and how many items were decided.
 *
 * @param items - what there is to look at
 * @param judge - answers `undefined` when an item is fine, a {@link finding}, or what is {@link missing} to decide it
 * @param options - `whenNone`: why the rule does not apply when there are no items (without it, no items pass); `merge`: puts
 *   the args of two findings about the same subject together (without it, the args that come first as text are kept). In what
 *   order the items come decides nothing, whatever `merge` does.
 *
 * @example
 * ```ts
 * judgeEach(teams, (team) => team.name.startsWith('DW') ? undefined : finding({ kind: 'team', id: team.id }, {}));
 * ```
 * @public
 */
export function judgeEach<Item, Answer extends Judgment>(
  items: readonly Item[],
  judge: (item: Item, index: number) => Answer,
  options: {
    readonly whenNone?: string | undefined;
    readonly merge?: ((first: ArgsOf<Answer>, second: ArgsOf<Answer>) => ArgsOf<Answer>) | undefined;
  } = {},
): Verdict<ArgsOf<Answer>> {
  if (items.length === 0 && options.whenNone !== undefined) return notApplicable(options.whenNone);
  const findings: Finding<ArgsOf<Answer>>[] = [];
  const missing: MissingFact[] = [];
  let checked = 0;
  // Not `for … of`: until code is compiled, that makes an object for each item, and there are very many.
  items.forEach((item, index) => {
    const answer: Judgment = judge(item, index);
    if (answer === undefined) checked += 1;
    else if ('kind' in answer && answer.kind === 'finding') {
      checked += 1;
      findings.push(answer as Finding<ArgsOf<Answer>>); // Safe: ArgsOf is read from this very type.
    } else missing.push(...[answer].flat());
  });
  return { kind: 'judged', checked, findings: onePerSubject(findings, options.merge), missing };
}

/**
 * The findings, one for each subject, independent of the order of the input.
 *
 * @param merge - combines the args of two findings about one subject; without it, the args that come first as text are kept
 */
export function onePerSubject<Args extends JsonObject>(
  findings: readonly Finding<Args>[],
  merge: (first: Args, second: Args) => Args = (first) => first,
): readonly Finding<Args>[] {
  const groups = groupsBy(findings, ({ subject }) => subjectKey(subject)).values();
  return Array.from(groups, (group) => (group.length === 1 ? group[0] : merged(group, merge)));
}

function merged<Args extends JsonObject>(
  group: readonly [Finding<Args>, ...Finding<Args>[]],
  merge: (first: Args, second: Args) => Args,
): Finding<Args> {
  const [subject = group[0].subject] = sortedAsText(group.map((one) => one.subject));
  return finding(
    subject,
    sortedAsText(group.map(({ args }) => args)).reduce((first, second) => merge(first, second)),
  );
}

/** By their JSON in code-unit order. */
function sortedAsText<Value extends object>(values: readonly Value[]): readonly Value[] {
  const places = values.map((value, place) => [JSON.stringify(value), place] as const).sort();
  return places.map(([, place]) => values[place] as Value); // Safe: they are the places of the values.
}

/** What makes two subjects the same: the kind, and the id without regard to letter case. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind}:${nameKey(subject.id)}`;
}
