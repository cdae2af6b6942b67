import { tool } from '../../report/tool.js';
import type { MarkedRequest, MarkedRequests } from '../../sync-errors/mark-requests.js';
import { syncErrorPreview } from '../../sync-errors/sync-error-preview.js';
import { given, list, notice, paragraph, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Item } from '../document.js';
import { code, items, name } from '../inlines.js';
import { capitalized, counted, countedDo } from '../words.js';
import { whatToDo } from './what-to-do.js';

/**
 * What was recorded of a request plan that somebody has sent by hand, or why nothing was recorded.
 *
 * Dual-write async is a preview feature of Microsoft. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(markedRequestsDocument(marked)));
 * ```
 * @public
 */
export function markedRequestsDocument(marked: MarkedRequests): DocumentModel {
  const { job, action, status, rowsFile, missingRows, requests, fault } = marked;
  const heading = headingOf(marked);
  const missing = `${countedDo(missingRows, 'row', 'of the plan is', 'of the plan are')} no longer in the file.`;
  return {
    title: `${heading} – ${job}`,
    header: 'Recorded requests of dual-write async',
    noun: 'requests',
    heading,
    subject: name(job),
    mark: fault === undefined ? 'passed' : 'error',
    summary: [
      paragraph(['Beside ', name(rowsFile), ': plans leave out the rows of requests that wait or run.'], 'lead'),
      notice('inconclusive', syncErrorPreview),
      ...when(missingRows > 0, () => notice('warning', missing)),
    ],
    blocks: [
      ...given(fault, obstacle),
      list(
        requests.map((request): Item => ({ text: requestInWords(request, action, status) })),
        'request',
      ),
    ],
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

function headingOf({ requests, fault }: MarkedRequests): string {
  if (fault !== undefined) return 'Nothing was recorded';
  const changed = requests.filter(({ outcome }) => outcome !== 'already-recorded');
  const [number, known] = [changed.length, requests.length - changed.length];
  if (number === 0) return `Nothing to record: ${countedDo(known, 'request', 'is', 'are')} already recorded`;
  const before = known === 0 ? '' : `, ${known} already recorded`;
  return `${countedDo(number, 'request', 'was', 'were')} recorded${before}`;
}

function obstacle({ because, whatToDo: advice, recordIds = [] }: NonNullable<MarkedRequests['fault']>): Block {
  const rows = when(recordIds.length > 0, (): Item => ({ text: ['Rows: ', items(recordIds.map(code), 'row')] }));
  return list(
    [
      {
        mark: 'error',
        text: capitalized(because),
        items: [...rows, ...given(advice, (text): Item => ({ text: whatToDo(text) }))],
      },
    ],
    'reason',
  );
}

function requestInWords(
  { id, rows, outcome }: MarkedRequest,
  action: MarkedRequests['action'],
  status: MarkedRequests['status'],
): Inline {
  const words = {
    recorded: `recorded as ${statusInWords[status]}`,
    updated: `recorded as ${statusInWords[status]}`,
    'already-recorded': 'already recorded, nothing has changed',
  } as const;
  return [`${capitalized(action)} ${counted(rows, 'row')}, as `, code(id), `: ${words[outcome]}`];
}

const statusInWords = { queued: 'waiting or running', completed: 'completed', failed: 'failed' } as const;
