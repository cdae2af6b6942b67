import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Section } from '../document.js';
import { nothingRecognized, pasteMore } from '../explanation-in-words.js';
import { errorPage } from '../site-url.js';
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
export function diagnosesDocument(diagnoses: readonly Diagnosis[]): DocumentModel {
  const [cause, ...others] = diagnoses.map(diagnosisSection);
  const heading =
    cause === undefined ? nothingRecognized : `${counted(diagnoses.length, 'known problem')} in this text`;
  return {
    title: `${diagnoses[0]?.title ?? heading} – dual-write health`,
    header: 'Diagnosis of a dual-write error',
    noun: 'diagnosis',
    heading,
    mark: cause === undefined ? 'inconclusive' : undefined,
    summary: cause === undefined ? [paragraph(pasteMore)] : [],
    blocks: [
      ...(cause === undefined ? [] : [section('The cause', [cause])]),
      ...when(others.length > 0, () => section('Also in this text', others)),
    ],
  };
}

/** A problem with what is known of it. */
export function diagnosisSection(diagnosis: Diagnosis): Section {
  const { id, title, phase, code: text = id } = diagnosis;
  return section(title, problemBlocks(diagnosis), { code: { text, url: errorPage(id) }, about: [phaseInWords[phase]] });
}
