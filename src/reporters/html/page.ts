import { type Content, type Markup, markup, verbatim } from './markup.js';
import { style, styleHash } from './style.js';

/** What a page without a script is made of. */
export interface Page {
  /** Of the window; cut where it is long. */
  readonly title: string;
  /** What stands above the heading. */
  readonly header: string;
  readonly main: Content;
  readonly footer: Content;
  /** More style than every page has, and what the content security policy says about it. */
  readonly style: string;
  readonly styleHash: string;
}

/** A whole page that runs nothing and asks nothing of the network. */
export function page({ title, header, main, footer, style: more, styleHash: moreHash }: Page): Markup {
  const policy = `default-src 'none'; style-src '${styleHash}' '${moreHash}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} – dual-write health</title>
<style>${verbatim(style)}</style>
<style>${verbatim(more)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><p>${header}</p></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>${footer}</footer>
</body>
</html>
`;
}
