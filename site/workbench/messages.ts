import type { Mark } from '../../src/reporters/index.js';

/*
 * What the page and its worker say to each other. The worker holds what was given and makes all results; the page only shows them.
 */

/** A card's number. */
export type CardId = number;

/** What a card says about what was given. */
export interface CardAbout {
  readonly name: string;
  /** What it is: a phrase. */
  readonly is: string;
  /** What can be used of it. */
  readonly gives: readonly string[];
  /** What would make it whole, or why nothing can be used of it. */
  readonly lacks: readonly string[];
  /** What could have been read instead, where it was not understood. */
  readonly expected?: string | undefined;
  readonly mark: Mark;
}

/** A file that was dropped or chosen; its name has the folders in it. */
export interface GivenFile {
  readonly name: string;
  readonly file: Blob;
}

/** How things are checked, as the options of the command line say it; blank for the usual. */
export interface CheckOptions {
  readonly validator: 'health-check' | 'operations' | 'map-design';
  readonly failOn: 'error' | 'warning';
  readonly roleModel: 'least-privilege' | 'system-administrator';
  readonly gate: 'documented' | 'none';
  /** Codes, separated by commas or blanks. */
  readonly only: string;
  /** The host of the environment that is meant, where there are several. */
  readonly environment: string;
}

/** What a person typed, by the id of the field. */
export type TypedFacts = Readonly<Record<string, string>>;

export interface Settings {
  readonly typed: TypedFacts;
  readonly options: CheckOptions;
}

export type ExportFormat = 'html' | 'markdown' | 'json' | 'sarif' | 'junit' | 'ticket' | 'snapshot';

export type ToWorker =
  | { readonly type: 'files'; readonly card: CardId; readonly name: string; readonly files: readonly GivenFile[] }
  | { readonly type: 'text'; readonly card: CardId; readonly name: string; readonly text: string }
  | { readonly type: 'sample'; readonly card: CardId }
  | { readonly type: 'stop' | 'remove'; readonly card: CardId }
  | { readonly type: 'show'; readonly revision: number; readonly settings: Settings }
  | { readonly type: 'page'; readonly request: number; readonly key: string }
  | { readonly type: 'export'; readonly key: string; readonly format: ExportFormat }
  | { readonly type: 'remember'; readonly settings: Settings }
  | { readonly type: 'restore' | 'forget' };

/** A value of a fact, and the cards that say it. */
export interface KnownValue {
  readonly value: string;
  readonly from: string;
}

/** What is known of one fact. */
export interface FactState {
  readonly label: string;
  readonly state: 'known' | 'partial' | 'unknown';
  /** The cards that say something about it. */
  readonly from: readonly string[];
  readonly because?: string | undefined;
  /** The addresses whose answers would make it whole. */
  readonly urls: readonly string[];
}

/** A result, as the list of results names it. */
export interface ShownTitle {
  readonly key: string;
  readonly label: string;
  readonly heading: string;
  readonly mark?: Mark | undefined;
  readonly formats: readonly ExportFormat[];
  /** Which of the scripts that filter it needs. */
  readonly filter?: 'checks' | 'rows' | undefined;
}

/** What there is to show. */
export interface Shown {
  readonly results: readonly ShownTitle[];
  readonly unused: readonly string[];
  readonly facts: readonly FactState[];
  readonly known: Readonly<Record<string, KnownValue>>;
  /** The hosts to choose from, where the cards are about several environments. */
  readonly environments: readonly string[];
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined;
}

export type FromWorker =
  | { readonly type: 'progress'; readonly card: CardId; readonly bytes: number; readonly size: number }
  | { readonly type: 'card'; readonly card: CardId; readonly about: CardAbout }
  | { readonly type: 'shown'; readonly revision: number; readonly shown: Shown }
  | {
      readonly type: 'piece';
      readonly request: number;
      readonly html: string;
      readonly isLast: boolean;
    }
  | {
      readonly type: 'exported';
      readonly format: ExportFormat;
      readonly fileName: string;
      readonly mime: string;
      readonly text: string;
    }
  | {
      readonly type: 'restored';
      readonly cards: readonly { readonly card: CardId; readonly about: CardAbout }[];
      readonly settings?: Settings | undefined;
    }
  | { readonly type: 'remembering'; readonly isOn: boolean; readonly problem?: string | undefined };
