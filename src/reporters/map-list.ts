import picocolors from 'picocolors';
import type { MapDependencies } from '../maps/map-dependencies.js';
import type { MapSummary, SummarizedVersion } from '../maps/summarize-maps.js';
import { markdownText, startOf, visible } from './escape.js';
import { count } from './in-words.js';
import { mapInWords } from './map-difference-in-words.js';
import { mapTree, needsOf } from './map-tree.js';
import type { PrettyOptions } from './pretty.js';

/**
 * Maps with their versions for a terminal, and what needs what as a tree.
 * @public
 */
export function prettyMaps(summary: MapSummary, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const blocks = summary.maps.map(({ name, versions }) =>
    [
      colors.bold(visible(mapInWords(name))),
      ...versions.flatMap((version) => [
        `  ${visible(versionInWords(version))}`,
        ...version.faults.slice(0, mostFaults).map((fault) => `    ${colors.yellow(visible(startOf(fault, 300)))}`),
        ...moreFaults(version).map((line) => `    ${colors.yellow(line)}`),
      ]),
    ].join('\n'),
  );
  const tree = mapTree(summary.dependencies).map((line) => `  ${visible(line)}`);
  return `${[
    ...blocks,
    ...(tree.length === 0 ? [] : [[colors.bold('WHAT NEEDS WHAT'), ...tree].join('\n')]),
    ...notesOf(summary.dependencies).map((note) => colors.yellow(visible(note))),
    totalsInWords(summary),
  ].join('\n\n')}\n`;
}

/**
 * Maps with their versions and what they need as a table, for a ticket or a wiki.
 * @public
 */
export function markdownMaps(summary: MapSummary): string {
  const needs = needsOf(summary.dependencies);
  const rows = summary.maps.flatMap(({ name, versions }) =>
    versions.map((version) => {
      const cells = [
        mapInWords(name),
        version.version ?? 'none',
        version.publisher ?? 'not known',
        stateInWords(version),
        String(version.fields ?? 'not known'),
        String(version.lookups ?? 'not known'),
        [...version.faults.slice(0, mostFaults).map((fault) => startOf(fault, 300)), ...moreFaults(version)].join('; '),
      ];
      return `| ${cells.map(markdownText).join(' | ')} |`;
    }),
  );
  const table = [
    '| Map | Version | Publisher | State | Fields | Lookups | Faults |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ];
  const lines = [...needs].map(
    ([name, needed]) =>
      `- ${markdownText(mapInWords(name))}: ${needed.map((one) => markdownText(mapInWords(one))).join(', ')}`,
  );
  return `${[
    totalsInWords(summary),
    table.join('\n'),
    ...(lines.length === 0 ? [] : [`### What needs what\n\n${lines.join('\n')}`]),
    ...notesOf(summary.dependencies).map(markdownText),
  ].join('\n\n')}\n`;
}

const mostFaults = 5;

function moreFaults({ faults }: SummarizedVersion): readonly string[] {
  return faults.length > mostFaults ? [`… and ${faults.length - mostFaults} more (--format json lists them all)`] : [];
}

function versionInWords(version: SummarizedVersion): string {
  const { fields, lookups } = version;
  const counts =
    fields === null || lookups === null ? 'fields not known' : `${count(fields, 'field')}, ${count(lookups, 'lookup')}`;
  const name = startOf(version.version ?? 'without a version', 60);
  const publisher = startOf(version.publisher ?? 'publisher not known', 60);
  return [name, publisher, stateInWords(version), counts].filter((part) => part !== '').join('  ');
}

/** `managed, active` */
export function stateInWords({ isManaged, isParked, isActive }: SummarizedVersion): string {
  return [
    ...(isManaged === null ? [] : [isManaged ? 'managed' : 'unmanaged']),
    ...(isParked ? ['parked'] : []),
    ...(isActive === true ? ['active'] : []),
  ].join(', ');
}

const mostNamed = 10;

/** What a reader of the dependencies should know. */
export function notesOf({ circles, openLookups, unknown }: MapDependencies): readonly string[] {
  const tables = [...new Set(openLookups.map(({ table, field }) => table ?? `${field} (table not known)`))].sort();
  return [
    ...circles.map((circle) => `Need each other: ${named(circle)}.`),
    ...(tables.length === 0 ? [] : [`Lookups that no map here serves: ${named(tables)}.`]),
    ...(unknown.length === 0 ? [] : [`What these need is not known, their mapping cannot be read: ${named(unknown)}.`]),
  ];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => startOf(name, 100));
  return [...shown, ...(names.length > mostNamed ? [`${names.length - mostNamed} more`] : [])].join(', ');
}

export function totalsInWords({ totals }: MapSummary): string {
  const bad = totals.unreadable === 0 ? '' : `, ${totals.unreadable} of them cannot be read`;
  return `${count(totals.maps, 'map')} in ${count(totals.versions, 'version')}${bad}.`;
}
