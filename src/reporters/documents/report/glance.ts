import { type Validation, validations } from '../../../rules/validation.js';
import { type Block, type Mark, paragraph, when } from '../../document.js';
import { standingExplained, standingInWords } from '../../html/words.js';
import { type Check, tally, withStatus } from '../../standing.js';

/** What comes after what, and how each part turned out: as a picture, and the same in words. For pages. */
export function glance(checks: readonly Check[]): Block {
  const all = validations.map((validation): Part => {
    const own = checks.filter(({ outcome }) => outcome.validation === validation);
    return { validation, checks: own, counts: tally(own) };
  });
  const prerequisites = new Set(all[0]?.checks.map(({ outcome }) => outcome.code));
  const waits = withStatus(checks, 'blocked').some(({ outcome }) => outcome.by.some((code) => prerequisites.has(code)));
  const total = tally(checks);
  return {
    type: 'section',
    on: 'page',
    id: 'glance',
    title: 'At a glance',
    blocks: [
      ...when(prerequisites.size > 0, () =>
        paragraph('The prerequisites come first; the three parts after them rely on them.', 'intro'),
      ),
      { type: 'picture', picture: { of: 'checks', parts: all, waits } },
      {
        type: 'details',
        summary: 'The picture in words',
        blocks: [
          inTable(
            all.filter(({ checks }) => checks.length > 0),
            total,
          ),
          {
            type: 'fields',
            look: 'legend',
            fields: total.map(({ mark }) => [
              standingInWords[mark],
              [{ type: 'mark', mark }, ` ${standingExplained[mark]}`],
            ]),
          },
        ],
      },
    ],
  };
}

interface Part {
  readonly validation: Validation;
  readonly checks: readonly Check[];
  readonly counts: ReturnType<typeof tally>;
}

/** Only the columns that hold something: on a telephone every one takes room. */
function inTable(parts: readonly Part[], total: Part['counts']): Block {
  const row = (name: string, counts: Part['counts'], all: number) => {
    const countOf = (mark: Mark) => counts.find((one) => one.mark === mark)?.count ?? 0;
    return { cells: [name, ...total.map(({ mark }) => countOf(mark)), all] };
  };
  const all = parts.reduce((sum, { checks }) => sum + checks.length, 0);
  return {
    type: 'table',
    caption: 'How many checks turned out how',
    columns: ['Part', ...total.map(({ mark }) => standingInWords[mark]), 'All'],
    rows: [
      ...parts.map(({ validation, counts, checks }) => row(validation, counts, checks.length)),
      row('All', total, all),
    ],
    noun: 'part',
    look: 'counts',
    hasTotal: true,
  };
}
