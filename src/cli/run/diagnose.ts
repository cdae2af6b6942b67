import { stat } from 'node:fs/promises';
import { diagnose } from '../../diagnosis/diagnose.js';
import { diagnoseLines, type LineSummary } from '../../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { unreadable } from '../../node/json-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { errorText, otherThanErrors } from '../error-text.js';
import { isReadOnce } from '../is-read-once.js';
import { largestWhole } from '../largest-whole.js';
import { linesOf } from '../lines-of.js';
import { noteDoubt } from '../note-doubt.js';
import { sourceOfRecords } from '../source-of-records.js';

/** The arguments of `diagnose`, as read from the command line. */
interface DiagnoseArguments {
  /** A file, `-` for standard input, or the text itself. */
  readonly input: string;
  /** Take it as a log: count the problems. */
  readonly lines?: boolean | undefined;
}

export interface CountedLines extends LineSummary {
  readonly schemaVersion: 1;
  readonly kind: 'diagnosis-log';
}

export interface ExplainedText {
  readonly schemaVersion: 1;
  readonly diagnoses: readonly Diagnosis[];
}

/** Explains an error text. Exit code: 0 something was recognized, 1 nothing was. */
export function run({ input, lines }: DiagnoseArguments): Promise<CommandResult<ExplainedText | CountedLines>> {
  return lines === true ? explainLog(input) : explainMessage(input);
}

async function explainMessage(input: string): Promise<CommandResult<ExplainedText>> {
  const given = await errorText(input);
  if (given.isErr()) return couldNotRun(given.error);
  const diagnoses = diagnose(given.value.text);
  return { type: 'done', result: { schemaVersion: 1, diagnoses }, exitCode: diagnoses.length > 0 ? 0 : 1 };
}

async function explainLog(file: string): Promise<CommandResult<CountedLines>> {
  try {
    const { source, input } = sourceOfRecords(file);
    const summary = await diagnoseLines(linesOf(source, (doubt) => noteDoubt(file, doubt)));
    const found = (await isLarge(file)) ? undefined : await input();
    const because = found && (await otherThanErrors(found));
    if (because !== undefined) return couldNotRun({ path: file, type: 'not-errors', because });
    const result = { schemaVersion: 1, kind: 'diagnosis-log', ...summary } as const;
    return { type: 'done', result, exitCode: summary.topics.length > 0 ? 0 : 1 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}

/** A large log is not read twice. */
async function isLarge(file: string): Promise<boolean> {
  return !isReadOnce(file) && (await stat(file)).size > largestWhole;
}
