import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import { paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Section } from '../document.js';
import { nothingRecognized, pasteMore } from '../explanation-in-words.js';
import { code, link, soft } from '../inlines.js';
import { errorPage } from '../site-url.js';
import { counted } from '../words.js';
import { phaseInWords, problemBlocks } from './problem-blocks.js';

/**
 * The known problems that an error text reports: the innermost cause first, each with who can fix it and how, what the text says about it,
 * and its causes.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(diagnosesDocument(diagnose(errorText))));
 * ```
 * @public
 */
export function diagnosesDocument(diagnoses: readonly Diagnosis[]): DocumentModel {
  const [cause, ...others] = diagnoses;
  const heading = cause?.title ?? nothingRecognized;
  const page = {
    title: `${heading} – dual-write health`,
    header: 'Diagnosis of a dual-write error',
    noun: 'diagnosis',
    heading,
  };
  if (cause === undefined) return { ...page, mark: 'inconclusive', summary: [paragraph(pasteMore)], blocks: [] };
  const { id, code: text = id, phase } = cause;
  const url = errorPage(id);
  const name = url === undefined ? code(text) : link(text, url);
  const isOneOf = when(
    others.length > 0,
    () => `. The first of ${counted(diagnoses.length, 'known problem')} in this text; the others are below.`,
  );
  return {
    ...page,
    summary: [paragraph(soft([name, `, ${phaseInWords[phase]}`, ...isOneOf]))],
    blocks: [
      ...problemBlocks(cause),
      ...when(others.length > 0, () => section('Also in this text', others.map(diagnosisSection))),
    ],
  };
}

/** A problem with what is known of it. */
export function diagnosisSection(diagnosis: Diagnosis): Section {
  const { id, title, phase, code: text = id } = diagnosis;
  return section(title, problemBlocks(diagnosis), { code: { text, url: errorPage(id) }, about: [phaseInWords[phase]] });
}
