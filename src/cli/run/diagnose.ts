import { diagnose } from '../../diagnosis/diagnose.js';
import { diagnoseLines, type LineSummary } from '../../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { unreadable } from '../../node/json-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { linesOf } from '../lines-of.js';
import { readText } from '../read-text.js';

/** The arguments of `diagnose`, as read from the command line. */
interface DiagnoseArguments {
  /** A file, or `-` for standard input. */
  readonly file: string;
  /** Take it as a log: count the problems. */
  readonly lines?: boolean | undefined;
}

export interface CountedLines extends LineSummary {
  readonly schemaVersion: 1;
}

export interface ExplainedText {
  readonly schemaVersion: 1;
  readonly diagnoses: readonly Diagnosis[];
}

/** Explains the error text in a file. Exit code: 0 something was recognized, 1 nothing was. */
export function run({ file, lines }: DiagnoseArguments): Promise<CommandResult<ExplainedText | CountedLines>> {
  return lines === true ? explainLog(file) : explainMessage(file);
}

async function explainMessage(file: string): Promise<CommandResult<ExplainedText>> {
  const text = await readText(file);
  if (text.isErr()) return couldNotRun(text.error);
  const diagnoses = diagnose(text.value);
  return { type: 'done', result: { schemaVersion: 1, diagnoses }, exitCode: diagnoses.length > 0 ? 0 : 1 };
}

async function explainLog(file: string): Promise<CommandResult<CountedLines>> {
  try {
    const summary = await diagnoseLines(linesOf(file));
    return { type: 'done', result: { schemaVersion: 1, ...summary }, exitCode: summary.topics.length > 0 ? 0 : 1 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}
