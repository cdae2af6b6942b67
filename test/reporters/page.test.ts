import { describe, expect, test } from 'vitest';
import { marks } from '../../src/reporters/checks.js';
import { icon, iconShapes } from '../../src/reporters/html/icons.js';
import { markup } from '../../src/reporters/html/markup.js';
import { page } from '../../src/reporters/html/page.js';

const parts = {
  title: 'A <title>',
  skip: 'Skip to <it>',
  header: 'A <page>',
  main: markup`<p>text</p>`,
  footer: markup`<p>end</p>`,
  styles: [
    { text: 'a > b {}', hash: 'sha256-a' },
    { text: 'c {}', hash: 'sha256-b' },
  ],
};

describe('a page', () => {
  const start = (policy: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>A &#60;title&#62;</title>
<style>a > b {}</style><style>c {}</style>
</head>
<body>
<a class="skip" href="#main">Skip to &#60;it&#62;</a>
${iconShapes().markup}<header><p>A &#60;page&#62;</p></header>
<main id="main" tabindex="-1">
<p>text</p>
</main>
<footer><p>end</p></footer>
`;

  test('runs nothing', () => {
    expect(page(parts)).toBe(
      `${start("default-src 'none'; style-src 'sha256-a' 'sha256-b'; base-uri 'none'; form-action 'none'")}</body>\n</html>\n`,
    );
  });
  test('runs its own script', () => {
    expect(page({ ...parts, script: { text: 'a < b', hash: 'sha256-c' } })).toBe(
      `${start("default-src 'none'; style-src 'sha256-a' 'sha256-b'; script-src 'sha256-c'; base-uri 'none'; form-action 'none'")}<script>a < b</script>\n</body>\n</html>\n`,
    );
  });
});

describe('an icon', () => {
  test('is not read aloud where words say the same', () => {
    expect(icon('error').markup).toBe(
      '<svg class="icon is-error" aria-hidden="true" focusable="false"><use href="#icon-error"/></svg>',
    );
  });
  test('has a name where they do not', () => {
    expect(icon('passed', 'in "order"').markup).toBe(
      '<svg class="icon is-passed" role="img" aria-label="in &#34;order&#34;" focusable="false"><use href="#icon-passed"/></svg>',
    );
  });
  test('has a shape of its own for each mark, in the color of the text around it', () => {
    const [, inside = ''] =
      /^<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">(.*)<\/svg>$/.exec(
        iconShapes().markup,
      ) ?? [];
    const symbols = [...inside.matchAll(/<symbol id="icon-([a-z-]+)" viewBox="0 0 16 16">(.*?)<\/symbol>/g)];
    expect(symbols.map(([symbol]) => symbol).join('')).toBe(inside);
    expect(symbols.map(([, mark]) => mark)).toEqual([...marks]);
    const drawings = symbols.map(([, , drawing = '']) => drawing);
    expect(new Set(drawings).size).toBe(marks.length);
    const strokes =
      'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    for (const drawing of drawings) {
      for (const [element, paint] of drawing.matchAll(/<(?:path|circle)\b([^>]*)\/>/g)) {
        expect(paint?.includes('fill="currentColor"') === true || paint?.includes(strokes)).toBe(true);
        expect(element).toMatch(/ d="m?[A-Z\d][^"]+"| r="6\.5"/);
      }
      expect(drawing.replace(/<(?:path|circle)\b[^>]*\/>/g, '')).toBe('');
      expect(drawing).toContain('<path');
    }
    const withRing = symbols.filter(([, , drawing]) => drawing?.startsWith('<circle cx="8" cy="8" r="6.5"'));
    expect(withRing.map(([, mark]) => mark)).toEqual(['inconclusive', 'blocked', 'not-applicable']);
  });
});
