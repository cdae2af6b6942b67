import type { Diagnosis } from '../../diagnosis/diagnosis.js';
import type { Phase } from '../../diagnosis/topic.js';
import { fields, given, list, paragraph, section, when } from '../blocks.js';
import type { Block } from '../document.js';
import { code, name, series } from '../inlines.js';
import { fixSection, sourcesOf } from './ways.js';

/** Who can fix a known problem and how, what the text says about it, what it comes from, and which rules look for it. */
export function problemBlocks(
  problem: Omit<Diagnosis, 'captures'> & Partial<Pick<Diagnosis, 'captures'>>,
): readonly Block[] {
  const { causes, performedBy, remediation, rules, source } = problem;
  const inText = Object.entries(problem.captures ?? {}).map(
    ([kind, values]) => [kind, series(values.map(name))] as const,
  );
  const check = code(`dual-write-health check --only ${rules.join(',')}`);
  return [
    fixSection(remediation, performedBy),
    ...when(inText.length > 0, () => section('In this text', [fields(inText)])),
    section('Causes', [list(causes, 'cause')]),
    ...when(rules.length > 0, () =>
      paragraph(['Rules that look for it: ', series(rules.map(code)), ' (', check, ').']),
    ),
    ...given(source, (one) => sourcesOf([one])),
  ];
}

/** When a problem shows itself. */
export const phaseInWords: Readonly<Record<Phase, string>> = {
  link: 'while linking environments',
  'map-start': 'while starting a map',
  'initial-sync': 'during initial sync',
  'live-sync': 'during live sync',
  'user-interface': 'on the Dual-write page',
  upgrade: 'during an upgrade',
  async: 'in dual-write async',
  throttling: 'when requests are throttled',
};
