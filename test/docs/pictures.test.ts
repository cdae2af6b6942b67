import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Image, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, test } from 'vitest';
import { picturedPages } from '../../scripts/pictures/pictured-pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'docs/pictures';
const files = readdirSync(join(root, folder));
const drawings = files.filter((name) => name.endsWith('.svg'));
const screenshots = files.filter((name) => name.endsWith('.png'));
const bytesOf = (path: string) => readFileSync(join(root, path));

describe('links to pictures', () => {
  const pages = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...['docs', 'examples'].flatMap((place) =>
      readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(place, name)),
    ),
  ];
  const links = pages.flatMap((page) =>
    imagesIn(fromMarkdown(bytesOf(page).toString())).map(({ url, alt }) => ({ page, url, alt: alt ?? '' })),
  );

  test.each(links)('$page: $url is there, and a text says what it shows', ({ page, url, alt }) => {
    expect(url).not.toMatch(/^[a-z]+:/i);
    expect(existsSync(join(root, dirname(page), decodeURIComponent(url)))).toBe(true);
    expect(alt.split(' ').length).toBeGreaterThanOrEqual(3);
  });

  test('every picture is shown somewhere', () => {
    const shown = links.map(({ page, url }) => normalize(join(dirname(page), url)));
    expect([...drawings, ...screenshots].filter((name) => !shown.includes(join(folder, name)))).toEqual([]);
  });
});

describe.each(drawings)('%s', (name) => {
  const text = bytesOf(join(folder, name)).toString();
  const tags = tagsIn(text);

  test('is small, and has a name and a description for those who do not see it', () => {
    expect(text.length).toBeLessThan(8_000);
    const [svg] = tags;
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title desc' });
    const { width, height, viewBox } = svg?.attributes ?? {};
    expect(viewBox).toBe(`0 0 ${width} ${height}`);
    for (const part of ['title', 'desc']) {
      const [tag, ...more] = tags.filter((one) => one.name === part);
      expect([tag?.attributes.id, more]).toEqual([part, []]);
      expect(tag?.text.trim().split(' ').length).toBeGreaterThanOrEqual(3);
    }
  });

  test('only draws: nothing is run, loaded or linked', () => {
    const drawn = ['svg', 'title', 'desc', 'style', 'rect', 'circle', 'path', 'text'];
    expect(tags.map((tag) => tag.name).filter((tag) => !drawn.includes(tag))).toEqual([]);
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /^on|href|^style$/i.test(key)),
    ).toEqual([]);
    expect(text).not.toMatch(/@import|@font-face|url\(|<!DOCTYPE|<\?/i);
  });

  test('has the colors of all drawings, in light and in dark', () => {
    const styles = tags.filter((tag) => tag.name === 'style').map((tag) => tag.text);
    const [other] = tagsIn(bytesOf(join(folder, drawings[0] ?? '')).toString()).filter((tag) => tag.name === 'style');
    expect(styles).toEqual([other?.text]);
    expect(styles[0]).toContain('@media (prefers-color-scheme: dark)');
    // A color that is written at a shape would not change in the dark.
    expect(
      tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /fill|stroke|color/.test(key)),
    ).toEqual([]);
  });

  test('keeps every text in the picture', () => {
    const width = Number(tags[0]?.attributes.width);
    for (const { name: tag, attributes, text: words } of tags) {
      if (tag !== 'text' || attributes.class === 'number') continue;
      expect(Number(attributes.x) + words.length * 5.5, words).toBeLessThan(width);
    }
  });
});

describe('contrast of the drawings', () => {
  const [style = ''] = tagsIn(bytesOf(join(folder, drawings[0] ?? '')).toString())
    .filter((tag) => tag.name === 'style')
    .map((tag) => tag.text);
  const [light = '', dark = ''] = [...style.matchAll(/svg \{([^}]*)\}/g)].map(([, colors = '']) => colors);

  test.each([
    ['light', light],
    ['dark', dark],
  ])('in %s is that of WCAG 2.2, level AA', (_name, colors) => {
    const colorOf = (name: string) => new RegExp(`--${name}: (#\\w+)`).exec(colors)?.[1] ?? '';
    for (const ink of ['ink', 'soft', 'mark'])
      for (const ground of ['paper', 'bar', 'tint'])
        expect(contrast(colorOf(ink), colorOf(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colorOf('on-mark'), colorOf('mark'))).toBeGreaterThanOrEqual(4.5);
  });

  test('is computed as WCAG does', () => {
    expect(contrast('#fff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  });
});

describe('screenshots', () => {
  const hashes: Readonly<Record<string, string>> = JSON.parse(bytesOf(join(folder, 'pages.json')).toString());

  test('show our pages as they are now; if not: npm run screenshots', async () => {
    const pages = [...(await picturedPages())].map(([name, page]) => [
      name,
      createHash('sha256').update(page).digest('hex'),
    ]);
    expect(hashes).toEqual(Object.fromEntries(pages));
    expect(screenshots.sort()).toEqual(Object.keys(hashes).sort());
  });

  test.each(screenshots)('%s is a first screen of 1280 pixels, and small', (name) => {
    const bytes = bytesOf(join(folder, name));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 800]);
    expect(statSync(join(root, folder, name)).size).toBeLessThan(200_000);
  });
});

test('nothing else lies beside the pictures', () => {
  expect(files.filter((name) => !/\.(?:svg|png)$/.test(name))).toEqual(['pages.json']);
});

function imagesIn(node: Nodes): readonly Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesIn) : [];
}

interface Tag extends Pick<SaxesTagPlain, 'name'> {
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The tags of a drawing with their texts; it throws where the XML is broken. */
function tagsIn(xml: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tag = { name, attributes, text: '' };
    tags.push(tag);
    open.push(tag);
  });
  parser.on('text', (text) => {
    const tag = open.at(-1);
    if (tag) tag.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return tags;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const digits = color.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
