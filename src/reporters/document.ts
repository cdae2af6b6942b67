import type { MapDependencies } from '../maps/map-dependencies.js';
import type { Link, Performer } from '../rules/remediation/remediation.js';
import type { HourCount } from '../sync-errors/summarize-sync-errors.js';
import type { ActivityTimeline, Span } from './activity-timeline.js';

/**
 * What a person reads about a result, before it is known where: plain data, made by one function for each kind of result, and turned
 * into text by `toPretty`, `toMarkdown` and `toHtml`. Text in it is as it came: escaping, limits, widths and colors belong to those three.
 * @public
 */
export interface DocumentModel {
  /** The name of its window. */
  readonly title: string;
  /** What kind of page it is, for example `Dual-write health report`. */
  readonly header: string;
  /** What the page is about in one word: `report`, `maps`. */
  readonly noun: string;
  /** The first line: the verdict, or what this is about. */
  readonly heading: Inline;
  /** What the verdict is about, for example an environment. */
  readonly subject?: Inline | undefined;
  readonly mark?: Mark | undefined;
  /** What belongs to the verdict. */
  readonly summary: readonly Block[];
  readonly blocks: readonly Block[];
  /** The last lines of a page, for example which tool made it. */
  readonly footer?: readonly Inline[] | undefined;
}

/**
 * How something turned out. It decides the sign, the color and, on a terminal, the word before a title.
 * @public
 */
export type Mark =
  | 'error'
  | 'warning'
  | 'inconclusive'
  | 'blocked'
  | 'errored'
  | 'accepted'
  | 'passed'
  | 'not-applicable'
  | 'skipped';

/**
 * Words within a line. A plain string may come from anywhere; words between backticks are code where the format has code.
 * @public
 */
export type Inline =
  | string
  | number
  | { readonly type: 'name' | 'code' | 'quote'; readonly text: string }
  | { readonly type: 'strong' | 'soft' | 'tag'; readonly text: Inline }
  /** ISO 8601. */
  | { readonly type: 'time'; readonly iso: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  /** Leads to a section of the same page. */
  | { readonly type: 'jump'; readonly text: Inline; readonly to: string }
  | { readonly type: 'mark'; readonly mark: Mark }
  /** With a few words about it below, as an item of a list has them. */
  | { readonly type: 'titled'; readonly text: Inline; readonly about: readonly Inline[] }
  /** A list where lines have no room for one, such as a cell of a table. */
  | { readonly type: 'items'; readonly items: readonly Inline[]; readonly noun: string }
  /** Words that the script of a page rewrites when it filters. */
  | { readonly type: 'slot'; readonly id: string; readonly text: string }
  | readonly Inline[];

/**
 * Where a block is shown; left out, everywhere.
 * @public
 */
export type Medium = 'terminal' | 'markdown' | 'page';

/**
 * Data of an element by which the script of a page finds and filters it.
 * @public
 */
export type Facets = Readonly<Record<string, string | number>>;

/**
 * A part of a document.
 * @public
 */
export type Block = { readonly on?: Medium | readonly Medium[] | undefined } & (
  | Section
  | Paragraph
  | List
  | Table
  | Fields
  | Ways
  | Steps
  | Code
  | Picture
  | Notice
  | Details
  | Tiles
  | Filter
);

/**
 * A heading with what belongs to it. How deep it lies decides how it looks: a chapter, a card, a part of a card.
 * @public
 */
export interface Section {
  readonly type: 'section';
  readonly title: Inline;
  /** `page`: elsewhere what belongs to it is shown without the title. */
  readonly titleOn?: 'page' | undefined;
  /** Within the page, for links to it. */
  readonly id?: string | undefined;
  readonly mark?: Mark | undefined;
  /** Shown before the title where lines have no room for more, else beside {@link Section.about}. */
  readonly code?: { readonly text: string; readonly url?: string | undefined } | undefined;
  /** A number beside the title. */
  readonly count?: number | undefined;
  /** A few words about it, such as where it comes from. */
  readonly about?: readonly Inline[] | undefined;
  /** Who carries out the ways in it, where they name nobody else. */
  readonly performedBy?: readonly Performer[] | undefined;
  readonly blocks: readonly Block[];
  readonly facets?: Facets | undefined;
}

/**
 * A line or a few lines of text.
 * @public
 */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: Inline;
  readonly look?: 'lead' | 'intro' | 'lost' | 'topics' | undefined;
}

/**
 * Items in their order; long lists are cut or folded.
 * @public
 */
export interface List {
  readonly type: 'list';
  readonly items: readonly Item[];
  /** One of them in a word, for `and 12 more findings`. */
  readonly noun: string;
  /** How many are shown where there is nothing to unfold; left out, as many as the format shows. */
  readonly most?: number | undefined;
  /** How many more there are than `items` holds, which has as many as any format shows. */
  readonly left?: number | undefined;
  /** How a page shows it: findings and checks, which its filter knows; rows of a file; a few words each. */
  readonly look?: 'findings' | 'checks' | 'rows' | 'plain' | undefined;
}

/**
 * One item of a list.
 * @public
 */
export interface Item {
  readonly text: Inline;
  readonly mark?: Mark | undefined;
  /** Less important words beside or below it. */
  readonly note?: Inline | undefined;
  readonly about?: readonly Inline[] | undefined;
  /** What belongs to it. */
  readonly items?: readonly Item[] | undefined;
  readonly facets?: Facets | undefined;
}

/**
 * Rows under the names of their columns; long tables are cut.
 * @public
 */
export interface Table {
  readonly type: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly noun: string;
  readonly most?: number | undefined;
  /** How many more there are than `rows` holds, which has as many as any format shows. */
  readonly left?: number | undefined;
  /** `figures`: the last column is a number. `counts`: all but the first are. `log`: the first is a time. */
  readonly look?: 'figures' | 'counts' | 'log' | undefined;
  /** The last row is a sum. */
  readonly hasTotal?: boolean | undefined;
}

/**
 * One row of a table.
 * @public
 */
export interface Row {
  readonly cells: readonly Inline[];
  readonly facets?: Facets | undefined;
}

/**
 * Names with their values.
 * @public
 */
export interface Fields {
  readonly type: 'fields';
  readonly fields: readonly (readonly [name: string, value: Inline])[];
  readonly look?: 'acceptance' | 'legend' | undefined;
}

/**
 * Ways to the same end, the least destructive first; or, `inOrder`, what is done one after the other.
 * @public
 */
export interface Ways {
  readonly type: 'ways';
  readonly ways: readonly Way[];
  readonly inOrder?: boolean | undefined;
  /** Where the steps of the other ways are, for text that shows those of the first alone; left out, all are shown. */
  readonly others?: string | undefined;
}

/**
 * One way: who takes it, what is lost, the steps.
 * @public
 */
export interface Way {
  readonly title: string;
  readonly performedBy: readonly Performer[];
  /** What is lost; `null`: nothing. */
  readonly destroys: string | null;
  readonly steps: readonly Inline[];
  readonly links?: readonly Link[] | undefined;
  /** Statements to be read before they are run. */
  readonly code?: readonly string[] | undefined;
}

/**
 * Numbered steps.
 * @public
 */
export interface Steps {
  readonly type: 'steps';
  readonly steps: readonly Inline[];
}

/**
 * Lines that stay as they are.
 * @public
 */
export interface Code {
  readonly type: 'code';
  readonly language: 'text' | 'sql' | 'sh';
  readonly lines: readonly string[];
}

/**
 * A picture, as the data that it is drawn from.
 * @public
 */
export interface Picture {
  readonly type: 'picture';
  readonly picture: PictureData;
}

/**
 * What a picture shows.
 * @public
 */
export type PictureData =
  | { readonly of: 'checks'; readonly parts: readonly CheckedPart[]; readonly waits: boolean }
  /** `span`: drawn as one line of that time where a picture takes lines. */
  | {
      readonly of: 'timeline';
      readonly timeline: ActivityTimeline;
      readonly anomalies: readonly { readonly at: number; readonly severity: 'error' | 'warning' }[];
      readonly span?: Span | undefined;
    }
  | { readonly of: 'needs'; readonly dependencies: MapDependencies }
  | { readonly of: 'hours'; readonly hours: readonly HourCount[] };

/**
 * How many checks of a part turned out how.
 * @public
 */
export interface CheckedPart {
  readonly validation: string;
  readonly counts: readonly { readonly mark: Mark; readonly count: number }[];
}

/**
 * Something that the reader must know.
 * @public
 */
export interface Notice {
  readonly type: 'notice';
  readonly mark: Mark;
  readonly text: Inline;
  readonly blocks?: readonly Block[] | undefined;
}

/**
 * What few will read: folded on a page, left out elsewhere unless it is open.
 * @public
 */
export interface Details {
  readonly type: 'details';
  readonly summary: Inline;
  readonly mark?: Mark | undefined;
  readonly isOpen?: boolean | undefined;
  readonly blocks: readonly Block[];
}

/**
 * Ways into a page, each with its number.
 * @public
 */
export interface Tiles {
  readonly type: 'tiles';
  readonly tiles: readonly {
    readonly mark?: Mark | undefined;
    readonly to: string;
    readonly count: number;
    readonly label: string;
    readonly note?: string | undefined;
  }[];
}

/**
 * The controls of a page that filters: its script shows them.
 * @public
 */
export interface Filter {
  readonly type: 'filter';
  readonly of: 'checks' | 'rows';
  readonly total: number;
  /** Rows that are not on the page. */
  readonly left?: number | undefined;
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    /** Values and what is shown for them; a text or a time is typed. */
    readonly choices: readonly (readonly [value: string, label: string])[] | 'text' | 'time';
  }[];
}
