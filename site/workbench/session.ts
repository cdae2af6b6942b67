import { issuesInEvaluateOptions } from '../../src/evaluate-snapshot.js';
import { healthFactNames } from '../../src/facts/fact-names.js';
import { factTable } from '../../src/facts/fact-table.js';
import { scrub } from '../../src/facts/scrub.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  type FactName,
  factNames,
  healthCheck,
  hostKey,
  mapDesign,
  operations,
  redactSnapshot,
  type Snapshot,
  type SnapshotFacts,
} from '../../src/index.js';
import { demoSnapshot } from '../../src/inputs/demo-snapshot.js';
import type { ExplainedId } from '../../src/inputs/explained-id.js';
import { type FactLack, factsOf, type Input, recognize, recognizeLarge } from '../../src/inputs/index.js';
import { supplyInWorkbench } from '../../src/inputs/place.js';
import {
  type DocumentModel,
  type Inline,
  junit,
  reportDocument,
  sarif,
  toHtml,
  toHtmlBody,
  toMarkdown,
} from '../../src/reporters/index.js';
import { codeAsWritten } from '../../src/rules/code-as-written.js';
import { type DescribedCard, describedCard } from './described-card.js';
import type {
  CardAbout,
  CardId,
  CheckOptions,
  ExportFormat,
  FactState,
  GivenFile,
  KnownValue,
  Settings,
  Shown,
  ShownTitle,
} from './messages.js';
import { factFields, shownValue, typedFacts } from './person-facts.js';
import { codeIn, hasFacts, type ResultPage, resultPages } from './shown-results.js';

/** What a card was recognized as. */
export interface ReadCard extends DescribedCard {
  readonly inputs: readonly Input[];
  readonly explained?: ExplainedId | undefined;
}

/** A file that was exported. */
export interface Exported {
  readonly fileName: string;
  readonly mime: string;
  readonly text: string;
}

/** Files above this size are read in pieces, and their progress is shown. In bytes. */
const largestWhole = 4 * 2 ** 20;

/**
 * Everything that was given to the workbench, and what there is to show of it. It runs in the worker, and knows nothing of pages.
 *
 * @param now - the clock of the page
 */
export function createSession(now: () => Date) {
  const cards = new Map<CardId, ReadCard>();
  let shown:
    | {
        readonly pages: ReadonlyMap<string, ResultPage>;
        readonly snapshot: Snapshot | undefined;
        readonly evaluate: EvaluateOptions;
      }
    | undefined;

  return { cards, readFiles, readText, readSample, remove, show, htmlOf, exported };

  /** Reads the files of one card; one that cannot be read costs only itself. */
  async function readFiles(
    card: CardId,
    name: string,
    files: readonly GivenFile[],
    { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (bytes: number) => void } = {},
  ): Promise<CardAbout> {
    const inputs: Input[] = [];
    let before = 0;
    for (const one of files) {
      if (signal?.aborted === true) break;
      inputs.push(await inputOf(one, signal, (bytes) => onProgress?.(before + bytes)));
      before += one.file.size;
    }
    return keep(card, name, inputs);
  }

  async function readText(card: CardId, name: string, text: string): Promise<CardAbout> {
    return keep(card, name, [recognize(text, { name })]);
  }

  async function readSample(card: CardId): Promise<CardAbout> {
    return keep(card, 'Sample environment', [
      { kind: 'snapshot', name: 'Sample environment', lacks: [], snapshot: demoSnapshot() },
    ]);
  }

  async function keep(card: CardId, name: string, inputs: readonly Input[]): Promise<CardAbout> {
    const described = await describedCard(name, inputs, now());
    const [first] = inputs;
    const explained = first?.kind === 'error-text' ? codeIn(first.text) : undefined;
    const about = explained === undefined ? described.about : { ...described.about, is: 'a code that is known' };
    cards.set(card, { ...described, about, inputs, explained });
    return about;
  }

  function remove(card: CardId): void {
    cards.delete(card);
  }

  /** Puts everything together. */
  async function show({ typed, options }: Settings): Promise<Shown> {
    const all = [...cards.values()];
    // A code by itself is looked up; beside facts it is also an error that they confirm or not.
    const isChecked =
      Object.values(typed).some((text) => text.trim() !== '') || all.some((card) => card.inputs.some(holdsReport));
    const inputs = all.flatMap((card) => (card.explained === undefined || isChecked ? card.inputs : []));
    const at = now();
    const gathered = await factsOf(inputs, { now: at });
    const environments = 'environments' in gathered ? gathered.environments : [];
    const chosen = environments.find((one) => hostOf(one) === options.environment);
    const known = chosen === undefined ? gathered : await factsOf(inputs, { now: at, ...chosen });
    const facts = 'environments' in known ? {} : known.facts;
    const added = typedFacts(typed, facts);
    const isTyped = Object.keys(added).length > 0;
    const given: readonly Input[] = isTyped
      ? [...inputs, { kind: 'facts', name: 'what was typed', lacks: [], facts: { schemaVersion: 1, facts: added } }]
      : inputs;
    const { evaluate, problem } = evaluateOptions(options);
    const whole = isTyped ? await factsOf(given, { now: at, ...chosen }) : known;
    const snapshot = snapshotIn(whole);
    const found = await resultPages(given, {
      now: at,
      evaluate,
      environment: chosen ?? {},
      snapshot,
      explained: all.flatMap((card) => card.explained ?? []),
    });
    const keys = keysOf(found.pages);
    shown = { pages: new Map(found.pages.map((page, index) => [keys[index] ?? '', page])), snapshot, evaluate };
    return {
      results: found.pages.map((page, index) => titleOf(page, keys[index] ?? '')),
      // What is not understood says so on its own card.
      unused: found.unused
        .filter(({ kind }) => kind !== 'unknown')
        .map(({ name, because }) => `${name ?? 'The text'}: ${because}`),
      facts: 'facts' in whole && snapshot !== undefined ? factStates(whole.facts, whole.lacks) : [],
      known: knownValues(facts),
      environments: environments.flatMap((one) => hostOf(one) ?? []),
      problem,
    };
  }

  /** The body of a result as HTML; `undefined` for one that is no longer there. */
  function htmlOf(key: string): string | undefined {
    const page = shown?.pages.get(key);
    return page === undefined ? undefined : toHtmlBody(page.document);
  }

  function exported(key: string, format: ExportFormat): Exported | undefined {
    if (format === 'snapshot')
      return shown?.snapshot && file('snapshot.json', 'application/json', asJson(redactSnapshot(shown.snapshot)));
    const page = shown?.pages.get(key);
    if (page === undefined) return undefined;
    const { report, explanations } = page;
    switch (format) {
      case 'html':
        return file(`${page.kind}.html`, 'text/html', toHtml(page.document));
      case 'markdown':
        return file(`${page.kind}.md`, 'text/markdown', toMarkdown(page.document));
      case 'json':
        return file(`${page.kind}.json`, 'application/json', asJson(page.json));
      case 'sarif':
        return report && file(`${page.kind}.sarif`, 'application/json', sarif(report, { explanations }));
      case 'junit':
        return report && file(`${page.kind}.xml`, 'application/xml', junit(report, { explanations }));
      case 'ticket':
        return file(`${page.kind}.md`, 'text/markdown', toMarkdown(scrubbed(redactedDocument(page))));
    }
  }

  /** The report of redacted facts, where the facts are known; names of people are then in it as little as secrets. */
  function redactedDocument({ kind, document, report, explanations }: ResultPage): DocumentModel {
    if (kind !== 'report' || report === undefined || shown?.snapshot === undefined) return document;
    return reportDocument(evaluateSnapshot(redactSnapshot(shown.snapshot), shown.evaluate), {
      supply: supplyInWorkbench,
      explanations,
    });
  }

  function knownValues(facts: SnapshotFacts): Shown['known'] {
    const known: Record<string, KnownValue> = {};
    for (const field of factFields) {
      const value = shownValue(field, facts);
      if (value === undefined) continue;
      const from = [...cards.values()].filter((card) => shownValue(field, card.facts) === value);
      known[field.id] = { value, from: from.map(({ about }) => about.name).join(', ') };
    }
    return known;
  }

  function factStates(facts: SnapshotFacts, lacks: readonly FactLack[]): readonly FactState[] {
    const wanted: readonly FactName[] = factNames.filter(
      (name) => facts[name] !== undefined || healthFactNames.some((one) => one === name),
    );
    return wanted.map((name): FactState => {
      const fact = facts[name];
      const lack = lacks.find((one) => one.fact === name);
      const from = [...cards.values()].filter((card) => card.facts[name] !== undefined).map(({ about }) => about.name);
      const state = fact?.status !== 'known' ? 'unknown' : fact.coverage === 'partial' ? 'partial' : 'known';
      return { label: factTable[name].label, state, from, because: lack?.because, urls: lack?.urls ?? [] };
    });
  }
}

export type Session = ReturnType<typeof createSession>;

function holdsReport({ kind }: Input): boolean {
  return /^(?:report|snapshot|facts|har|gateway-capture|service-answer)$/.test(kind);
}

async function inputOf(
  { name, file }: GivenFile,
  signal: AbortSignal | undefined,
  onProgress: (bytes: number) => void,
): Promise<Input> {
  if (file.size > largestWhole)
    return recognizeLarge(chunksOf(file), {
      name,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ bytes }) => onProgress(bytes),
    });
  try {
    return recognize(new Uint8Array(await file.arrayBuffer()), { name });
  } catch {
    return {
      kind: 'unknown',
      name,
      looksLike: 'a file that the browser cannot read',
      expected: 'a file that is still there',
      lacks: [],
    };
  }
}

/** Not every browser iterates over a stream by itself. */
async function* chunksOf(file: Blob): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function snapshotIn(gathered: Awaited<ReturnType<typeof factsOf>>): Snapshot | undefined {
  if ('environments' in gathered) return undefined;
  const { environment, takenAt, facts } = gathered;
  const snapshot: Snapshot = { schemaVersion: 1, environment, takenAt, facts };
  return hasFacts(snapshot) ? snapshot : undefined;
}

const validators = { 'health-check': healthCheck, operations, 'map-design': mapDesign };

/** The options as the engine takes them; a code that is not known is named, and the check never covers less than it says. */
function evaluateOptions({ validator, failOn, roleModel, gate, only }: CheckOptions): {
  readonly evaluate: EvaluateOptions;
  readonly problem?: string;
} {
  const codes = only
    .split(/[\s,;]+/)
    .filter((code) => code !== '')
    .map(codeAsWritten);
  const evaluate = {
    validator: validators[validator],
    failOn,
    roleModel,
    gate,
    ...(codes.length > 0 ? { only: codes } : {}),
  };
  const [issue] = issuesInEvaluateOptions(evaluate);
  if (issue === undefined) return { evaluate };
  return {
    evaluate: { ...evaluate, only: undefined },
    problem: `Only these codes: ${issue.message}. Everything is checked.`,
  };
}

function hostOf({
  dataverseUrl,
  finopsUrl,
}: {
  readonly dataverseUrl?: string | undefined;
  readonly finopsUrl?: string | undefined;
}): string | undefined {
  return hostKey(dataverseUrl) ?? hostKey(finopsUrl);
}

/** The kind of each result, with a number where there are several of it: it stays the same when others come or go. */
function keysOf(pages: readonly ResultPage[]): readonly string[] {
  return pages.map(({ kind }, index) => {
    const before = pages.slice(0, index).filter((page) => page.kind === kind).length;
    return before === 0 ? kind : `${kind}-${before + 1}`;
  });
}

function titleOf(page: ResultPage, key: string): ShownTitle {
  const { label, document, report } = page;
  const filter = document.blocks.find((block) => block.type === 'filter');
  return {
    key,
    label,
    heading: wordsOf(document.subject === undefined ? document.heading : [document.heading, ': ', document.subject]),
    mark: document.mark,
    formats: ['html', 'markdown', 'json', ...(report === undefined ? [] : (['sarif', 'junit'] as const))],
    ...(filter?.type === 'filter' ? { filter: filter.of === 'checks' ? 'checks' : 'rows' } : {}),
  };
}

/** A document without keys, passwords and addresses in its texts. They are removed before Markdown escapes parts of them. */
function scrubbed<Part>(part: Part): Part {
  if (typeof part === 'string') return scrub(part) as Part & string; // safe: a text for a text
  if (Array.isArray(part)) return part.map(scrubbed) as Part & unknown[]; // safe: each part is of the type that it was
  if (typeof part !== 'object' || part === null) return part;
  // Safe: as above, for documents are plain data.
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, scrubbed(value)])) as Part;
}

/** The words of a line, for a place that has no markup. */
function wordsOf(content: Inline): string {
  if (typeof content === 'string' || typeof content === 'number') return String(content);
  if (Array.isArray(content)) return content.map(wordsOf).join('');
  if ('text' in content) return wordsOf(content.text);
  return 'iso' in content ? content.iso : '';
}

function file(name: string, mime: string, text: string): Exported {
  return { fileName: `dual-write-${name}`, mime, text };
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
