import { byCodeUnits } from '../../facts/by-code-units.js';
import { groupsBy } from '../../facts/groups-by.js';
import type { MapDependencies } from '../../maps/map-dependencies.js';
import { startOf } from '../escape.js';
import { mapInWords } from '../map-difference-in-words.js';
import { needsOf } from '../map-tree.js';
import { counted } from '../words.js';
import { type Content, type Markup, markup } from './markup.js';

const width = 236;
const height = 54;
const gapX = 84;
const gapY = 10;
const margin = 16;
/** More maps of one level are drawn in further columns: a picture must not become very high. */
const mostInColumn = 30;
/** What more maps need than this is not drawn as lines, which would cover everything, but as a letter. */
const mostLines = 8;
const longestLine = 30;

interface Node {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly needs: readonly string[];
  readonly neededBy: number;
  /** The letter of a map that many need. */
  readonly letter: string | undefined;
}

/**
 * Dependencies, from left to right: a line leads from a map to what it needs on its left. The same maps give the same picture in
 * whichever order they come.
 */
export function needsPicture(dependencies: MapDependencies): Markup {
  const nodes = layOut(dependencies);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const inCircle = new Map(
    dependencies.circles.flatMap((circle, index) => circle.map((name) => [name, index] as const)),
  );
  const unknown = new Set(dependencies.unknown);
  const right = nodes.reduce((most, { x }) => Math.max(most, x), 0) + width + margin;
  const bottom = nodes.reduce((most, { y }) => Math.max(most, y), 0) + height + margin;
  const edges = dependencies.dependencies.flatMap(({ from, to, evidence }): readonly Markup[] => {
    const [start, end] = [byName.get(from), byName.get(to)];
    if (start === undefined || end === undefined || end.letter !== undefined) return [];
    const circle = inCircle.get(from);
    const isCircle = circle !== undefined && circle === inCircle.get(to);
    const kind = `${evidence === 'inferred' ? ' inferred' : ''}${isCircle ? ' is-error' : ''}`;
    return [
      markup`<path class="edge${kind}" d="${pathOf(start, end)}"/>
`,
    ];
  });
  const boxes = nodes.map((node) => box(node, byName, inCircle.has(node.name), unknown.has(node.name)));
  const size = markup`width="${right}" height="${bottom}" viewBox="0 0 ${right} ${bottom}"`;
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="Picture of what needs what">
<svg class="needs" role="img" aria-labelledby="maps-title maps-desc" ${size}>
<title id="maps-title">Dependencies</title>
<desc id="maps-desc">${counted(nodes.length, 'map')}, ${counted(dependencies.dependencies.length, 'need')} of one for another. The table below says the same in words.</desc>
${edges}${boxes}</svg></div>`;
}

function layOut(maps: MapDependencies): readonly Node[] {
  const { order, dependencies } = maps;
  const needs = needsOf(maps);
  const neededBy = groupsBy(dependencies, ({ to }) => to);
  const hubs = [...neededBy]
    .filter(([, { length }]) => length > mostLines)
    .map(([name]) => name)
    .sort();
  const letters = new Map(hubs.map((name, index) => [name, letterOf(index)]));
  const levels = groupsBy(order, ({ level }) => level);
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  let column = 0;
  for (const steps of levels.values()) {
    const names = steps.map(({ name }) => name);
    // Beside what a map needs, as far as that is possible: lines stay short and cross less.
    const wish = new Map(names.map((name) => [name, meanHeight(needs.get(name) ?? [], places)]));
    const placed = [...names].sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || byCodeUnits(a, b));
    for (const [index, name] of placed.entries()) {
      const inColumn = column + Math.floor(index / mostInColumn);
      const row = index % mostInColumn;
      places.set(name, { x: margin + inColumn * (width + gapX), y: margin + row * (height + gapY) });
    }
    column += Math.ceil(names.length / mostInColumn);
  }
  return order.map(({ name }) => ({
    name,
    ...(places.get(name) ?? { x: 0, y: 0 }),
    needs: needs.get(name) ?? [],
    neededBy: neededBy.get(name)?.length ?? 0,
    letter: letters.get(name),
  }));
}

function meanHeight(names: readonly string[], places: ReadonlyMap<string, { readonly y: number }>): number {
  const heights = names.flatMap((name) => places.get(name)?.y ?? []);
  return heights.length === 0 ? 0 : heights.reduce((sum, one) => sum + one, 0) / heights.length;
}

/** A to Z, then A2 and so on. */
function letterOf(index: number): string {
  const round = Math.floor(index / 26);
  return `${String.fromCharCode(65 + (index % 26))}${round === 0 ? '' : round + 1}`;
}

/** A curve from the left of a map to the right of what it needs; within one column it bows out to the left. */
function pathOf(from: Node, to: Node): string {
  const [y1, y2] = [from.y + height / 2, to.y + height / 2];
  if (to.x < from.x) {
    const [x1, x2] = [from.x, to.x + width];
    const bend = Math.min(gapX, Math.max(24, (x1 - x2) / 2));
    return `M${x1} ${y1}C${x1 - bend} ${y1} ${x2 + bend} ${y2} ${x2} ${y2}`;
  }
  const out = Math.min(from.x, to.x) - gapX / 3;
  return `M${from.x} ${y1}C${out} ${y1} ${out} ${y2} ${to.x} ${y2}`;
}

function box(
  { name, x, y, needs, neededBy, letter }: Node,
  byName: ReadonlyMap<string, Node>,
  isInCircle: boolean,
  isUnknown: boolean,
): Markup {
  const look = isInCircle ? markup` class="is-error"` : isUnknown ? markup` class="is-inconclusive"` : undefined;
  const letters = needs.flatMap((one) => byName.get(one)?.letter ?? []);
  const [table, entity] = sidesOf(name);
  const note = [
    ...(letters.length === 0 ? [] : [`needs ${letters.slice(0, 8).join(' ')}${letters.length > 8 ? ' …' : ''}`]),
    ...(neededBy === 0 ? [] : [`needed by ${neededBy}`]),
    ...(isInCircle ? ['circle'] : []),
    ...(isUnknown ? ['not read'] : []),
  ].join(', ');
  return markup`<g transform="translate(${x} ${y})"${look}>
<title>${titleOf(name, needs)}</title><rect class="map" width="${width}" height="${height}" rx="6"/>
<text x="10" y="16">${startOf(table, longestLine)}</text><text class="soft" x="10" y="31">${startOf(entity, 42)}</text>
<text class="soft note" x="10" y="46">${note}</text>
${hub(letter)}</g>
`;
}

function hub(letter: string | undefined): Content {
  if (letter === undefined) return undefined;
  return markup`<circle class="hub" cx="${width - 16}" cy="13" r="9"/><text class="hub-letter" x="${width - 16}" y="17" text-anchor="middle">${letter}</text>`;
}

function sidesOf(name: string): readonly [string, string] {
  const text = mapInWords(name);
  const at = text.indexOf(' - ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 3)];
}

const mostInTitle = 20;

function titleOf(name: string, needs: readonly string[]): string {
  if (needs.length === 0) return `${mapInWords(name)} needs no other map`;
  const shown = needs.slice(0, mostInTitle).map((one) => startOf(mapInWords(one), 80));
  const more = needs.length > mostInTitle ? ` and ${needs.length - mostInTitle} more` : '';
  return `${mapInWords(name)} needs ${shown.join(', ')}${more}`;
}
