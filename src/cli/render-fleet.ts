import { err, ok, type Result } from 'neverthrow';
import type { FleetReport } from '../report/fleet.js';
import { markdownFleet, prettyFleet } from '../reporters/fleet.js';
import { toJson } from '../reporters/json.js';
import type { Format } from './render-report.js';

/** The reports of many environments in the format asked for, or why it has none for them. */
export function renderFleet(
  fleet: FleetReport,
  { format, color }: { readonly format: Format; readonly color: boolean },
): Result<string, string> {
  switch (format) {
    case 'json':
      return ok(toJson(fleet));
    case 'pretty':
      return ok(prettyFleet(fleet, { color }));
    case 'markdown':
      return ok(markdownFleet(fleet));
    default:
      return err(
        `--format ${format}: many environments are shown as pretty, json or markdown; check one at a time for ${format}`,
      );
  }
}
