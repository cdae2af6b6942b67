import type { CorruptLines } from '../../sync-errors/error-lines.js';
import { given, list, notice, paragraph, when } from '../blocks.js';
import type { Block } from '../document.js';
import { name, strong } from '../inlines.js';
import { counted, figure } from '../words.js';

/** Which lines of a file, or records of a list, could not be read, if any. */
export function unreadableLines({ count, lines, ...of }: CorruptLines = { count: 0, lines: [] }): readonly Block[] {
  const unit = of.unit ?? 'line';
  const all = lines.map(({ file, line, because }) => [
    ...given(file, (path) => [name(path), ', ']),
    `${unit} ${figure(line)}: ${because}`,
  ]);
  const text = [strong(`${counted(count, unit)} could not be read`), ` and ${count === 1 ? 'is' : 'are'} not counted.`];
  return when(count > 0, () =>
    notice('warning', text, [
      list(all, unit),
      ...when(count > all.length, () => paragraph(`Only the first ${counted(all.length, unit)} are listed.`)),
    ]),
  );
}
