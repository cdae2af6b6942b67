import type { JsonObject } from 'type-fest';
import type { Facts } from '../../facts/schemas.js';
import type { RuleContext } from '../rule.js';
import { type Finding, finding, type MissingFact, missing, onePerSubject, type Verdict } from '../verdict.js';
import { type ReadLeg, type ReadMap, readMaps } from './read-maps.js';

type Definitions = Facts['mapDefinitions'];
type Deriving = Pick<RuleContext<string>, 'derive'>;

/** What a rule says about one map: what is wrong with it, and what must be known to judge the rest. */
export interface JudgedMap<Args extends JsonObject> {
  readonly args: Args | undefined;
  readonly open: readonly MissingFact[];
}

/** How a rule about saved maps differs from others. */
interface JudgeMapsOptions<Args extends JsonObject> {
  /** Maps about which the rule says nothing. */
  readonly passesOver?: ((map: ReadMap) => boolean) | undefined;
  /**
   * Merges two findings about rows that cannot be distinguished; without it, the finding whose args come first as text is kept.
   */
  readonly merge?: ((first: Args, second: Args) => Args) | undefined;
}

/** Judges every saved map. A map that could not be read completely never passes. */
export function judgeMaps<Args extends JsonObject>(
  definitions: Definitions,
  { derive }: Deriving,
  judge: (map: ReadMap) => JudgedMap<Args>,
  { passesOver, merge }: JudgeMapsOptions<Args> = {},
): Verdict<Args> {
  const maps = derive(readMaps, definitions);
  const findings: Finding<Args>[] = [];
  const open: MissingFact[] = [];
  let checked = 0;
  for (const map of maps) {
    if (passesOver?.(map)) continue;
    const judged: JudgedMap<Args> = map.map.mapping === undefined ? { args: undefined, open: [] } : judge(map);
    open.push(...judged.open);
    if (!map.isWhole) open.push(missing('mapDefinitions', 'mapping'));
    if (judged.args !== undefined) findings.push(finding(map.subject, judged.args));
    if (judged.args !== undefined || (map.isWhole && judged.open.length === 0)) checked += 1;
  }
  return { kind: 'judged', checked, findings: onePerSubject(findings, merge), missing: open };
}

/** What a rule says about one pair of tables: the fields that are wrong, by name. */
export interface JudgedLeg {
  readonly fields: readonly string[];
  readonly open?: readonly MissingFact[];
}

/** The args of findings about fields. */
export type FieldArgs = { readonly fields: readonly string[] };

/** {@link judgeMaps} for rules that find fields. */
export function judgeFields(
  definitions: Definitions,
  context: Deriving,
  judge: (leg: ReadLeg, map: ReadMap) => JudgedLeg,
  options: Omit<JudgeMapsOptions<FieldArgs>, 'merge'> = {},
): Verdict<FieldArgs> {
  const judgeMap = (map: ReadMap): JudgedMap<FieldArgs> => {
    const judged = map.legs.map((leg) => judge(leg, map));
    const fields = [...new Set(judged.flatMap((leg) => leg.fields))];
    return { args: fields.length > 0 ? { fields } : undefined, open: judged.flatMap(({ open = [] }) => open) };
  };
  const merge = (a: FieldArgs, b: FieldArgs): FieldArgs => ({ fields: [...new Set([...a.fields, ...b.fields])] });
  return judgeMaps(definitions, context, judgeMap, { ...options, merge });
}

const noMap = 'there is no saved map';

/** Why a rule about saved maps has nothing to check, as far as a complete list of them shows. */
export function whyNoMap({
  mapDefinitions,
}: {
  readonly mapDefinitions?: Definitions | undefined;
}): string | undefined {
  return mapDefinitions?.length === 0 ? noMap : undefined;
}

/** Says that the direction, a transform, a filter or another part of a mapping must be known. */
export const unreadMapping: MissingFact = /* @__PURE__ */ missing('mapDefinitions', 'mapping');
