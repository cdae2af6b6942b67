import { parseJsonText } from '../facts/parse-json-text.js';
import { unreadable } from './documents-in.js';
import type { Input } from './input.js';
import { recognize } from './recognize.js';

/** Reads JSON Lines in parts: each part is recognized by itself, and they are put together. */
export interface JsonLinesReader {
  readonly push: (text: string) => void;
  /** Whether lines like the first ones can be put together; `undefined` before they have been seen. */
  readonly canJoin: () => boolean | undefined;
  readonly end: () => Input;
}

/** In characters; smaller ones are for tests. */
interface JsonLinesLimits {
  readonly partLength: number;
  readonly longestLine: number;
  /** The rows of more text than this do not fit into the memory of a page or a process. */
  readonly mostRead: number;
}

const mega = 1024 * 1024;
const limits: JsonLinesLimits = { partLength: 2 * mega, longestLine: 32 * mega, mostRead: 512 * mega };

export function jsonLinesReader({ partLength, longestLine, mostRead } = limits): JsonLinesReader {
  let rest = '';
  let read = 0;
  let lines = 0;
  let isFull = false;
  let all: Input | undefined;
  const lacks: string[] = [];

  return { push, canJoin: () => all && joined(all, all) !== undefined, end };

  function push(text: string): void {
    if (isFull) return;
    rest += text;
    if (rest.length < partLength) return;
    const end = rest.lastIndexOf('\n') + 1;
    if (end > 0) take(rest.slice(0, end));
    rest = rest.slice(end);
    if (read + rest.length <= mostRead && rest.length <= longestLine) return;
    isFull = true;
    lacks.push(`only the first ${lines} lines were read: more do not fit into memory`);
  }

  function end(): Input {
    if (!isFull && rest.trim() !== '') take(rest);
    const input = all ?? recognize('');
    return { ...input, lacks: [...input.lacks, ...lacks] };
  }

  function take(text: string): void {
    const first = lines + 1;
    lines += text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    read += text.length;
    // The first part says what the file is; in a later one, lines that are not JSON are nothing but unreadable, also where it begins with them.
    const strays = all === undefined ? [] : straysOf(text);
    const part = recognize(text.slice(strays.join('').length));
    const next = all === undefined ? part : joined(all, part);
    if (next === undefined) lacks.push(`lines ${first} to ${lines} hold something else and were left out`);
    else {
      if (strays.length > 0) lacks.push(unreadable(strays.map((_, place) => first + place)));
      lacks.push(...part.lacks.map((lack) => shifted(lack, first + strays.length - 1)));
      all = { ...next, lacks: [] };
    }
  }
}

/** The lines at the beginning that are not JSON, with their ends. */
function straysOf(text: string): readonly string[] {
  const strays: string[] = [];
  for (const [line] of text.matchAll(/[^\n]*\n/g)) {
    if (line.trim() === '' || parseJsonText(line).isOk()) break;
    strays.push(line);
  }
  return strays;
}

/** Both as one; `undefined` if they are of two kinds, or of one that has no rows. */
function joined(all: Input, more: Input): Input | undefined {
  if (all.kind === 'sync-errors' && more.kind === all.kind)
    return {
      ...all,
      records: all.records.concat(more.records),
      columns: all.columns === undefined ? more.columns : { ...all.columns, ...more.columns },
    };
  if (all.kind === 'activity-log' && more.kind === all.kind) return { ...all, events: all.events.concat(more.events) };
  if (all.kind === 'alert-events' && more.kind === all.kind) return { ...all, events: all.events.concat(more.events) };
  if (all.kind === 'map-rows' && more.kind === all.kind)
    return { ...all, documents: all.documents.concat(more.documents) };
  const areAnswers = all.kind === 'service-answer' || all.kind === 'gateway-capture';
  return areAnswers && more.kind === all.kind ? { ...all, answers: all.answers.concat(more.answers) } : undefined;
}

/** The numbers of lines in a phrase about a part, as those of the file. */
function shifted(lack: string, by: number): string {
  return lack.replace(/\bline (\d+)/g, (_, line) => `line ${Number(line) + by}`);
}
