import type { Input } from './input.js';
import type { RecognizeJson } from './json-content.js';
import { activityIn } from './kinds/activity-log.js';
import { alertEventsIn } from './kinds/alert-events.js';
import { alertSettingsIn } from './kinds/alert-settings.js';
import { baseline } from './kinds/baseline.js';
import { config } from './kinds/config.js';
import { serviceError } from './kinds/error-text.js';
import { gatewayCapture } from './kinds/gateway-capture.js';
import { har } from './kinds/har.js';
import { mapBackup } from './kinds/map-backup.js';
import { mapRows } from './kinds/map-rows.js';
import { newerVersion } from './kinds/newer-version.js';
import { report } from './kinds/report.js';
import { requestPlan } from './kinds/request-plan.js';
import { comparison, result } from './kinds/result.js';
import { serviceAnswer } from './kinds/service-answer.js';
import { snapshotOrFacts } from './kinds/snapshot.js';
import { syncErrorsIn } from './kinds/sync-errors.js';
import { tableMetadataIn } from './kinds/table-metadata.js';

/** How each kind of JSON is identified; the first one that fits counts. What says its own kind is before what only its columns identify. */
export const kindsOfJson: readonly RecognizeJson[] = [
  newerVersion,
  report,
  snapshotOrFacts,
  har,
  baseline,
  comparison,
  result,
  mapBackup,
  requestPlan,
  gatewayCapture,
  mapRows,
  inDocuments(alertSettingsIn),
  inDocuments(syncErrorsIn),
  inDocuments(activityIn),
  // An address says more than the rows alone.
  (content) => (content.origin.address === undefined ? inDocuments(tableMetadataIn)(content) : undefined),
  serviceAnswer,
  inDocuments(alertEventsIn),
  config,
  serviceError,
];

/** What is identified by its values alone. */
function inDocuments(read: (documents: readonly unknown[]) => Input | undefined): RecognizeJson {
  return ({ documents, lacks }) => {
    const input = read(documents);
    return input && { ...input, lacks: [...lacks, ...input.lacks] };
  };
}
