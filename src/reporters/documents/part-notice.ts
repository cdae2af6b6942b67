import type { MapCoverage } from '../../maps/map-coverage.js';
import { notice, when } from '../blocks.js';
import type { Inline, Notice } from '../document.js';
import { name } from '../inlines.js';

/** That maps may be missing, why, and what follows from that; nothing if all of them were read. */
export function partNotice({ coverage, detail }: MapCoverage, what: Inline, consequence: string): readonly Notice[] {
  const why: Inline = detail === undefined ? '' : [': ', name(detail)];
  return when(coverage === 'partial', () =>
    notice('inconclusive', [what, ' may not be complete', why, '. ', consequence]),
  );
}
