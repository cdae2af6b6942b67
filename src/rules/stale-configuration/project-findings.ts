import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

type ProjectConfiguration = Facts['projectConfigurations'][number];

/** What is wrong with one row; `address` is the host that it names, where that decides. */
export interface RowProblem<Cause extends string> {
  readonly causes: readonly Cause[];
  readonly address?: string | undefined;
}

/** What is wrong with the rows of one project, put together. A map leaves two rows, and both have the same project name. */
export interface ProjectProblem<Cause extends string> {
  readonly subject: Subject;
  readonly args: ProjectArgs<Cause>;
  readonly addresses: string[];
}

/** What a finding about a project says in any case. */
export type ProjectArgs<Cause extends string> = {
  causes: Cause[];
  /** How many rows the finding is about. */
  rows: number;
  /** How many rows have this project name. Those that the finding is not about are not to be touched. */
  rowsOfProject: number;
  /** The table and the entity of each row that the finding is about. */
  maps: string[];
};

/**
 * Looks at each row once and puts together what is wrong with those of one project.
 *
 * @returns for each row, by its place, what is wrong with its project, where something is wrong with the row itself
 */
export function problemsByProject<Cause extends string>(
  rows: readonly ProjectConfiguration[],
  problemOf: (row: ProjectConfiguration, index: number) => RowProblem<Cause> | undefined,
): readonly (ProjectProblem<Cause> | undefined)[] {
  const counts = new Map<string, number>();
  const gathered = new Map<string, { row: ProjectConfiguration; problem: RowProblem<Cause> }[]>();
  const keys = rows.map((row, index) => {
    const key = projectId(row).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const problem = problemOf(row, index);
    if (problem === undefined) return undefined;
    const others = gathered.get(key);
    if (others === undefined) gathered.set(key, [{ row, problem }]);
    else others.push({ row, problem });
    return key;
  });
  const byProject = new Map(
    [...gathered].map(([key, members]) => {
      const [id = ''] = distinct(members.map(({ row }) => projectId(row)));
      const maps = distinct(members.map(({ row }) => pairOf(row)));
      const problem: ProjectProblem<Cause> = {
        subject: { kind: 'project-configuration', id, name: maps[0] },
        args: {
          causes: distinct(members.flatMap(({ problem }) => problem.causes)),
          rows: members.length,
          rowsOfProject: counts.get(key) ?? 0,
          maps,
        },
        addresses: distinct(members.flatMap(({ problem }) => problem.address ?? [])),
      };
      return [key, problem];
    }),
  );
  return keys.map((key) => (key === undefined ? undefined : byProject.get(key)));
}

/** The project as a message names it, with how many of its rows the message is about. */
export function projectInWords({ rows, rowsOfProject, maps }: ProjectArgs<string>, { id, name }: Subject): string {
  const more = maps.length > 1 ? ` and ${maps.length - 1} more` : '';
  const project = id === name ? `without a name (${name}${more})` : `${id} (${name}${more})`;
  return `the project configuration ${project}${rowsOfProject === 1 ? '' : `, ${rows} of ${rowsOfProject} rows`}`;
}

/** The name of the project or, where that is blank, the table and the entity. */
function projectId(row: ProjectConfiguration): string {
  return isBlank(row.projectName) ? pairOf(row) : row.projectName.trim();
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
  const byKey = new Map<string, Text>();
  for (const text of [...new Set(texts)].sort())
    if (!byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text);
  return [...byKey.values()];
}
