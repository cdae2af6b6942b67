import { iconShapes } from './icons.js';
import { type Markup, markup, verbatim } from './markup.js';
import { pageStart } from './page-start.js';

/** A style or script of our own, with what the content security policy says about it. */
interface Inline {
  readonly text: string;
  readonly hash: string;
}

/** What makes one page differ from the next. */
interface Page {
  readonly title: string;
  /** The words of the link that skips what comes before the main part. */
  readonly skip: string;
  readonly header: string;
  readonly main: Markup;
  readonly footer: Markup;
  readonly styles: readonly Inline[];
  readonly script?: Inline;
}

/**
 * A whole page as one file that asks nothing of the network. Its policy names styles and script by hashes, not by
 * `unsafe-inline`: markup that slips through somehow still cannot run.
 */
export function page({ title, skip, header, main, footer, styles, script }: Page): string {
  const allowed = [
    `style-src ${styles.map(({ hash }) => `'${hash}'`).join(' ')}`,
    ...(script === undefined ? [] : [`script-src '${script.hash}'`]),
  ];
  const policy = `default-src 'none'; ${allowed.join('; ')}; base-uri 'none'; form-action 'none'`;
  const whole = markup`${pageStart(policy, title)}${styles.map(({ text }) => markup`<style>${verbatim(text)}</style>`)}
</head>
<body>
<a class="skip" href="#main">${skip}</a>
${iconShapes()}<header><p>${header}</p></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>${footer}</footer>
${
  script === undefined
    ? undefined
    : markup`<script>${verbatim(script.text)}</script>
`
}</body>
</html>
`;
  return whole.markup;
}
