import type { ColumnMapping } from '../../sync-errors/row-columns.js';
import { list, notice, when } from '../blocks.js';
import type { Block, Inline } from '../document.js';
import { name, strong } from '../inlines.js';
import { countedDo } from '../words.js';

/** What the columns of a table were taken for, and which are not known; nothing where they speak for themselves. */
export function columnNotes(columns: ColumnMapping = {}): readonly Block[] {
  const entries = Object.entries(columns);
  const used = entries.filter(([, property]) => property !== null);
  const unused = entries.filter(([, property]) => property === null);
  const mapping = used.map(([column, property]): Inline => [name(column), ` is ${property}`]);
  const isNotKnown = countedDo(unused.length, 'column', 'is', 'are');
  return [
    ...when(used.length > 0, () =>
      notice('passed', [strong('Columns were taken by their names:'), ' ', ...separated(mapping), '.']),
    ),
    ...when(unused.length > 0, () =>
      notice('warning', [
        strong(`${isNotKnown} not known:`),
        ' ',
        ...separated(unused.map(([column]) => name(column))),
        `; ${unused.length === 1 ? 'it was' : 'they were'} not used.`,
      ]),
    ),
  ];
}

/** What rows would need to be whole. */
export function rowLacks(lacks: readonly string[] = []): readonly Block[] {
  return when(lacks.length > 0, () => notice('warning', strong('These rows may not be all.'), [list(lacks, 'reason')]));
}

function separated(items: readonly Inline[]): readonly Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]));
}
