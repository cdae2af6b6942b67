import type { CorruptLines } from '../../sync-errors/error-lines.js';
import { type Block, list, paragraph, strong, when } from '../document.js';
import { counted, figure } from '../words.js';

/** Which lines of a file could not be read, if any. */
export function unreadableLines({ count, lines }: CorruptLines = { count: 0, lines: [] }): readonly Block[] {
  return when(count > 0, () => ({
    type: 'notice',
    mark: 'warning',
    text: [strong(`${counted(count, 'line')} could not be read`), ` and ${count === 1 ? 'is' : 'are'} not counted.`],
    blocks: [
      list(
        lines.map(({ line, because }) => `line ${figure(line)}: ${because}`),
        'line',
      ),
      ...when(count > lines.length, () => paragraph(`Only the first ${counted(lines.length, 'line')} are listed.`)),
    ],
  }));
}
