import type { CleanupStep } from './cleanup-step.js';
import type { CleanupTarget, StaleFields, StaleProject } from './cleanup-target.js';
import { countOfOthers, isNamed, namedInFinops, projectInWords, rowInWords, rowsInWords } from './targets-in-words.js';

/** How project configurations are deleted in any environment. The entity holds nothing else. */
export function excelSteps(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const deletions = targets.flatMap((target) => {
    if (target.type === 'project-configuration') return deletionsOf(target);
    if (!isNamed(target) || namedInFinops(target) === '') return [];
    return [
      `Look at the rows with ${namedInFinops(target)}, and delete only those of which you made sure that they are left over; keep the others.`,
    ];
  });
  if (deletions.length === 0) return [];
  return [
    {
      title: 'Delete the rows with the Excel add-in',
      details: [
        'Open the Excel add-in in design mode, connect it to finance and operations, and add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, InternalEntityName, ExternalEntityName, ExternalEnvironmentUrl and IsDelete.',
        'Keep a copy of these columns: it is your record of the original rows. Do not copy other columns, because two of them are connection strings.',
        ...deletions,
        'Leave every other row. Select Publish, refresh, and check that the rows are gone.',
      ],
      performedBy: ['finops-system-administrator'],
      destroys: 'The configuration rows that are deleted. Deleting those of a running map ends its synchronization.',
    },
  ];
}

function deletionsOf(target: StaleProject): readonly string[] {
  const project = projectInWords(target.projectName);
  if (target.rows === null) {
    const messages = target.findings.map(({ message }) => message).join('; ');
    return [
      `Of the rows with ${project}, delete only those that the finding describes (${messages}). The report does not list them; make it again with this version to see each row.`,
    ];
  }
  const others = countOfOthers(target) ?? 0;
  return [
    ...target.rows.map(
      (row) => `Delete the ${rowsInWords(row.rows)} with ${projectInWords(row.projectName)}, ${rowInWords(row)}.`,
    ),
    ...(others === 0 ? [] : [`Keep the other ${others === 1 ? 'row' : rowsInWords(others)} with ${project}.`]),
  ];
}

/** What can be done about field configurations without a project where the database cannot be reached. */
export function fieldSteps(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const fields = targets.filter((target): target is StaleFields => target.type === 'field-configuration');
  if (fields.length === 0) return [];
  return [
    {
      title: 'Give the field configurations their project again, or have them deleted',
      details: [
        ...fields.map(
          ({ projectName, rows }) =>
            `${rows === null ? 'Rows' : rowsInWords(rows)} of DUALWRITEPROJECTFIELDCONFIGURATION with ${projectInWords(projectName)}.`,
        ),
        'The Excel add-in does not show them: its entity starts from the project configurations, and these rows have none.',
        'If the project is that of a map that you need, run the map on the Dual-write page: that writes the project configuration again.',
        'Otherwise delete the rows in the database where it can be reached, as the last option of this plan describes. In production, open a support request with the project names.',
      ],
      performedBy: ['finops-system-administrator', 'microsoft-support'],
      destroys: null,
    },
  ];
}
