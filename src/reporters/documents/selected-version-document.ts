import type { SelectedVersion, SelectVersionFault } from '../../maps/select-version.js';
import * as links from '../../rules/remediation/links.js';
import { type Block, type Document, type Inline, list, name, paragraph, type Way, when } from '../document.js';
import { mapName, versionInWords } from '../map-difference-in-words.js';
import { stepsSection } from './steps-section.js';

/**
 * Which saved version of a table map would be used and why, and how to choose it on the Dual-write page; or why none can be chosen, and
 * what to do. Nothing is sent.
 *
 * @param map - the name of the map
 * @param selected - what {@link selectVersion} answered
 *
 * @example
 * ```ts
 * const document = selectVersion(versions).match(
 *   (selected) => selectedVersionDocument(selected.map.name, selected),
 *   (fault) => selectedVersionDocument(name, fault),
 * );
 * ```
 * @public
 */
export function selectedVersionDocument(map: string, selected: SelectedVersion | SelectVersionFault): Document {
  const shared = {
    title: `Version of ${map} – dual-write health`,
    header: 'Version of a dual-write table map',
    noun: 'version',
    subject: mapName(map),
  };
  if ('type' in selected) {
    return {
      ...shared,
      heading: 'No version can be chosen',
      mark: 'inconclusive',
      summary: [paragraph(['Why: ', selected.because, '.'], 'lead'), paragraph(selected.whatToDo)],
      blocks: choicesOf(selected),
    };
  }
  return {
    ...shared,
    heading: ['Version ', versionInWords(savedIn(selected))],
    summary: [
      paragraph(['Why: ', selected.why, '.'], 'lead'),
      paragraph('Nothing was changed: this only says which version would be used.', 'intro'),
    ],
    blocks: [stepsSection('How to use it', [chooseVersion(map, selected)])],
  };
}

function savedIn({ map: { version, publisher } }: SelectedVersion) {
  return { version: version ?? null, publisher: publisher ?? null };
}

function chooseVersion(map: string, selected: SelectedVersion): Way {
  return {
    title: 'Choose the version on the Dual-write page',
    steps: [
      [
        'In finance and operations, open Data management > Dual-write, select ',
        mapName(map),
        ', and stop it if it runs.',
      ],
      'With the map selected, open Table map version.',
      ['Select the row with version ', versionInWords(savedIn(selected)), '.'],
      'Select Save.',
      'Run the map again if it ran before.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys:
      'What only the version in use until now maps is no longer synchronized. That version stays saved and can be chosen again. What is written while the map is stopped arrives only with the next initial sync.',
    links: [links.lifecycle],
  };
}

/** What there is to choose from. */
function choicesOf(fault: SelectVersionFault): readonly Block[] {
  const [title, noun, found] = choices(fault);
  return when(found.length > 0, () => ({
    type: 'section',
    title,
    count: found.length,
    blocks: [
      list(
        found.map((text): Inline => (text === '' ? 'one without a name' : name(text))),
        noun,
      ),
    ],
  }));
}

function choices(fault: SelectVersionFault): readonly [title: string, noun: string, found: readonly string[]] {
  switch (fault.type) {
    case 'several-publishers':
    case 'unknown-publisher':
      return ['Publishers of this map', 'publisher', fault.publishers];
    case 'unknown-version':
    case 'none-eligible':
      return ['Saved versions', 'version', fault.versions];
    case 'ambiguous-version':
      return ['Rows with this version', 'row', fault.ids];
    case 'no-versions':
    case 'invalid-version':
      return ['', '', []];
  }
}
