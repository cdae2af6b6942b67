import type { MapCoverage } from '../../maps/map-coverage.js';
import type { SelectedVersion, SelectVersionFault } from '../../maps/select-version.js';
import * as links from '../../rules/remediation/links.js';
import { listSection, paragraph } from '../blocks.js';
import type { Block, DocumentModel, Inline, Way } from '../document.js';
import { name } from '../inlines.js';
import { mapName, versionInWords } from '../map-difference-in-words.js';
import { partNotice } from './part-notice.js';
import { stepsSection } from './ways.js';

/**
 * Which saved version of a table map would be used and why, and how to choose it on the Dual-write page; or why none can be chosen, and
 * what to do. Nothing is sent.
 *
 * @param map - the name of the map
 * @param selected - what {@link selectVersion} answered
 * @param read - whether the versions that it chose from are all of them
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
export function selectedVersionDocument(
  map: string,
  selected: SelectedVersion | SelectVersionFault,
  read: MapCoverage = {},
): DocumentModel {
  const part = partNotice(read, 'The list of versions', 'A newer version may be saved.');
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
      summary: [paragraph(['Why: ', selected.because, '.'], 'lead'), paragraph(selected.whatToDo), ...part],
      blocks: choicesOf(selected),
    };
  }
  const { version = null, publisher = null } = selected.map;
  const chosen = versionInWords({ version, publisher });
  return {
    ...shared,
    heading: ['Version ', chosen],
    summary: [
      paragraph(['Why: ', selected.why, '.'], 'lead'),
      ...part,
      paragraph('Nothing was changed: this only says which version would be used.', 'intro'),
    ],
    blocks: [stepsSection('How to use it', [chooseVersion(mapName(map), chosen)])],
  };
}

function chooseVersion(map: Inline, version: Inline): Way {
  return {
    title: 'Choose the version on the Dual-write page',
    steps: [
      ['In finance and operations, open Data management > Dual-write, select ', map, ', and stop it if it runs.'],
      'With the map selected, open Table map version.',
      ['Select the row with version ', version, '.'],
      'Select Save.',
      'Run the map again if it ran before.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys:
      'Columns that are mapped only in the current version are no longer synchronized. That version stays saved and can be chosen again. What is written while the map is stopped arrives only with the next initial sync.',
    links: [links.lifecycle],
  };
}

/** What there is to choose from. */
function choicesOf(fault: SelectVersionFault): readonly Block[] {
  const section = (title: string, noun: string, found: readonly string[]) =>
    listSection(
      title,
      found.map((text) => (text === '' ? 'one without a name' : name(text))),
      noun,
    );
  switch (fault.type) {
    case 'several-publishers':
    case 'unknown-publisher':
      return section('Publishers of this map', 'publisher', fault.publishers);
    case 'unknown-version':
    case 'none-eligible':
      return section('Saved versions', 'version', fault.versions);
    case 'ambiguous-version':
      return section('Rows with this version', 'row', fault.ids);
    case 'no-versions':
    case 'invalid-version':
      return [];
  }
}
