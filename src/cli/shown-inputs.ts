import type { Input } from '../inputs/input.js';
import type { UnusedInput } from '../inputs/results-of.js';
import { list, notice, section, when } from '../reporters/blocks.js';
import type { Block, DocumentModel, Mark } from '../reporters/document.js';
import { name } from '../reporters/inlines.js';
import { counted } from '../reporters/words.js';
import { lacksInWords } from './lacks-in-words.js';
import type { ShownResult } from './shown-result.js';

/** What inputs are, and what there is to show of them. */
export interface ShownInputs {
  readonly inputs: readonly Pick<Input, 'name' | 'kind' | 'lacks'>[];
  readonly results: readonly [ShownResult, ...ShownResult[]];
  readonly unused: readonly UnusedInput[];
}

/** One document of all that is shown: that of the only result, or a section for each. What was not used, and what is missing, is listed above. */
export function shownInputsDocument({ inputs, results, unused }: ShownInputs): DocumentModel {
  const [{ document }, ...more] = results;
  const notes: readonly Block[] = [
    ...unused.map((one) => notice('warning', [name(one.name ?? 'the text'), ' is not used: ', one.because])),
    ...lacking(inputs, results),
  ];
  if (more.length === 0) return { ...document, summary: [...document.summary, ...notes] };
  const documents = results.map((one) => one.document);
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
        { mark: part.mark, about: [part.header] },
      ),
    ),
  };
}

const worst: readonly Mark[] = ['error', 'errored', 'warning', 'blocked', 'inconclusive', 'accepted', 'passed'];

/** What files lack, and the facts that were read from saved answers. */
function lacking(inputs: ShownInputs['inputs'], results: ShownInputs['results']): readonly Block[] {
  const ofFiles = inputs
    .filter(({ kind }) => !saidByDocument.has(kind))
    .flatMap(({ name: file, lacks }) => lacks.map((lack) => [name(file ?? 'the text'), ': ', lack]));
  const isOfAnswers = inputs.some(
    ({ kind }) => kind === 'har' || kind === 'gateway-capture' || kind === 'service-answer',
  );
  const ofFacts = isOfAnswers ? results.flatMap(({ lacks }) => lacksInWords(lacks)) : [];
  return when(ofFiles.length + ofFacts.length > 0, () =>
    notice('inconclusive', 'Not all is there:', [list([...ofFiles, ...ofFacts], 'gap')]),
  );
}

/** What of these was not read is listed in their own documents. */
const saidByDocument: ReadonlySet<Input['kind']> = new Set(['activity-log', 'sync-errors']);
