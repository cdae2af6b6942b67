import { validations } from '../../../rules/validation.js';
import { details, fields, onPage, paragraph, picture, section, table, when } from '../../blocks.js';
import { type Check, tally, withStatus } from '../../checks.js';
import type { Block } from '../../document.js';
import { markExplained, markInWords } from '../../in-words.js';
import { sign } from '../../inlines.js';

/** What comes after what, and how each part turned out: as a picture, and the same in words. For pages. */
export function glance(checks: readonly Check[]): Block {
  const parts = validations.map((validation) => ofValidation(checks, validation));
  const prerequisites = new Set(parts[0]?.map(({ outcome }) => outcome.code));
  const waits = withStatus(checks, 'blocked').some(({ outcome }) => outcome.by.some((code) => prerequisites.has(code)));
  const counts = validations.map((validation, index) => ({ validation, counts: tally(parts[index] ?? []) }));
  const legend = tally(checks).map(({ mark }) => [markInWords[mark], [sign(mark), ` ${markExplained[mark]}`]] as const);
  const intro = 'The prerequisites come first; the three parts after them rely on them.';
  const blocks = [
    ...when(prerequisites.size > 0, () => paragraph(intro, 'intro')),
    picture({ of: 'checks', parts: counts, waits }),
    details('The picture in words', [countTable(checks), fields(legend, 'legend')]),
  ];
  return onPage(section('At a glance', blocks, { id: 'glance' }));
}

function ofValidation(checks: readonly Check[], validation: string): readonly Check[] {
  return checks.filter(({ outcome }) => outcome.validation === validation);
}

/** Only the columns that hold something: on a telephone every one takes room. */
function countTable(checks: readonly Check[]): Block {
  const marks = tally(checks).map(({ mark }) => mark);
  const row = (name: string, own: readonly Check[]) => [
    name,
    ...marks.map((mark) => own.filter((check) => check.mark === mark).length),
    own.length,
  ];
  const parts = validations.map((validation) => row(validation, ofValidation(checks, validation)));
  const shown = parts.filter((cells) => cells.at(-1) !== 0);
  const columns = ['Part', ...marks.map((mark) => markInWords[mark]), 'All'];
  const rows = [...shown, row('All', checks)];
  return table('Checks by status', columns, rows, { noun: 'part', look: 'counts', hasTotal: true });
}
