import type { MapDependencies } from '../../maps/map-dependencies.js';
import type { MapSummary, SummarizedVersion } from '../../maps/summarize-maps.js';
import { type Document, type Inline, items, list, name, paragraph, type Section, when } from '../document.js';
import { mapName, versionInWords } from '../map-difference-in-words.js';
import { needsOf } from '../map-tree.js';
import { counted } from '../words.js';

/**
 * Table maps with their versions, what is wrong with their columns, and which map needs which, as a picture.
 *
 * @example
 * ```ts
 * await writeFile('maps.html', toHtml(mapsDocument(summarizeMaps(maps))));
 * ```
 * @public
 */
export function mapsDocument(summary: MapSummary): Document {
  const { maps, dependencies, totals } = summary;
  const faulty = maps.flatMap(({ name: map, versions }) =>
    versions.filter(({ faults }) => faults.length > 0).map((version) => ({ map, version })),
  );
  return {
    title: 'Table maps – dual-write health',
    header: 'Dual-write table maps',
    noun: 'maps',
    heading: 'Table maps',
    summary: [paragraph(totalsOf(totals), 'lead')],
    blocks: [
      ...when(faulty.length > 0, () => faultsSection(faulty)),
      ...when(maps.length > 0, () => needsSection(dependencies)),
      ...when(maps.length > 0, () => versionsSection(summary)),
    ],
  };
}

/** As many as somebody may look after: the lines are what this is for. */
const mostLines = 1_000;

function totalsOf({ maps, versions, unreadable }: MapSummary['totals']): string {
  const bad = unreadable === 0 ? '' : `, ${unreadable} of which cannot be read`;
  return `${counted(maps, 'map')} in ${counted(versions, 'version')}${bad}.`;
}

function faultsSection(versions: readonly { readonly map: string; readonly version: SummarizedVersion }[]): Section {
  return {
    type: 'section',
    title: 'Faults in maps',
    count: versions.length,
    blocks: [
      list(
        versions.map(({ map, version }) => ({
          text: versionOf(map, version),
          mark: version.fields === null ? 'error' : 'warning',
          items: version.faults.map((text) => ({ text })),
        })),
        'version',
      ),
    ],
  };
}

function needsSection(dependencies: MapDependencies): Section {
  const needs = [...needsOf(dependencies)];
  const notes = notesOf(dependencies);
  return {
    type: 'section',
    title: 'What needs what',
    blocks: [
      { ...paragraph(explanation, 'intro'), on: 'page' },
      { type: 'picture', picture: { of: 'needs', dependencies } },
      ...when(needs.length === 0, () => paragraph('No map needs another one, as far as is known.')),
      ...when(notes.length > 0, () => list(notes, 'note')),
      ...when(needs.length > 0, () => ({
        type: 'table' as const,
        // Text draws the picture in words.
        on: 'page' as const,
        caption: 'What each map needs',
        columns: ['Map', 'Needs'],
        noun: 'map',
        rows: needs.map(([from, to]) => ({ cells: [mapName(from), items(to.map(mapName), 'map')] })),
      })),
    ],
  };
}

const explanation =
  'A line leads from a map to what has to run before it, on its left. Dashed lines are inferred from column names. A map that very many others need has a letter instead of lines.';

/** What a reader of the dependencies should know. */
function notesOf({ circles, openLookups, unknown }: MapDependencies): readonly Inline[] {
  const tables = [...new Set(openLookups.map(({ table, field }) => table ?? `${field} (table not known)`))].sort();
  return [
    ...circles.map((circle) => ['Need each other: ', items(circle.map(mapName), 'map')]),
    ...when(tables.length > 0, () => [
      'Lookups to tables that none of these maps brings: ',
      items(tables.map(name), 'table'),
    ]),
    ...when(unknown.length > 0, () => [
      'Not known what these need, because their mapping cannot be read: ',
      items(unknown.map(mapName), 'map'),
    ]),
  ];
}

function versionsSection({ maps, totals }: MapSummary): Section {
  return {
    type: 'section',
    title: 'Versions',
    count: totals.versions,
    blocks: [
      list(
        maps.flatMap(({ name: map, versions }) =>
          versions.map((version) => ({
            text: versionOf(map, version),
            about: [...stateOf(version), countsOf(version)],
          })),
        ),
        'version',
        { most: mostLines, look: 'checks' },
      ),
    ],
  };
}

function versionOf(map: string, version: SummarizedVersion): Inline {
  return [mapName(map), ' ', versionInWords(version)];
}

/** `managed`, `active` */
function stateOf({ isManaged, isParked, isActive }: SummarizedVersion): readonly string[] {
  return [
    ...(isManaged === null ? [] : [isManaged ? 'managed' : 'unmanaged']),
    ...(isParked ? ['parked'] : []),
    ...(isActive === true ? ['active'] : []),
  ];
}

function countsOf({ fields, lookups }: SummarizedVersion): string {
  return fields === null || lookups === null
    ? 'fields not known'
    : `${counted(fields, 'field')}, ${counted(lookups, 'lookup')}`;
}
