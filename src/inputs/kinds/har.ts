import { fromThrowable } from 'neverthrow';
import { entriesOf, type HarAnswers, harCollector, isHar } from '../../adapters/recorded/har-answers.js';
import type { InputOf } from '../input.js';
import { type JsonProgress, jsonChunks } from '../json-chunks.js';
import type { JsonContent } from '../json-content.js';

type HarInput = InputOf<'har'> | InputOf<'unknown'>;

/**
 * A HAR file by its property `log.entries`, or several in one file; `undefined` if there is none. One without an answer that a fact
 * can come from is `unknown`: it is a recording of another product, or of another page.
 */
export function har({ documents, lacks }: Pick<JsonContent, 'documents' | 'lacks'>): HarInput | undefined {
  if (!isHarIn(documents)) return undefined;
  const collector = harCollector();
  const all = documents.flat();
  const files = all.filter(isHar);
  for (const entry of files.flatMap(entriesOf)) collector.take(entry);
  const found = collector.end();
  return inputOf({ ...found, lacks: [...lacks, ...others(all.length - files.length), ...found.lacks] });
}

/** Whether a HAR file is among the first documents: nobody has many in one file, and rows there may be many. */
export function isHarIn(documents: readonly unknown[]): boolean {
  return documents.flat().slice(0, mostFiles).some(isHar);
}

const mostFiles = 100;

/** What else is in a file of HAR files. */
function others(count: number): readonly string[] {
  return count === 0
    ? []
    : [`what else is in the file is not used: ${count === 1 ? '1 document' : `${count} documents`}`];
}

/** The HAR file in a text that is not JSON: its end is missing, or an entry is broken; `undefined` if it is something else. */
export function brokenHar(text: string): HarInput | undefined {
  const reader = harReader();
  reader.push(text);
  return reader.progress().arrays > 0 ? reader.end() : undefined;
}

/** Reads the text of a HAR file in parts, entry by entry. */
export interface HarReader {
  readonly push: (text: string) => void;
  readonly progress: () => JsonProgress;
  readonly end: () => HarInput;
}

export function harReader(): HarReader {
  const chunks = jsonChunks(['log', 'entries']);
  const collector = harCollector();
  let entries = 0;
  let broken = 0;

  return { push, progress: chunks.progress, end };

  function push(text: string): void {
    for (const item of chunks.push(text)) {
      entries += 1;
      entryOf(item).match(
        (entry) => collector.take(entry, item.length),
        () => {
          broken += 1;
        },
      );
    }
  }

  function end(): HarInput {
    const { arrays, documents, isWhole, leftOut } = chunks.progress();
    const { answers, lacks } = collector.end();
    const more = [
      ...(isWhole ? [] : [`the file is cut off after ${inEntries(entries)}: save it again`]),
      ...(broken === 0 ? [] : [`${inEntries(broken)} could not be read`]),
      ...(leftOut === 0 ? [] : [`${inEntries(leftOut)} left out: longer than 64 MB, or nested too deeply`]),
    ];
    return inputOf({ answers, lacks: [...more, ...others(documents - arrays), ...lacks] });
  }
}

function inEntries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

const entryOf = /* @__PURE__ */ fromThrowable((text: string): unknown => JSON.parse(text));

function inputOf({ answers, lacks }: HarAnswers): HarInput {
  if (answers.length > 0) return { kind: 'har', answers, lacks };
  return {
    kind: 'unknown',
    looksLike: 'a HAR file without an answer of dual-write, Dataverse, finance and operations or the Power Platform',
    expected:
      'a recording of the Dual-write page of finance and operations, or of addresses that `urls` lists, made with the network tools of the browser open, the cache disabled, and saved with content',
    lacks,
  };
}
