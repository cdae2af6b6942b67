import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { type Document, paragraph, type Section } from '../document.js';
import { counted } from '../words.js';
import { phaseInWords, problemBlocks } from './problem-blocks.js';

/**
 * The known problems that an error text reports: the innermost cause first, each with its causes, what the text says about it, who can
 * fix it and how.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(diagnosesDocument(diagnose(errorText))));
 * ```
 * @public
 */
export function diagnosesDocument(diagnoses: readonly Diagnosis[]): Document {
  const [cause, ...others] = diagnoses;
  const heading =
    cause === undefined ? nothingRecognized : `${counted(diagnoses.length, 'known problem')} in this text`;
  return {
    title: `${cause?.title ?? heading} – dual-write health`,
    header: 'Diagnosis of a dual-write error',
    noun: 'diagnosis',
    heading,
    mark: cause === undefined ? 'inconclusive' : undefined,
    summary: cause === undefined ? [paragraph(pasteMore)] : [],
    blocks: [
      ...(cause === undefined ? [] : [chapter('The cause', [cause])]),
      ...(others.length === 0 ? [] : [chapter('Also in this text', others)]),
    ],
  };
}

/** What is said where no known problem was found. */
export const nothingRecognized = 'Nothing was recognized';
export const pasteMore = 'Paste the whole message, with the inner errors and the codes in it.';

function chapter(title: string, diagnoses: readonly Diagnosis[]): Section {
  return { type: 'section', title, blocks: diagnoses.map((one) => diagnosisSection(one)) };
}

/** A problem with what is known of it. */
export function diagnosisSection(diagnosis: Diagnosis): Section {
  const { id, title, phase } = diagnosis;
  return {
    type: 'section',
    title,
    code: { text: diagnosis.code ?? id },
    about: [phaseInWords[phase]],
    blocks: problemBlocks(diagnosis),
  };
}
