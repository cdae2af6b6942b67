import { exitCodeFor } from '../report/exit-code.js';
import { list, notice, section, when } from '../reporters/blocks.js';
import type { Block, DocumentModel, Mark } from '../reporters/document.js';
import { activityDocument } from '../reporters/documents/activity-document.js';
import { alertReplayDocument } from '../reporters/documents/alert-replay-document.js';
import { diagnosesDocument } from '../reporters/documents/diagnoses-document.js';
import { environmentComparisonDocument } from '../reporters/documents/environment-comparison-document.js';
import { fleetDocument } from '../reporters/documents/fleet-document.js';
import { mapsDocument } from '../reporters/documents/maps-document.js';
import { reportDocument } from '../reporters/documents/report-document.js';
import { solutionPlansDocument } from '../reporters/documents/solution-plans-document.js';
import { syncErrorsDocument } from '../reporters/documents/sync-errors-document.js';
import { topicProposalsDocument } from '../reporters/documents/topic-proposals-document.js';
import { name } from '../reporters/inlines.js';
import { counted } from '../reporters/words.js';
import { explainedDocument } from './explained-document.js';
import { lacksInWords } from './lacks-in-words.js';
import { savedKind } from './saved-results.js';
import type { ShownInputs, ShownResult } from './shown-inputs.js';

/** One document of all that is shown: that of the only result, or a section for each. What was not used, and what is missing, stands above. */
export function shownInputsDocument({ inputs, results, unused }: ShownInputs): DocumentModel {
  const [first, ...more] = results;
  const notes: readonly Block[] = [
    ...unused.map((one) => notice('warning', [name(one.name ?? 'the text'), ' is not used: ', one.because])),
    ...lacking(inputs, results),
  ];
  const document = documentOf(first);
  if (more.length === 0) return { ...document, summary: [...document.summary, ...notes] };
  const documents = [document, ...more.map(documentOf)];
  const mark = worst.find((one) => documents.some((part) => part.mark === one));
  return {
    title: `${counted(documents.length, 'result')} – dual-write health`,
    header: 'Dual-write health',
    noun: 'results',
    heading: documents.map(({ heading }, index) => (index === 0 ? heading : [', ', heading])),
    ...(mark === undefined ? {} : { mark }),
    summary: notes,
    blocks: documents.map((part) =>
      section(
        part.subject === undefined ? part.heading : [part.heading, ': ', part.subject],
        [...part.summary, ...part.blocks],
        {
          mark: part.mark,
          about: [part.header],
        },
      ),
    ),
  };
}

const worst: readonly Mark[] = ['error', 'errored', 'warning', 'blocked', 'inconclusive', 'accepted', 'passed'];

/** What files lack, and the facts that were read from saved answers. */
function lacking(inputs: ShownInputs['inputs'], results: ShownInputs['results']): readonly Block[] {
  const ofFiles = inputs.flatMap(({ name: file, lacks }) =>
    lacks.map((lack) => [name(file ?? 'the text'), ': ', lack]),
  );
  const isOfAnswers = inputs.some(
    ({ kind }) => kind === 'har' || kind === 'gateway-capture' || kind === 'service-answer',
  );
  const ofFacts = isOfAnswers
    ? results.flatMap((result) => (result.kind === 'report' ? lacksInWords(result.lacks) : []))
    : [];
  return when(ofFiles.length + ofFacts.length > 0, () =>
    notice('inconclusive', 'Not all is there:', [list([...ofFiles, ...ofFacts], 'gap')]),
  );
}

function documentOf(result: ShownResult): DocumentModel {
  switch (result.kind) {
    case 'report':
      return reportDocument(result.report, { explanations: result.explanations });
    case 'fleet':
      return fleetDocument(result.fleet);
    case 'diagnoses':
      return diagnosesDocument(result.diagnoses);
    case 'topic-proposals':
      return topicProposalsDocument(result.words, result.proposals);
    case 'sync-errors':
      return syncErrorsDocument(result.summary);
    case 'activity':
      return activityDocument(result.replay);
    case 'alert-replay':
      return alertReplayDocument(result.replay);
    case 'map-list':
      return mapsDocument(result.maps);
    case 'maps':
      return environmentComparisonDocument(result.comparison);
    case 'solution-plans':
      return solutionPlansDocument(result.plans);
    case 'explained':
      return explainedDocument(result.explained);
    case 'saved':
      return result.document;
  }
}

/** The JSON that the command for it writes. */
export function jsonOfResult(result: ShownResult): object {
  switch (result.kind) {
    case 'report':
      return result.explanations === undefined
        ? result.report
        : { ...result.report, explanations: result.explanations };
    case 'fleet':
      return { ...result.fleet, kind: 'fleet' };
    case 'sync-errors':
      return { schemaVersion: 1, kind: 'sync-errors', ...result.summary };
    case 'activity':
      return { schemaVersion: 1, kind: 'activity', ...result.replay };
    case 'alert-replay':
      return { schemaVersion: 1, kind: 'alert-replay', ...result.replay };
    case 'map-list':
      return result.maps;
    case 'maps':
      return result.comparison;
    case 'explained':
      return { schemaVersion: 1, ...result.explained };
    case 'saved':
      return result.value;
    default:
      return { schemaVersion: 1, ...result };
  }
}

/** The exit code of the command for it. */
export function exitCodeOfResult(result: ShownResult): 0 | 1 | 2 {
  if (result.kind === 'report') return exitCodeFor(result.report);
  if (result.kind === 'explained') return result.explained.kind === 'unknown-id' ? 1 : 0;
  return savedKind(result.kind === 'saved' ? result.of : result.kind)?.exitCode(jsonOfResult(result)) ?? 0;
}
