import type { CleanupPlan, CleanupStep } from './cleanup-plan.js';
import { sqlComment } from './sql-text.js';

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
export function cleanupSql({ before, finops }: CleanupPlan): string {
  const steps = finops.database;
  const parts =
    steps.length === 0
      ? [comments(['There are no known leftovers in the database of finance and operations.'])]
      : [comments(introduction), ...before.map(headOf), ...steps.map(stepOf)];
  return `${parts.join('\n\n')}\n`;
}

const introduction = [
  'Deletes stale dual-write configuration from the database of finance and operations.',
  'Never run this against production. It is for development and sandbox databases; everywhere else, use the Excel add-in.',
  'Read every statement before you run it.',
  'Unless it is edited, this script changes nothing: it ends with ROLLBACK TRANSACTION.',
  'Runtime configurations of Dataverse are not in this database: delete them in the Power Apps maker portal.',
];

function stepOf(step: CleanupStep): string {
  return [headOf(step), ...(step.statements ?? [])].join('\n\n');
}

function headOf({ title, details, destroys }: CleanupStep): string {
  return comments([`${title}.`, ...details.map((detail) => `- ${detail}`), `Lost by this: ${destroys ?? 'nothing.'}`]);
}

function comments(lines: readonly string[]): string {
  return lines.map(sqlComment).join('\n');
}
