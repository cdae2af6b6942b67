import type { ActivityPlan } from '../activity/plan-activity-action.js';
import { list, notice, paragraph, when } from '../reporters/blocks.js';
import type { DocumentModel } from '../reporters/document.js';
import { activityPlanDocument } from '../reporters/documents/activity-plan-document.js';
import { counted } from '../reporters/words.js';

/** A plan of an action on a map, with what of its log was not read. */
export interface PlannedActivity {
  readonly plan: ActivityPlan;
  /** Records of the log that could not be read. */
  readonly unreadable: number;
  /** What the file lacks, or could not be understood beside its records; each a phrase. */
  readonly lacks: readonly string[];
}

/** A planned action, with what of the log could not be read. */
export function plannedActivityDocument({ plan, unreadable, lacks }: PlannedActivity): DocumentModel {
  const document = activityPlanDocument(plan);
  const rest = `${counted(unreadable, 'record')} of the log could not be read: the map may have changed since.`;
  const missing = 'Something is missing here, so the map may have changed since:';
  const notes = [
    ...when(unreadable > 0, () => paragraph(rest)),
    ...when(lacks.length > 0, () => notice('inconclusive', missing, [list([...lacks], 'reason')])),
  ];
  return { ...document, summary: [...document.summary, ...notes] };
}
