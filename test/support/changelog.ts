import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code, Heading, Nodes, RootContent, Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A name that has another name now, in the entry that it is imported from. */
interface Renamed {
  readonly now: string;
  readonly entry: string;
}

/** What the CHANGELOG says about upgrading from 0.1.0, by the names of 0.1.0. */
export interface Upgrade {
  /** Names of the entry `operations`, and the entry that each of them is in now. */
  readonly moved: ReadonlyMap<string, string>;
  readonly renamed: ReadonlyMap<string, Renamed>;
  /** Functions that show a result, and the document that each of them is now. */
  readonly documents: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
  /** Changes of code, as the text before and the text after. */
  readonly changes: readonly (readonly [before: string, after: string])[];
}

export const changelog = readFileSync(fileURLToPath(new URL('../../CHANGELOG.md', import.meta.url)), 'utf8');

/** The versions of the CHANGELOG, newest first. */
export const versionsOfChangelog = headingsOf(2);

/** @returns the upgrade that the CHANGELOG describes; a name in two rows of a table is an error */
export function upgradeFrom010(): Upgrade {
  const moved = new Map<string, string>();
  for (const [entry, names] of rowsBelow('Moved')) for (const name of codesIn(names)) add(moved, name, textOf(entry));
  const renamed = new Map<string, Renamed>();
  for (const [before, now, entry] of rowsBelow('Renamed'))
    add(renamed, textOf(before), { now: textOf(now), entry: textOf(entry) });
  const documents = new Map<string, string>();
  for (const [before, now] of rowsBelow('Replaced by documents'))
    for (const name of codesIn(before)) add(documents, name, textOf(now));
  const removed = new Set(rowsBelow('Removed').flatMap(([before]) => codesIn(before)));
  const changes = below('What calls take and return').flatMap((node) =>
    node.type === 'code' && node.lang === 'diff' ? [sidesOf(node)] : [],
  );
  return { moved, renamed, documents, removed, changes };
}

function add<Value>(map: Map<string, Value>, name: string, value: Value): void {
  if (map.has(name)) throw new Error(`the CHANGELOG has ${name} twice`);
  map.set(name, value);
}

/** Both sides of a difference: lines that begin with a blank are part of both. */
function sidesOf({ value }: Code): readonly [before: string, after: string] {
  const side = (mark: string) =>
    value
      .split('\n')
      .filter((line) => line.startsWith(mark) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  return [side('-'), side('+')];
}

function tree(): readonly RootContent[] {
  return fromMarkdown(changelog, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children;
}

function headingsOf(depth: number): readonly string[] {
  return tree().flatMap((node) => (node.type === 'heading' && node.depth === depth ? [textOf(node)] : []));
}

/** What is below a heading, up to the next one. */
function below(title: string): readonly RootContent[] {
  const nodes = tree();
  const start = nodes.findIndex((node) => node.type === 'heading' && textOf(node) === title);
  if (start === -1) throw new Error(`the CHANGELOG has no section ${title}`);
  const end = nodes.findIndex((node, index) => index > start && node.type === 'heading');
  return nodes.slice(start + 1, end === -1 ? undefined : end);
}

function rowsBelow(title: string): readonly (readonly TableCell[])[] {
  const tables = below(title).filter((node): node is Table => node.type === 'table');
  return tables.flatMap(({ children: [, ...rows] }) => rows.map((row) => row.children));
}

function codesIn(node: TableCell | undefined): readonly string[] {
  return (node?.children ?? []).flatMap((child) => (child.type === 'inlineCode' ? [child.value] : []));
}

function textOf(node: Nodes | Heading | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
