/** A page of the site before it is HTML. */
export interface SitePage {
  readonly kind: 'rule' | 'error' | 'guide' | 'index' | 'front' | 'workbench';
  /** The Markdown file in `docs`, or the file of the project that makes the page. */
  readonly file: string;
  /** On the site, with a slash at its end; empty for the front page. */
  readonly path: string;
  readonly title: string;
  /** What is read, without the notes for those who maintain it. */
  readonly markdown: string;
  /** Scripts and styles of its own, as paths on the site. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** The address of the site, for a page that is shown at any address. */
  readonly isAnywhere?: string;
  readonly previous?: Neighbor | undefined;
  readonly next?: Neighbor | undefined;
}

/** A page that another one refers to. */
export interface Neighbor {
  readonly path: string;
  readonly title: string;
}
