import { diagnose } from '../diagnosis/diagnose.js';
import { diagnoseLines } from '../diagnosis/diagnose-lines.js';
import { unreadable } from '../node/json-file.js';
import { toJson } from '../reporters/json.js';
import { markdownDiagnoses, markdownLines } from '../reporters/markdown-diagnosis.js';
import { prettyDiagnoses, prettyLines } from '../reporters/pretty-diagnosis.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { linesOf } from './lines-of.js';
import { readText } from './read-text.js';

/** The formats that diagnoses are printed in. */
const diagnosisFormats = ['pretty', 'json', 'markdown'] as const;

/** The arguments of `diagnose`, as read from the command line. */
interface DiagnoseArguments {
  /** A file, or `-` for standard input. */
  readonly file: string;
  /** Take it as a log: count the problems. */
  readonly lines?: boolean | undefined;
  readonly format: (typeof diagnosisFormats)[number];
  readonly color: boolean;
}

/** Explains the error text in a file. Exit code: 0 something was recognized, 1 nothing was. */
export function explainText(given: DiagnoseArguments): Promise<CommandResult> {
  return given.lines === true ? explainLog(given) : explainMessage(given);
}

async function explainMessage({ file, format, color }: DiagnoseArguments): Promise<CommandResult> {
  const text = await readText(file);
  if (text.isErr()) return couldNotRun(text.error);
  const diagnoses = diagnose(text.value);
  const print = {
    json: () => toJson({ schemaVersion: 1, diagnoses }),
    markdown: () => markdownDiagnoses(diagnoses),
    pretty: () => prettyDiagnoses(diagnoses, { color }),
  }[format];
  return { type: 'done', output: print(), exitCode: diagnoses.length > 0 ? 0 : 1 };
}

async function explainLog({ file, format, color }: DiagnoseArguments): Promise<CommandResult> {
  try {
    const summary = await diagnoseLines(linesOf(file));
    const print = {
      json: () => toJson({ schemaVersion: 1, ...summary }),
      markdown: () => markdownLines(summary),
      pretty: () => prettyLines(summary, { color }),
    }[format];
    return { type: 'done', output: print(), exitCode: summary.topics.length > 0 ? 0 : 1 };
  } catch (error) {
    return couldNotRun(unreadable(file, error));
  }
}
