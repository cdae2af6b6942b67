import type { CheckedPart } from '../document.js';
import { markCounted } from '../in-words.js';
import { counted } from '../words.js';
import { type Content, type Markup, markup } from './markup.js';

/** What comes after what, and how each part turned out: wide and narrow. */
export function checksPicture(all: readonly CheckedPart[], waits: boolean): Markup {
  const others = all.filter((part) => !isOfHealthCheck(part) && totalOf(part) > 0);
  const isHealthCheck = others.length === 0 || all.some((part) => isOfHealthCheck(part) && totalOf(part) > 0);
  const parts = isHealthCheck ? all.filter(isOfHealthCheck) : [];
  return markup`${isHealthCheck ? [wide(parts, waits), narrow(parts, waits)] : undefined}
${others.length === 0 ? undefined : [beside('wide', others, 960), beside('narrow', others, 328)]}`;
}

/** Whether it is one of the four parts of Microsoft's health check, the first of which gates the others. */
function isOfHealthCheck({ validation }: CheckedPart): boolean {
  return ['Prerequisites', 'APIHubConnection', 'StaleConfiguration', 'BusinessUnit'].includes(validation);
}

function totalOf({ counts }: CheckedPart): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How many columns of counts it has. */
  readonly columns: number;
}

const padding = 14;
const lineHeight = 22;

/** Side by side: the prerequisites, an arrow, and a frame around what relies on them. */
function wide(parts: readonly CheckedPart[], waits: boolean): Markup {
  const height = Math.max(...parts.map((part) => heightOf(part, 1)));
  const frame = { x: 282, y: 0, width: 678, height: height + 2 * padding };
  const boxes = parts.map((part, index) => {
    const x = index === 0 ? 0 : frame.x + padding + (index - 1) * 221;
    return box(part, { x, y: padding, width: index === 0 ? 212 : 208, height, columns: 1 });
  });
  const arrow = { line: 'M220 52h50', head: 'M264 45l8 7-8 7', x: 246, y: 40, anchor: 'middle' };
  return drawing('wide', parts, [960, frame.height], [framed(frame), arrowTo(arrow, waits), boxes]);
}

/** The same from top to bottom, for a telephone. */
function narrow(parts: readonly CheckedPart[], waits: boolean): Markup {
  const heights = parts.map((part) => heightOf(part, 2));
  const [first = 0, ...others] = heights;
  const top = first + 56;
  const frame = {
    x: 0,
    y: top,
    width: 328,
    height: others.reduce((sum, height) => sum + height + 12, 2 * padding - 12),
  };
  const boxes = parts.map((part, index) => {
    const above = heights.slice(1, index).reduce((sum, height) => sum + height + 12, 0);
    const place = index === 0 ? { x: 0, y: 0, width: 328 } : { x: padding, y: top + padding + above, width: 300 };
    return box(part, { ...place, height: heights[index] ?? 0, columns: 2 });
  });
  const arrow = {
    line: `M164 ${first + 8}v38`,
    head: `M157 ${first + 40}l7 8 7-8`,
    x: 182,
    y: first + 32,
    anchor: 'start',
  };
  return drawing('narrow', parts, [328, top + frame.height], [framed(frame), arrowTo(arrow, waits), boxes]);
}

/** Parts that do not wait for others: one below the other where there is no room. */
function beside(name: 'wide' | 'narrow', parts: readonly CheckedPart[], room: number): Markup {
  const columns = name === 'wide' ? 1 : 2;
  const width = name === 'wide' ? 300 : room;
  const height = Math.max(...parts.map((part) => heightOf(part, columns)));
  const inRow = Math.max(1, Math.floor(room / width));
  const boxes = parts.map((part, index) =>
    box(part, {
      x: (index % inRow) * (width + padding),
      y: Math.floor(index / inRow) * (height + padding),
      width,
      height,
      columns,
    }),
  );
  const rows = Math.ceil(parts.length / inRow);
  return drawing(name, parts, [room, rows * (height + padding) - padding], boxes, 'Further parts');
}

function drawing(
  name: 'wide' | 'narrow',
  parts: readonly CheckedPart[],
  [width, height]: readonly [number, number],
  shapes: Content,
  title = 'Prerequisites, and what relies on them',
): Markup {
  const id = `${name}-${parts[0]?.validation ?? 'none'}`;
  const size = markup`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return markup`<svg class="picture ${name}" role="img" aria-labelledby="${id}-title ${id}-desc" ${size}>
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${parts.map(inWords).join(' ')}</desc>
${shapes}</svg>`;
}

function framed({ x, y, width, height }: Omit<Box, 'columns'>): Markup {
  return markup`<rect class="frame" x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="10"/>
`;
}

interface Arrow {
  readonly line: string;
  readonly head: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
}

function arrowTo({ line, head, x, y, anchor }: Arrow, waits: boolean): Markup {
  return markup`<g class="arrow${waits ? ' waits' : ''}"><path class="line" d="${line}"/><path d="${head}"/></g><text class="arrow-label" x="${x}" y="${y}" text-anchor="${anchor}">${waits ? 'waits' : 'then'}</text>
`;
}

function heightOf({ counts }: CheckedPart, columns: number): number {
  return 84 + Math.max(1, Math.ceil(counts.length / columns)) * lineHeight;
}

function box(part: CheckedPart, { x, y, width, height, columns }: Box): Markup {
  const inner = width - 2 * padding;
  const lines = part.counts.map(({ mark, count }, index) => {
    const left = padding + (index % columns) * (inner / columns);
    const top = 78 + Math.floor(index / columns) * lineHeight;
    return markup`<use class="is-${mark}" href="#icon-${mark}" x="${left}" y="${top}" width="16" height="16"/><text x="${left + 23}" y="${top + 13}">${markCounted(mark, count)}</text>
`;
  });
  return markup`<g transform="translate(${x} ${y})"><rect class="box" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
<text class="box-title" x="${padding}" y="28">${part.validation}</text><text class="box-note" x="${padding}" y="46">${totalOf(part) === 0 ? 'not part of this check' : counted(totalOf(part), 'check')}</text>
${bar(part, inner)}${lines}</g>
`;
}

/** One stretch for each mark, as long as its share. */
function bar(part: CheckedPart, width: number): Content {
  const total = totalOf(part);
  let done = 0;
  return part.counts.map(({ mark, count }) => {
    const x = padding + (done / total) * width;
    done += count;
    const length = Math.max(3, (count / total) * width - 2);
    return markup`<rect class="bar is-${mark}" x="${x.toFixed(1)}" y="56" width="${length.toFixed(1)}" height="8" rx="2"/>
`;
  });
}

function inWords(part: CheckedPart): string {
  const { validation, counts } = part;
  if (counts.length === 0) return `${validation}: not part of this check.`;
  return `${validation}: ${counted(totalOf(part), 'check')}, ${counts.map(({ mark, count }) => markCounted(mark, count)).join(', ')}.`;
}
