import { guidKey, nameKey } from '../facts/keys.js';
import { mapName } from '../maps/map-name.js';
import type { Diagnosis } from './diagnosis.js';

/** A map by its sides, as far as they are named. */
export interface MapSides {
  readonly finopsEntity?: string | undefined;
  readonly dataverseTable?: string | undefined;
  /** A word that may be the name of either. */
  readonly eitherSide?: string | undefined;
}

/** What a message names that a finding may be about. */
export interface NamedThings {
  readonly maps: readonly MapSides[];
  /** The tables that are looked up: a map that is off may be that of one of them. */
  readonly lookups: readonly MapSides[];
  readonly projects: readonly string[];
  readonly companies: readonly string[];
  readonly teams: readonly string[];
  readonly solutions: readonly string[];
  /** Ids and codes without a word about what they are: they can confirm a finding, but not speak against it. */
  readonly ids: readonly string[];
}

/** Tables of Dataverse have lower-case names without blanks; entities of finance and operations do not. */
const table = '[a-z][a-z0-9_]{1,99}';
const isTable = new RegExp(`^${table}$`);

function isTableName(name: string): boolean {
  return isTable.test(name);
}

/** Topics whose `table` is the one that is looked up, and not the one that is written. */
const lookupTopics: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'live-sync-reference-data-missing',
  'initial-sync-lookup-not-found',
]);

/** What a message names, by what is recognized in it. Errors that wrap another one name more about the same map. */
export function namedThings(text: string, diagnoses: readonly Diagnosis[]): NamedThings {
  const captured = (name: string) => diagnoses.flatMap(({ captures }) => captures[name] ?? []);
  const projects = distinct(text.match(projectName) ?? [], nameKey);
  const maps = [...captured('maps').map(sidesOf), ...mapsIn(text.replace(projectName, ' '))];
  const sides = distinct(
    [
      ...captured('entity'),
      ...diagnoses.flatMap(({ id, captures }) => (lookupTopics.has(id) ? [] : (captures.table ?? []))),
      ...entitiesIn(text),
    ],
    nameKey,
  );
  return {
    lookups: distinct(
      diagnoses.flatMap(({ id, captures }) => (lookupTopics.has(id) ? (captures.table ?? []) : [])),
      nameKey,
    ).map((dataverseTable) => ({ dataverseTable })),
    maps: distinct(maps.length > 0 ? maps : pairUp(sides), mapLabel),
    projects,
    companies: distinct([...captured('companies'), ...captured('company')], nameKey),
    teams: distinct(captured('team'), guidKey),
    solutions: distinct(captured('solution'), nameKey),
    ids: distinct([...captured('guids'), ...(text.match(/\b[A-Z0-9]{2,4}\b/g) ?? [])], guidKey),
  };
}

/** How a map is shown by what is known of it. */
function mapLabel({ finopsEntity, dataverseTable, eitherSide }: MapSides): string {
  if (finopsEntity === undefined) return dataverseTable ?? eitherSide ?? '';
  return dataverseTable === undefined ? finopsEntity : `${finopsEntity} (${dataverseTable})`;
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Names of projects. */
export const projectName = new RegExp(`\\bDWM-${guid}-${guid}(?![0-9a-f-])`, 'gi');

const entity = String.raw`[\p{L}\p{N}][\p{L}\p{N} _/&.-]{0,79}?`;

/** The forms in which a message names a whole map. */
const mapForms = [
  // At the start of what is said about it: `Customers V3 (accounts): …`
  new RegExp(`(?:^|[\\n;|"'])\\s*(?<entity>${entity}) \\((?<table>${table})\\)\\s*:`, 'gu'),
  new RegExp(`\\b[Mm]ap (?<entity>${entity}) \\((?<table>${table})\\)`, 'gu'),
  new RegExp(`\\[(?<entity>${entity})\\]\\s*\\p{Pd}\\s*\\[(?<table>${table})\\]`, 'gu'),
  new RegExp(`[["'](?<table>${table}) \\p{Pd} (?<entity>${entity})["'\\]]`, 'gu'),
  new RegExp(`["'](?<entity>${entity}) \\p{Pd} (?<table>${table})["']`, 'gu'),
];

function mapsIn(text: string): readonly MapSides[] {
  return mapForms
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ groups: { entity, table } = {} }) => ({ finopsEntity: entity?.trim(), dataverseTable: table }));
}

/** The sides of a map by its name, in any form; a name that is in none of them counts as that of the entity. */
export function sidesOf(map: string): MapSides {
  const { entity, table } = /^(?<entity>.*) \((?<table>[^()]*)\)$/.exec(map.trim())?.groups ?? {};
  if (entity !== undefined) return { finopsEntity: entity, dataverseTable: table };
  const name = mapName(map)?.name ?? '';
  const [first = name, ...others] = name.split(' - ');
  const last = others.at(-1);
  if (last === undefined) return isTableName(first) ? { dataverseTable: first } : { finopsEntity: first };
  return isTableName(last) && !isTableName(first)
    ? { finopsEntity: [first, ...others.slice(0, -1)].join(' - '), dataverseTable: last }
    : { finopsEntity: others.join(' - '), dataverseTable: first };
}

/** Names of entities by their own form, and by the words around them. */
const entityForms = [
  /\b(?<entity>[A-Za-z]\w{2,98}Entity)\b/g,
  /\bwrites to (?<entity>[^.;:,\n]{1,100}?) failed\b/gi,
  /\b(?:external)?entityName[\\"' ]{0,6}[:=][\\"' ]{0,6}(?<entity>[^\\"',;{}\n]{1,100})/gi,
];

function entitiesIn(text: string): readonly string[] {
  return entityForms
    .flatMap((form) => [...text.matchAll(form)])
    .flatMap(({ groups: { entity } = {} }) => entity ?? [])
    .filter((name) => !/^DualWrite/i.test(name));
}

/** One table and one entity are the sides of one map; with several, it is not known which belong together. */
function pairUp(names: readonly string[]): readonly MapSides[] {
  const tables = names.filter(isTableName);
  const entities = names.filter((name) => !isTableName(name));
  const [dataverseTable] = tables;
  const [finopsEntity] = entities;
  return tables.length === 1 && entities.length === 1
    ? [{ finopsEntity, dataverseTable }]
    : names.map((name) =>
        /^[a-z\d_]+$/i.test(name) && !hasHumps(name) ? { eitherSide: name } : { finopsEntity: name },
      );
}

/** Whether words in it begin with capitals, as in names of code. */
export function hasHumps(name: string): boolean {
  return /[a-z\d][A-Z]/.test(name);
}

function distinct<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): readonly Thing[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}

const kinds = ['maps', 'projects', 'companies', 'teams', 'solutions'] as const;

/**
 * What a message names, one thing at a time: of several companies, a finding may be about one. What it names only one of belongs to all.
 */
export function oneByOne(named: NamedThings): readonly NamedThings[] {
  const several = kinds.filter((kind) => named[kind].length > 1);
  if (several.length === 0) return [named];
  const single = { ...named, ids: [], ...Object.fromEntries(several.map((kind) => [kind, []])) };
  const ofIds = named.ids.length === 0 ? [] : [{ ...nothing, ids: named.ids }];
  return [...several.flatMap((kind) => named[kind].map((one) => ({ ...single, [kind]: [one] }))), ...ofIds];
}

const nothing = { maps: [], lookups: [], projects: [], companies: [], teams: [], solutions: [] };

/** How what a message names is shown, as far as it is of these kinds. */
export function labelOf(named: NamedThings, wanted: readonly (typeof kinds)[number][]): string {
  const maps = wanted.includes('maps') ? named.maps.map(mapLabel) : [];
  const others = kinds.flatMap((kind) => (kind === 'maps' || !wanted.includes(kind) ? [] : named[kind]));
  return [...maps, ...others].join(', ');
}
