import type { CleanupPlan } from './cleanup-plan.js';
import type { CleanupStep } from './cleanup-step.js';
import type { KeptFinding } from './cleanup-target.js';
import { sqlComment } from './sql-text.js';
import { acceptedInWords } from './targets-in-words.js';

/**
 * The statements of a plan as one script for SQL Server, to be reviewed and run by a person on a development database, with the effect
 * and the loss of each step as comments. Unless it is edited, it changes nothing: it ends with `ROLLBACK TRANSACTION`. Names from
 * outside cannot end a literal or a comment.
 *
 * @example
 * ```ts
 * await writeFile('cleanup.sql', cleanupSql(cleanupPlan(report)));
 * ```
 * @public
 */
export function cleanupSql({ before, finops, kept, inTheWay, unknowns }: CleanupPlan): string {
  const steps = finops.database;
  const parts = [
    ...(unknowns.length === 0 ? [] : [comments(['Rules without a complete answer:', ...unknowns.map(unknownInWords)])]),
    ...(inTheWay.length === 0 ? [] : [comments([inTheWayInWords, ...inTheWay.map(findingInWords)])]),
    ...(kept.length === 0 ? [] : [comments(['Accepted, and therefore kept:', ...kept.map(keptInWords)])]),
    ...(steps.length === 0
      ? [comments(['There are no known leftovers in the database of finance and operations.'])]
      : [comments(introduction), ...before.map(headOf), ...steps.map(stepOf)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const introduction = [
  'Deletes stale dual-write configuration from the database of finance and operations.',
  'Never run this against production: its database cannot be reached. It is for development and sandbox databases; everywhere else, use the Excel add-in.',
  'Read every statement before you run it.',
  'Unless it is edited, this script changes nothing: it ends with ROLLBACK TRANSACTION.',
  'Runtime configurations of Dataverse are not in this database: delete them in the Power Apps maker portal.',
];

const inTheWayInWords =
  'Nothing is deleted, because rows are judged by the link, and the link has to be corrected first:';

function unknownInWords({ code, because }: CleanupPlan['unknowns'][number]): string {
  return `- ${code}: ${because}`;
}

function findingInWords({ code, message }: CleanupPlan['inTheWay'][number]): string {
  return `- ${code}: ${message}`;
}

function keptInWords(finding: KeptFinding): string {
  const { alsoFoundBy } = finding;
  const others = alsoFoundBy.length === 0 ? '' : `; ${alsoFoundBy.join(', ')} names rows of it too`;
  return `${findingInWords(finding)} (${acceptedInWords(finding)}${others})`;
}

function stepOf(step: CleanupStep): string {
  return [headOf(step), ...(step.statements ?? [])].join('\n\n');
}

function headOf({ title, details, destroys }: CleanupStep): string {
  return comments([`${title}.`, ...details.map((detail) => `- ${detail}`), `Lost by this: ${destroys ?? 'nothing.'}`]);
}

function comments(lines: readonly string[]): string {
  return lines.map(sqlComment).join('\n');
}
