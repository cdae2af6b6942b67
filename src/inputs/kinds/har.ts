import { answersOfHar, type HarAnswers, harCollector, isHar } from '../../adapters/recorded/har-answers.js';
import type { InputOf } from '../input.js';
import { type JsonProgress, jsonChunks } from '../json-chunks.js';

type HarInput = InputOf<'har'> | InputOf<'unknown'>;

/**
 * A HAR file by its property `log.entries`; `undefined` if the value is something else. One without an answer that a fact can
 * come from is `unknown`: it is a recording of another product, or of another page.
 */
export function har(value: unknown): HarInput | undefined {
  return isHar(value) ? inputOf(answersOfHar(value)) : undefined;
}

/** The HAR file in a text that is not JSON: its end is missing, or an entry is broken; `undefined` if it is something else. */
export function brokenHar(text: string): HarInput | undefined {
  const reader = harReader();
  reader.push(text);
  return reader.progress().hasArray ? reader.end() : undefined;
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
      const entry = entryOf(item);
      if (entry === undefined) broken += 1;
      else collector.take(entry, item.length);
    }
  }

  function end(): HarInput {
    const { isWhole, leftOut } = chunks.progress();
    const { answers, lacks } = collector.end();
    const more = [
      ...(isWhole ? [] : [`the file is cut off after ${inEntries(entries)}: save it again`]),
      ...(broken === 0 ? [] : [`${inEntries(broken)} could not be read`]),
      ...(leftOut === 0 ? [] : [`${inEntries(leftOut)} left out: longer than 64 MB, or nested too deeply`]),
    ];
    return inputOf({ answers, lacks: [...more, ...lacks] });
  }
}

function inEntries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function entryOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
