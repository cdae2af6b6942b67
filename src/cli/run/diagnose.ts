import { diagnose } from '../../diagnosis/diagnose.js';
import { diagnoseLines, type LineSummary } from '../../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { unreadable } from '../../node/json-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { linesOf } from '../lines-of.js';
import { textOrFile } from '../text-or-file.js';

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
  const given = await textOrFile(input);
  if (given.isErr()) return couldNotRun(given.error);
  const { text, path } = given.value;
  const diagnoses = diagnose(text);
  const other = diagnoses.length === 0 && path !== undefined ? await otherThanText(text, path) : undefined;
  if (other !== undefined) return couldNotRun({ path, type: 'not-text', because: other });
  return { type: 'done', result: { schemaVersion: 1, diagnoses }, exitCode: diagnoses.length > 0 ? 0 : 1 };
}

/** What a file is that is not about errors, and which command takes it. */
async function otherThanText(text: string, name: string): Promise<string | undefined> {
  const [{ recognize }, { inputInWords }] = await Promise.all([
    import('../../inputs/recognize.js'),
    import('../input-in-words.js'),
  ]);
  const input = recognize(text, { name });
  return ['error-text', 'service-answer', 'unknown'].includes(input.kind) ? undefined : inputInWords(input);
}

async function explainLog(file: string): Promise<CommandResult<CountedLines>> {
  try {
    const summary = await diagnoseLines(linesOf(file));
    const result = { schemaVersion: 1, kind: 'diagnosis-log', ...summary } as const;
    return { type: 'done', result, exitCode: summary.topics.length > 0 ? 0 : 1 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}
