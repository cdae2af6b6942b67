import type { JsonValue } from 'type-fest';
import type { ReportedFinding } from '../engine/outcome.js';
import { isRecord } from '../engine/settings.js';
import { groupsBy } from '../facts/groups-by.js';
import { guidKey, nameKey, projectKeys, tableKeys } from '../facts/keys.js';
import type { SubjectKind } from '../rules/verdict.js';
import { type MapSides, type NamedThings, sidesOf } from './named-things.js';
import { keysOfKnown, keysOfNamed, wordsOfKnown, wordsOfNamed } from './same-entity.js';

/**
 * What a finding is about, as far as messages name such things.
 * @public
 */
export type NamedKind = 'maps' | 'projects' | 'companies' | 'teams' | 'solutions';

/** A finding with what it is about; of no kind if it is about the environment as a whole. */
export interface KnownFinding {
  readonly finding: ReportedFinding;
  readonly kinds: readonly NamedKind[];
}

/** How findings relate to what a message names. */
export interface Relations {
  /** About what is named, or about the environment as a whole. */
  readonly same: readonly KnownFinding[];
  /** About a map whose name has words in common with what is named. */
  readonly similar: readonly KnownFinding[];
  /** Whether there are findings about things of a kind of which the message names none. */
  readonly hasUnnamed: boolean;
  /** Whether there are findings about other things than what is named. */
  readonly hasOther: boolean;
}

/** Findings that are found by what they are about, without looking at all of them. */
export interface FindingIndex {
  readonly relate: (named: NamedThings) => Relations;
  /** What the findings are about, in a fixed order. */
  readonly kinds: readonly NamedKind[];
  /** Whether a finding is about this id or code. */
  readonly knows: (id: string) => boolean;
}

type Keys = ReadonlySet<string>;

/** What a map is compared by; a side that is not known has no keys. */
interface MapKeys {
  readonly tables: Keys;
  readonly entities: Keys;
  /** Of the entity, where code may name it. */
  readonly words: Keys;
  /** The keys are those of one name, and one of them is enough. */
  readonly isEitherSide?: true;
}

/** What a finding is about, or what a message names. */
interface Compared {
  readonly kinds: readonly NamedKind[];
  readonly maps: readonly MapKeys[];
  /** Tables that are looked up, and the maps that another one depends on. */
  readonly lookups: readonly MapKeys[];
  readonly others: Readonly<Record<(typeof otherKinds)[number], Keys>>;
  readonly ids: Keys;
}

const otherKinds = ['projects', 'companies', 'teams', 'solutions'] as const;
const namedKinds = ['maps', ...otherKinds] as const satisfies readonly NamedKind[];

type Indexed = KnownFinding & Compared;

/** Prepares findings to be compared with what messages name. */
export function indexFindings(findings: readonly ReportedFinding[]): FindingIndex {
  const all = findings.map((finding): Indexed => ({ finding, ...comparedFinding(finding) }));
  const byKey = new Map<string, Set<Indexed>>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const others = byKey.get(key) ?? new Set();
      byKey.set(key, key.startsWith(byWord) && others.size >= mostSimilar ? others : others.add(one));
    }
  }
  const general = all.filter(({ kinds }) => kinds.length === 0);
  const groups = [...groupsBy(all, ({ kinds }) => kinds.join()).values()].filter(([{ kinds }]) => kinds.length > 0);
  return {
    kinds: namedKinds.filter((kind) => groups.some(([{ kinds }]) => kinds.includes(kind))),
    knows: (id) => byKey.has(`ids ${guidKey(id)}`),
    relate: (named) => {
      const message = comparedMessage(named);
      const candidates = new Set([...keysOf(message)].flatMap((key) => [...(byKey.get(key) ?? [])]));
      const same: Indexed[] = [];
      const similar: Indexed[] = [];
      for (const one of candidates) {
        const relation = relationOf(message, one);
        if (relation === 'same') same.push(one);
        if (relation === 'similar') similar.push(one);
      }
      const families = new Set(message.kinds.map(familyOf));
      const matched = groupsBy([...same, ...similar], ({ kinds }) => kinds.join());
      const rest = groups.filter((group) => group.length > (matched.get(group[0].kinds.join())?.length ?? 0));
      const isNamed = ([{ kinds }]: readonly [Indexed, ...Indexed[]]) =>
        kinds.some((kind) => families.has(familyOf(kind)));
      return {
        same: [...general, ...same],
        similar,
        hasUnnamed: rest.some((group) => !isNamed(group)),
        hasOther: rest.some(isNamed),
      };
    },
  };
}

/** A project is that of a map: a message that names a map by its sides does not leave open which one it means. */
function familyOf(kind: NamedKind): NamedKind {
  return kind === 'projects' ? 'maps' : kind;
}

type Relation = 'same' | 'similar' | 'other';

/** A finding is about what is named if everything that both have is the same: of two projects of one map, one may be correct. */
function relationOf(message: Compared, finding: Compared): Relation {
  for (const kind of otherKinds) {
    const [named, known] = [message.others[kind], finding.others[kind]];
    if (named.size > 0 && known.size > 0 && !haveCommon(named, known)) return 'other';
  }
  // Without maps, something else is the same: what has nothing in common is not compared.
  return relationOfMaps(message, finding) ?? 'same';
}

/** The best of all, if both have maps. */
function relationOfMaps(message: Compared, finding: Compared): Relation | undefined {
  const relations = [
    ...message.maps.flatMap((named) => finding.maps.map((known) => relationOfMap(named, known))),
    ...message.lookups.flatMap((named) => finding.lookups.map((known) => relationOfMap(named, known))),
  ];
  return (['same', 'similar', 'other'] as const).find((relation) => relations.includes(relation));
}

function relationOfMap(named: MapKeys, known: MapKeys): Relation {
  if (named.isEitherSide) {
    return haveCommon(named.tables, known.tables) || haveCommon(named.entities, known.entities) ? 'same' : 'other';
  }
  const hasTables = named.tables.size > 0 && known.tables.size > 0;
  const hasEntities = named.entities.size > 0 && known.entities.size > 0;
  if (hasTables && !haveCommon(named.tables, known.tables)) return 'other';
  if (!hasEntities) return hasTables ? 'same' : 'other';
  if (haveCommon(named.entities, known.entities)) return 'same';
  const isSimilar = haveCommon(named.words, known.words);
  if (hasTables && named.words.size > 0) return isSimilar ? 'same' : 'similar';
  return isSimilar ? 'similar' : 'other';
}

function haveCommon(a: Keys, b: Keys): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** A word in common is only a hint, so a few findings that share one are enough, and a common word costs no more than a rare one. */
const byWord = 'word';
const mostSimilar = 20;

/** Everything by which a finding and a message can have something in common. */
function* keysOf({ maps, lookups, others, ids }: Compared): Iterable<string> {
  for (const [place, all] of [
    ['maps', maps],
    ['lookups', lookups],
  ] as const) {
    for (const { tables, entities, words } of all) {
      for (const key of tables) yield `${place} table ${key}`;
      for (const key of entities) yield `${place} entity ${key}`;
      for (const key of words) yield `${byWord} ${place} ${key}`;
    }
  }
  for (const kind of otherKinds) for (const key of others[kind]) yield `${kind} ${key}`;
  for (const key of ids) yield `ids ${key}`;
}

function comparedMessage({ maps, lookups, projects, companies, teams, solutions, ids }: NamedThings): Compared {
  const others = {
    projects: new Set(projects.flatMap((project) => keysOfProject(project, ['named', 'known']))),
    companies: new Set(companies.map(nameKey)),
    teams: new Set(teams.map(guidKey)),
    solutions: new Set(solutions.map(nameKey)),
  };
  return {
    kinds: kindsOf(maps.length > 0, others),
    maps: maps.map(keysOfNamedMap),
    lookups: lookups.map(keysOfNamedMap),
    others,
    ids: new Set(ids.map(guidKey)),
  };
}

const mapKinds: ReadonlySet<SubjectKind> = new Set(['runtime-configuration', 'project-configuration', 'entity-map']);

function comparedFinding({ subject, args }: ReportedFinding): Compared {
  const { kind, id, name } = subject;
  const names = name === undefined ? [id] : [id, name];
  const isProject = kind === 'project-configuration' || kind === 'field-configuration';
  const projects = [...(isProject ? [id] : []), ...textsIn(args.projectName)];
  const others = {
    projects: new Set(projects.flatMap((project) => keysOfProject(project, ['known', 'named']))),
    companies: new Set([...(kind === 'company' ? names : []), ...textsIn(args.companies)].map(nameKey)),
    teams: new Set([...(kind === 'team' ? names : []), ...textsIn(args.missingTeams)].map(guidKey)),
    solutions: new Set(valuesIn(args.unmet, 'solution').map(nameKey)),
  };
  const maps = mapKinds.has(kind) ? [...(name === undefined ? [id] : [name]), ...textsIn(args.maps)] : [];
  return {
    kinds: kindsOf(maps.length > 0, others),
    maps: [...new Set(maps)].map(keysOfKnownMap),
    lookups: valuesIn(args.dependencies, 'name').map(keysOfKnownMap),
    others,
    ids: new Set([
      ...names.map(guidKey),
      ...projects.flatMap((project) => projectKeys(project).parts.slice(1)),
      ...others.companies,
      ...others.teams,
    ]),
  };
}

function kindsOf(hasMaps: boolean, others: Compared['others']): readonly NamedKind[] {
  return [...(hasMaps ? (['maps'] as const) : []), ...otherKinds.filter((kind) => others[kind].size > 0)];
}

/** A bare GUID names every project in whose name it is; two whole names share the GUID of their link, and must be equal. */
function keysOfProject(
  name: string,
  [own, others]: readonly ['named' | 'known', 'named' | 'known'],
): readonly string[] {
  const { key, parts } = projectKeys(name);
  return parts.length === 0 ? [key, `${own} ${key}`] : [key, ...parts.map((part) => `${others} ${part}`)];
}

function keysOfNamedMap({ finopsEntity = '', dataverseTable = '', eitherSide }: MapSides): MapKeys {
  if (eitherSide !== undefined) {
    const [tables, entities] = [new Set(tableKeys(eitherSide)), new Set(keysOfNamed(eitherSide))];
    return { tables, entities, words: new Set(), isEitherSide: true };
  }
  return {
    tables: new Set(dataverseTable === '' ? [] : tableKeys(dataverseTable)),
    entities: new Set(finopsEntity === '' ? [] : keysOfNamed(finopsEntity)),
    words: new Set(wordsOfNamed(finopsEntity)),
  };
}

function keysOfKnownMap(name: string): MapKeys {
  const { finopsEntity = '', dataverseTable = '' } = sidesOf(name);
  return {
    tables: new Set(dataverseTable === '' ? [] : [nameKey(dataverseTable)]),
    entities: new Set(finopsEntity === '' ? [] : keysOfKnown(finopsEntity)),
    words: new Set(wordsOfKnown(finopsEntity)),
  };
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return itemsOf(value).filter((one) => typeof one === 'string');
}

/** The texts under one name in a list of objects. */
function valuesIn(value: JsonValue | undefined, name: string): readonly string[] {
  return itemsOf(value)
    .filter(isRecord)
    .map((one) => one[name])
    .filter((one) => typeof one === 'string');
}

function itemsOf(value: JsonValue | undefined): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
