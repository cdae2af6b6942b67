import type { CommandDefinition, Groups } from '../define-command.js';
import { activity } from './activity.js';
import { activityPlan } from './activity-plan.js';
import { alertsReplay } from './alerts-replay.js';
import { baseline } from './baseline.js';
import { capture } from './capture.js';
import { check } from './check.js';
import { cleanup } from './cleanup.js';
import { compare } from './compare.js';
import { completion } from './completion.js';
import { demo } from './demo.js';
import { diagnose } from './diagnose.js';
import { errorsMarkSent } from './errors-mark-sent.js';
import { errorsPlan } from './errors-plan.js';
import { errorsReport } from './errors-report.js';
import { errorsSummary } from './errors-summary.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { mapsBackup } from './maps-backup.js';
import { mapsDiff } from './maps-diff.js';
import { mapsExport } from './maps-export.js';
import { mapsGuide } from './maps-guide.js';
import { mapsLint } from './maps-lint.js';
import { mapsList } from './maps-list.js';
import { mapsPlan } from './maps-plan.js';
import { mapsUse } from './maps-use.js';
import { mapsVerify } from './maps-verify.js';
import { rules } from './rules.js';
import { show } from './show.js';
import { urls } from './urls.js';
import { workbench } from './workbench.js';

/** All commands, in the order of the help. */
export const commands: readonly CommandDefinition[] = [
  show,
  check,
  capture,
  urls,
  init,
  rules,
  compare,
  baseline,
  diagnose,
  explain,
  cleanup,
  activity,
  activityPlan,
  errorsSummary,
  errorsPlan,
  errorsMarkSent,
  errorsReport,
  alertsReplay,
  mapsList,
  mapsDiff,
  mapsLint,
  mapsExport,
  mapsPlan,
  mapsBackup,
  mapsVerify,
  mapsUse,
  mapsGuide,
  demo,
  workbench,
  completion,
];

/** The first words of commands that belong together and are not commands themselves. */
export const groups: Groups = {
  errors: {
    summary: 'sync errors of dual-write async: summary, plan, mark-sent, report',
    description:
      'Sync errors of dual-write async, from a JSON Lines file with one row per line. A preview feature of Microsoft. Nothing is sent.',
  },
  alerts: { summary: 'alert settings: replay them over a log' },
  maps: { summary: 'list, compare, check, choose, move and back up table maps' },
};
