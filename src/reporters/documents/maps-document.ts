import type { MapDependencies } from '../../maps/map-dependencies.js';
import type { MapSummary, SummarizedVersion } from '../../maps/summarize-maps.js';
import { list, listSection, onPage, paragraph, picture, section, table, when } from '../blocks.js';
import type { DocumentModel, Inline, Item, Section } from '../document.js';
import { items, name } from '../inlines.js';
import { mapName, versionInWords } from '../map-difference-in-words.js';
import { needsOf } from '../map-tree.js';
import { counted } from '../words.js';
import { partNotice } from './part-notice.js';

/**
 * Table maps with their versions, what is wrong with their columns, and which map needs which, as a picture.
 *
 * @example
 * ```ts
 * await writeFile('maps.html', toHtml(mapsDocument(summarizeMaps(maps))));
 * ```
 * @public
 */
export function mapsDocument({ maps, dependencies, totals, ...read }: MapSummary): DocumentModel {
  const versions = maps.flatMap((map) => map.versions.map((version) => ({ map: map.name, version })));
  const faulty = versions.filter(({ version }) => version.faults.length > 0);
  return {
    title: 'Table maps – dual-write health',
    header: 'Dual-write table maps',
    noun: 'maps',
    heading: 'Table maps',
    summary: [
      paragraph(totalsOf(totals), 'lead'),
      ...partNotice(read, 'This list', 'There may be more maps and versions.'),
    ],
    blocks: [
      ...listSection('Faults in maps', faulty.map(faultyItem), 'version'),
      ...when(maps.length > 0, () => needsSection(dependencies)),
      ...listSection('Versions', versions.map(versionItem), 'version', { most: mostLines, look: 'checks' }),
    ],
  };
}

/** As many as somebody may look after: the lines are what this is for. */
const mostLines = 1_000;

function totalsOf({ maps, versions, unreadable }: MapSummary['totals']): string {
  const bad = unreadable === 0 ? '' : `, ${unreadable} of which cannot be read`;
  return `${counted(maps, 'map')} in ${counted(versions, 'version')}${bad}.`;
}

interface Version {
  readonly map: string;
  readonly version: SummarizedVersion;
}

function faultyItem({ map, version }: Version): Item {
  return {
    text: versionOf(map, version),
    mark: version.fields === null ? 'error' : 'warning',
    items: version.faults.map((text) => ({ text })),
  };
}

function needsSection(dependencies: MapDependencies): Section {
  const notes = notesOf(dependencies);
  const rows = [...needsOf(dependencies)].map(([from, to]) => [mapName(from), items(to.map(mapName), 'map')]);
  return section('Dependencies', [
    onPage(paragraph(explanation, 'intro')),
    picture({ of: 'needs', dependencies }),
    ...when(rows.length === 0, () => paragraph('No map needs another one, as far as is known.')),
    ...when(notes.length > 0, () => list(notes, 'note')),
    // Text draws the picture in words.
    ...when(rows.length > 0, () => onPage(table('What each map needs', ['Map', 'Needs'], rows, { noun: 'map' }))),
  ]);
}

const explanation =
  'A line leads from a map to what has to run before it, on its left. Dashed lines are inferred from column names. A map that many others need is shown as a letter instead of lines.';

/** What a reader of the dependencies should know. */
function notesOf({ circles, openLookups, unknown }: MapDependencies): readonly Inline[] {
  const tables = [...new Set(openLookups.map(({ table, field }) => table ?? `${field} (table not known)`))].sort();
  const note = (text: string, parts: readonly Inline[], noun: string) =>
    when(parts.length > 0, () => [text, items(parts, noun)]);
  return [
    ...circles.map((circle) => ['Circular dependency: ', items(circle.map(mapName), 'map')]),
    ...note('Lookups to tables that none of these maps brings: ', tables.map(name), 'table'),
    ...note('Not known what these need, because their mapping cannot be read: ', unknown.map(mapName), 'map'),
  ];
}

function versionItem({ map, version }: Version): Item {
  const { isManaged, isParked, isActive, fields, lookups } = version;
  const about = [
    ...when(isManaged !== null, () => (isManaged === true ? 'managed' : 'unmanaged')),
    ...when(isParked, () => 'parked'),
    ...when(isActive === true, () => 'active'),
    fields === null || lookups === null
      ? 'fields not known'
      : `${counted(fields, 'field')}, ${counted(lookups, 'lookup')}`,
  ];
  return { text: versionOf(map, version), about };
}

function versionOf(map: string, version: SummarizedVersion): Inline {
  return [mapName(map), ' ', versionInWords(version)];
}
