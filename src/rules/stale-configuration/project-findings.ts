import type { JsonObject } from 'type-fest';
import { byCodeUnits } from '../../facts/by-code-units.js';
import { groupsBy } from '../../facts/groups-by.js';
import { hostKey, isBlank } from '../../facts/keys.js';
import { oncePerText } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { mayBeAmong } from '../../facts/tail-of.js';
import { finding, type MissingFact, onePerSubject, type Subject, type Verdict } from '../verdict.js';

type ProjectConfiguration = Facts['projectConfigurations'][number];

/** What is wrong with one row; `address` is the host that it names, where it matters. */
export interface RowProblem<Cause extends string> {
  readonly causes: readonly Cause[];
  readonly address?: string | undefined;
}

/** What is wrong with the rows of one project, put together. A map leaves two rows, and both have the same project name. */
interface ProjectProblem<Cause extends string> {
  readonly subject: Subject;
  readonly args: ProjectArgs<Cause>;
  readonly addresses: string[];
}

/** What a finding about a project says in any case. */
export type ProjectArgs<Cause extends string> = {
  causes: Cause[];
  /** How many rows the finding is about. */
  rows: number;
  /** How many rows have this project name. The rows that the finding is not about must not be touched. */
  rowsOfProject: number;
  /** The table and the entity of each row that the finding is about. */
  maps: string[];
  /** Those rows, so that a plan names them and no other row of the project. */
  configurations: StaleConfiguration<Cause>[];
};

/** Rows that are equal in everything by which a person distinguishes them, and why they are stale. */
export type StaleConfiguration<Cause extends string> = {
  /** Blank where the row has no project name. */
  projectName: string;
  finopsEntity: string;
  dataverseTable: string;
  /** The host of the address, `''` where that is blank, `null` where it cannot be read. */
  address: string | null;
  causes: Cause[];
  /** How many rows are like this. */
  rows: number;
};

/**
 * Judges each row and makes one finding for all rows of a project that something is wrong with.
 *
 * @param judge - answers `undefined` when a row is fine, what is wrong with it, or what is missing to decide it
 */
export function judgeProjects<Cause extends string, Args extends ProjectArgs<Cause>>(
  rows: readonly ProjectConfiguration[],
  judge: (row: ProjectConfiguration, index: number) => RowProblem<Cause> | MissingFact | undefined,
  argsOf: (problem: ProjectProblem<Cause>) => Args,
): JudgedProjects<Args> {
  const projects = new Map<string, Member<Cause>[]>();
  const missing: MissingFact[] = [];
  rows.forEach((row, index) => {
    const answer = judge(row, index);
    if (answer === undefined) return;
    if ('kind' in answer) {
      missing.push(answer);
      return;
    }
    const key = projectKey(row);
    const members = projects.get(key);
    if (members === undefined) projects.set(key, [{ row, problem: answer }]);
    else members.push({ row, problem: answer });
  });
  const rowsOf = countRows(rows, projects);
  const hostOf = oncePerText(hostKey);
  const findings = Array.from(projects, ([key, members]) => {
    const problem = together(members, rowsOf.get(key) ?? members.length, hostOf);
    return finding(problem.subject, argsOf(problem));
  });
  return { kind: 'judged', checked: rows.length - missing.length, findings: onePerSubject(findings), missing };
}

type JudgedProjects<Args extends JsonObject> = Extract<Verdict<Args>, { readonly kind: 'judged' }>;

/** How many rows each of these projects has, by its key. */
function countRows(
  rows: readonly ProjectConfiguration[],
  projects: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (projects.size === 0) return counts;
  const mayBeIn = mayBeAmong(projects.keys());
  rows.forEach((row) => {
    if (!mayBeIn(row.projectName)) return; // most rows: to make a key takes longer
    const key = projectKey(row);
    if (projects.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}

/** The host that an address names. */
type HostOf = (url: string) => string | undefined;

type Member<Cause extends string> = { readonly row: ProjectConfiguration; readonly problem: RowProblem<Cause> };

function together<Cause extends string>(
  members: readonly Member<Cause>[],
  rowsOfProject: number,
  hostOf: HostOf,
): ProjectProblem<Cause> {
  const [id = ''] = distinct(members.map(({ row }) => projectId(row)));
  const maps = distinct(members.map(({ row }) => pairOf(row)));
  return {
    subject: { kind: 'project-configuration', id, name: maps[0] },
    args: {
      causes: distinct(members.flatMap(({ problem }) => problem.causes)),
      rows: members.length,
      rowsOfProject,
      maps,
      configurations: configurationsOf(members, hostOf),
    },
    addresses: distinct(members.flatMap(({ problem }) => problem.address ?? [])),
  };
}

/** The rows, equal ones counted; in what order they come decides nothing. */
function configurationsOf<Cause extends string>(
  members: readonly Member<Cause>[],
  hostOf: HostOf,
): StaleConfiguration<Cause>[] {
  const all = members.map(
    ({ row: { projectName, finopsEntity, dataverseTable, externalUrl }, problem: { causes } }) => ({
      projectName: projectName.trim(),
      finopsEntity: finopsEntity.trim(),
      dataverseTable: dataverseTable.trim(),
      address: isBlank(externalUrl) ? '' : (hostOf(externalUrl) ?? null),
      causes: [...causes],
      rows: 1,
    }),
  );
  if (all.length === 1) return all; // most projects
  const sorted = all.map((one) => ({ one, text: JSON.stringify(one) })).sort((a, b) => byCodeUnits(a.text, b.text));
  return [...groupsBy(sorted, ({ text }) => text.toLowerCase()).values()].map((equal) => ({
    ...equal[0].one,
    rows: equal.length,
  }));
}

/** The project as a message names it, with how many of its rows the message is about. */
export function projectInWords({ rows, rowsOfProject, maps }: ProjectArgs<string>, { id, name }: Subject): string {
  const more = maps.length > 1 ? ` and ${maps.length - 1} more` : '';
  const project = id === name ? `without a name (${name}${more})` : `${id} (${name}${more})`;
  return `the project configuration ${project}${rowsOfProject === 1 ? '' : `, ${rows} of ${rowsOfProject} rows`}`;
}

/** The name of the project or, where that is blank, the table and the entity. */
function projectId(row: ProjectConfiguration): string {
  return row.projectName.trim() || pairOf(row);
}

/** What rows of one project share, whatever the letter case of its name. */
function projectKey(row: ProjectConfiguration): string {
  return projectId(row).toLowerCase();
}

/** The two sides of a configuration row, the table first. */
export function pairOf({
  dataverseTable,
  finopsEntity,
}: Pick<ProjectConfiguration, 'dataverseTable' | 'finopsEntity'>) {
  return `${dataverseTable.trim()} - ${finopsEntity.trim()}`;
}

/** Each text once, letter case aside, in code-unit order. */
function distinct<Text extends string>(texts: readonly Text[]): Text[] {
  if (texts.length < 2) return [...texts];
  const byKey = new Map<string, Text>();
  for (const text of [...new Set(texts)].sort())
    if (!byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text);
  return [...byKey.values()];
}
