import { filterChecks, filterRows } from 'report-filters';
import { chosenThings, type DroppedThings, droppedThings } from './dropped-files.js';
import type {
  CardAbout,
  CardId,
  CheckOptions,
  ExportFormat,
  FactState,
  FromWorker,
  GivenFile,
  Settings,
  Shown,
  ToWorker,
} from './messages.js';
import { resultPlace } from './result-place.js';

/** What a card was made from; the worker is given it again when it has to be started again. */
type Source =
  | { readonly type: 'files'; readonly name: string; readonly files: readonly GivenFile[] }
  | { readonly type: 'text'; readonly name: string; readonly text: string }
  | { readonly type: 'sample' | 'remembered'; readonly name: string };

interface Card {
  readonly source: Source;
  readonly element: HTMLElement;
  about?: CardAbout;
}

/** After so long a reading that was stopped is ended together with its worker. In milliseconds. */
const patience = 2_000;
/** While somebody types. */
const pause = 200;
/** More cards than this help nobody. */
const mostCards = 1_000;

/**
 * Brings the workbench of a page to life. All work is done by a worker; this only places what that says.
 *
 * @param startWorker - starts a worker with the script `worker.ts`
 */
export function openWorkbench(startWorker: () => Worker): void {
  const cards = new Map<CardId, Card>();
  /** Unlike the numbers of cards that were remembered on another day. */
  let lastCard = Date.now();
  let texts = 0;
  let worker = workerThatAnswers();
  let revision = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let shown: Shown | undefined;
  let current = 0;
  const place = resultPlace(byId('wb-result'));
  /** The number of the last request for a result; pieces of another are late. */
  let request = 0;
  let filtering = new AbortController();
  let isRestored = false;
  const typed = new Map<string, string>();
  /** What the page says where there is nothing to show. */
  const ideas = [...byId('wb-result').childNodes];

  listen();
  send({ type: 'restore' });

  // ── The worker

  function workerThatAnswers(): Worker {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
    started.onerror = () => {
      const [card] = unread();
      if (card !== undefined) end(card, 'The browser could not read it: it may need more memory than there is.');
      else
        say('wb-news', 'A part of this page could not be loaded, or needs more memory than there is: reload the page.');
    };
    return started;
  }

  function send(message: ToWorker): void {
    worker.postMessage(message);
  }

  function hear(message: FromWorker): void {
    switch (message.type) {
      case 'progress':
        showProgress(message.card, message.bytes / message.size);
        break;
      case 'card':
        showAbout(message.card, message.about);
        break;
      case 'shown':
        if (message.revision === revision) showAll(message.shown);
        break;
      case 'piece':
        if (message.request === request) place.add(message.html, message.isLast);
        break;
      case 'exported':
        void takeAlong(message);
        break;
      case 'restored':
        restored(message);
        break;
      case 'remembering':
        showMemory(message.isOn, message.problem);
        break;
    }
  }

  // ── Cards

  function addFiles({ things, notes }: DroppedThings): void {
    const room = Math.max(0, mostCards - cards.size);
    for (const thing of things.slice(0, room)) add({ type: 'files', ...thing });
    const left =
      things.length > room ? [`${things.length - room} files were not read: there are ${mostCards} cards`] : [];
    if (notes.length + left.length > 0) say('wb-news', `${[...notes, ...left].join('. ')}.`);
  }

  function addText(text: string): void {
    if (text.trim() === '') return;
    texts += 1;
    add({ type: 'text', name: `Pasted text ${texts}`, text });
  }

  function add(source: Source): void {
    const card = ++lastCard;
    const element = make('li', { class: 'wb-card' });
    cards.set(card, { source, element });
    byId('wb-cards').append(element);
    drawReading(card);
    read(card, source);
    say('wb-news', `Reading ${source.name}.`);
  }

  function read(card: CardId, source: Source): void {
    if (source.type === 'files') send({ ...source, card });
    else if (source.type === 'text') send({ ...source, card });
    else if (source.type === 'sample') send({ type: 'sample', card });
  }

  function unread(): readonly CardId[] {
    return [...cards].flatMap(([id, card]) => (card.about === undefined ? [id] : []));
  }

  function drawReading(id: CardId): void {
    const card = cards.get(id);
    if (card === undefined) return;
    const stop = button('Stop', `Stop reading ${card.source.name}`, () => stopReading(id));
    card.element.replaceChildren(
      make('h3', {}, [make('bdi', {}, [card.source.name])]),
      make('progress', { max: '1', 'aria-label': `Reading ${card.source.name}` }),
      stop,
    );
  }

  function showProgress(id: CardId, part: number): void {
    const bar = cards.get(id)?.element.querySelector('progress');
    if (bar) bar.value = part;
  }

  function stopReading(id: CardId): void {
    send({ type: 'stop', card: id });
    say('wb-news', 'Stopping.');
    if (unread()[0] !== id) return; // it waits for its turn, and the worker for nothing else
    setTimeout(() => {
      if (cards.get(id)?.about === undefined && cards.has(id)) end(id, 'Its reading was stopped.');
    }, patience);
  }

  /** Ends the reading of a card with the worker, which may be busy. A new one reads the others again, or recalls them. */
  function end(id: CardId, because: string): void {
    worker.terminate();
    worker = workerThatAnswers();
    const name = cards.get(id)?.source.name ?? '';
    showAbout(id, { name, is: 'not read', gives: [], lacks: [because], mark: 'error' });
    send({ type: 'restore' });
    for (const [other, card] of [...cards]) if (other !== id) read(other, card.source);
    refresh();
  }

  function forgetCard(id: CardId): void {
    cards.get(id)?.element.remove();
    cards.delete(id);
  }

  function showAbout(id: CardId, about: CardAbout): void {
    const card = cards.get(id);
    if (card === undefined) {
      send({ type: 'remove', card: id }); // it was removed while it was read
      return;
    }
    const isNew = card.about === undefined;
    card.about = about;
    card.element.className = `wb-card is-${about.mark}`;
    card.element.replaceChildren(
      make('h3', {}, [icon(about.mark), make('bdi', {}, [about.name])]),
      make('p', {}, [about.is]),
      ...lines('Gives', about.gives, 'wb-gives'),
      ...lines('Lacks', about.lacks, 'wb-lacks'),
      ...(about.expected === undefined ? [] : [expectation(about.expected)]),
      button('Remove', `Remove ${about.name}`, () => removeCard(id)),
    );
    if (!isNew) return;
    say('wb-news', `${about.name}: ${about.is}.`);
    if (unread().length === 0) refresh();
  }

  function removeCard(id: CardId): void {
    const card = cards.get(id);
    if (card === undefined) return;
    const next = card.element.nextElementSibling ?? card.element.previousElementSibling;
    forgetCard(id);
    send({ type: 'remove', card: id });
    say('wb-news', `${card.source.name} was removed.`);
    (next?.querySelector('button') ?? byId('wb-text')).focus();
    refresh();
  }

  // ── Results

  function refresh(): void {
    clearTimeout(waiting);
    revision += 1;
    byId('wb-result').setAttribute('aria-busy', 'true');
    send({ type: 'show', revision, settings: settings() });
  }

  function soon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, pause);
  }

  function showAll(next: Shown): void {
    byId('wb-result').removeAttribute('aria-busy');
    const before = shown?.results[current]?.key;
    shown = next;
    const found = next.results.findIndex(({ key }) => key === before);
    current = Math.max(0, found);
    showVerdict(next);
    showKnown(next);
    byId('wb-unused').replaceChildren(
      ...next.unused.map((line) => make('li', {}, [icon('warning'), make('span', {}, [line])])),
    );
    const environments = byId('wb-environments');
    environments.hidden = next.environments.length < 2;
    const select = field('wb-environment', HTMLSelectElement);
    const chosen = select.value;
    select.replaceChildren(
      ...['', ...next.environments].map((host) => make('option', { value: host }, [host === '' ? 'All' : host])),
    );
    select.value = next.environments.includes(chosen) ? chosen : '';
    say('wb-problem', next.problem ?? '');
    byId('wb-nav').hidden = next.results.length < 2;
    byId('wb-results').replaceChildren(
      ...next.results.map(({ label, heading, mark }, index) =>
        make('li', {}, [
          button(
            [...(mark === undefined ? [] : [icon(mark)]), make('span', {}, [label])],
            undefined,
            () => choose(index),
            { title: heading },
          ),
        ]),
      ),
    );
    byId('wb-out').hidden = next.results.length === 0;
    if (next.results.length === 0) byId('wb-result').replaceChildren(...ideas);
    choose(current);
  }

  function choose(index: number): void {
    const result = shown?.results[index];
    current = index;
    for (const [at, one] of [...byId('wb-results').querySelectorAll('button')].entries()) {
      if (at === index) one.setAttribute('aria-current', 'true');
      else one.removeAttribute('aria-current');
    }
    for (const one of byId('wb-out').querySelectorAll<HTMLElement>('[data-format]')) {
      const { format } = one.dataset;
      const isForAll = format === 'ticket' || format === 'snapshot';
      one.hidden =
        format === 'snapshot'
          ? shown?.facts.every(({ state }) => state === 'unknown') !== false
          : !isForAll && result?.formats.every((name) => name !== format) !== false;
    }
    showMissing(result !== undefined && /^report(?:-|$)/.test(result.key));
    if (result === undefined) return;
    request += 1;
    place.begin(() => {
      // What the filter of the result before listens to would keep that in memory.
      filtering.abort();
      filtering = new AbortController();
      startFilter(result.filter, filtering.signal);
    });
    send({ type: 'page', request, key: result.key });
  }

  /** A report that is not whole says where to read what would make it whole. */
  function showMissing(isReport: boolean): void {
    const facts = shown?.facts ?? [];
    const known = facts.filter(({ state }) => state === 'known').length;
    const isMissing = isReport && known < facts.length;
    byId('wb-missing').hidden = !isMissing;
    if (isMissing)
      say(
        'wb-missing-text',
        `Known facts: ${known} of ${facts.length}. The list of facts says for each of the others what is missing, and which answers to save and drop here.`,
      );
  }

  function showVerdict({ results, unused }: Shown): void {
    const verdict = byId('wb-verdict');
    const [first] = results;
    verdict.className = `wb-verdict${first?.mark === undefined ? '' : ` is-${first.mark}`}`;
    verdict.querySelector('.icon')?.remove();
    if (first?.mark !== undefined) verdict.prepend(icon(first.mark));
    const isUnread = unused.length > 0 || [...cards.values()].some(({ about }) => about?.mark === 'error');
    const otherwise =
      cards.size === 0
        ? 'Nothing was given yet.'
        : isUnread
          ? 'Nothing of this can be shown.'
          : 'There is nothing to show of this yet.';
    const more =
      results.length > 1 ? ` (and ${results.length - 1} more ${results.length === 2 ? 'result' : 'results'})` : '';
    const words = byId('wb-verdict-text');
    const text = first === undefined ? otherwise : first.heading;
    // A verdict that is the same is not said again.
    if (words.textContent !== `${text}${more}`)
      words.replaceChildren(text, ...(more === '' ? [] : [make('span', { class: 'soft' }, [more])]));
    byId('wb-to-result').hidden = first === undefined;
  }

  // ── Facts and options

  function showKnown({ known, facts }: Shown): void {
    for (const input of factInputs()) {
      const own = typed.get(input.name);
      const value = known[input.name];
      const says = value === undefined ? '' : `${value.from} says ${value.value}`;
      if (own === undefined && input !== document.activeElement) input.value = value?.value ?? '';
      const note =
        own !== undefined
          ? says === ''
            ? 'Typed by you'
            : `Typed by you; ${says}`
          : value === undefined
            ? ''
            : `Known from ${value.from}`;
      say(`wb-known-${input.name}`, note);
    }
    const whole = facts.filter(({ state }) => state === 'known').length;
    say('wb-known-count', facts.length === 0 ? '0' : `${whole} of ${facts.length}`);
    byId('wb-fact-list').replaceChildren(...leastKnownFirst(facts).map(factLine));
  }

  function factLine({ label, state, from, because, urls }: FactState): HTMLElement {
    const mark = state === 'known' ? 'passed' : state === 'partial' ? 'warning' : 'inconclusive';
    const words = { known: 'known', partial: 'known in part', unknown: 'not known' }[state];
    const source = from.length === 0 ? '' : ` from ${from.join(', ')}`;
    return make('li', {}, [
      icon(mark),
      make('div', {}, [
        make('strong', {}, [label]),
        make('p', { class: 'soft' }, [`${words}${source}${because === undefined ? '' : `: ${because}`}`]),
        ...(urls.length === 0 ? [] : [addresses(urls)]),
      ]),
    ]);
  }

  function factInputs(): readonly (HTMLInputElement | HTMLSelectElement)[] {
    return [...byId('wb-form').querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  }

  function typedIn(input: HTMLInputElement | HTMLSelectElement): void {
    if (input.value.trim() === '' || input.value === shown?.known[input.name]?.value) typed.delete(input.name);
    else typed.set(input.name, input.value);
    soon();
  }

  function settings(): Settings {
    const form = new FormData(field('wb-option-form', HTMLFormElement));
    const value = (name: keyof CheckOptions) => form.get(name) ?? '';
    // Safe: the choices of the page are those of the type.
    const options = {
      validator: value('validator'),
      failOn: value('failOn'),
      roleModel: value('roleModel'),
      gate: value('gate'),
      only: value('only'),
      environment: field('wb-environment', HTMLSelectElement).value,
    } as CheckOptions;
    return { typed: Object.fromEntries(typed), options };
  }

  // ── What is taken along

  function exportAs(format: ExportFormat): void {
    const result = shown?.results[current];
    if (result !== undefined) send({ type: 'export', key: result.key, format });
  }

  async function takeAlong({
    format,
    fileName,
    mime,
    text,
  }: Extract<FromWorker, { readonly type: 'exported' }>): Promise<void> {
    if (format === 'ticket' && (await copied(text))) {
      say('wb-out-news', 'Copied as Markdown, without email addresses, keys and passwords.');
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: mime }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say('wb-out-news', `${fileName} was saved.`);
  }

  // ── What is remembered

  function restored({ cards: all, settings: kept }: Extract<FromWorker, { readonly type: 'restored' }>): void {
    for (const [id, { source }] of cards)
      if (source.type === 'remembered' && !all.some(({ card }) => card === id))
        showAbout(id, notRemembered(source.name));
    if (kept === undefined) return;
    showMemory(true);
    if (!isRestored) showSettings(kept);
    isRestored = true;
    for (const { card, about } of all) {
      if (cards.has(card)) continue; // the worker was started again
      const element = make('li', { class: 'wb-card' });
      cards.set(card, { source: { type: 'remembered', name: about.name }, element });
      byId('wb-cards').append(element);
      showAbout(card, about);
    }
    refresh();
  }

  function showSettings({ typed: own, options }: Settings): void {
    for (const [name, value] of Object.entries(own)) typed.set(name, value);
    for (const input of factInputs()) input.value = typed.get(input.name) ?? '';
    for (const [name, value] of Object.entries(options)) {
      const input = document.getElementById(`wb-option-${name}`);
      if (input instanceof HTMLSelectElement || input instanceof HTMLInputElement) input.value = value;
    }
    proposeCodes();
  }

  function showMemory(isOn: boolean, problem?: string): void {
    field('wb-remember', HTMLInputElement).checked = isOn;
    byId('wb-forget').hidden = !isOn;
    say(
      'wb-memory-news',
      problem ??
        (isOn ? 'What was read is kept in this browser until you forget it. The files themselves are not.' : ''),
    );
  }

  // ── The page

  function listen(): void {
    const text = field('wb-text', HTMLTextAreaElement);
    const addTyped = () => {
      addText(text.value);
      text.value = '';
    };
    on('wb-add', 'click', addTyped);
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      addTyped();
    });
    for (const [opener, id] of [
      ['wb-choose', 'wb-files'],
      ['wb-folder', 'wb-folder-files'],
    ] as const) {
      const input = field(id, HTMLInputElement);
      on(opener, 'click', () => input.click());
      input.addEventListener('change', () => {
        addFiles(chosenThings([...(input.files ?? [])]));
        input.value = '';
      });
    }
    // What was dropped on another page of the site, which became this one.
    addEventListener('given', (event) => {
      // Safe: the front page, which is ours, is all that sends it.
      addFiles((event as CustomEvent<DroppedThings>).detail);
    });
    on('wb-sample', 'click', () => add({ type: 'sample', name: 'Sample environment' }));
    listenForDrops();
    document.addEventListener('paste', (event) => {
      const { clipboardData } = event;
      const isField =
        event.target instanceof HTMLInputElement ||
        (event.target instanceof HTMLTextAreaElement && event.target.value !== '');
      if (clipboardData === null || isField) return;
      event.preventDefault();
      if (clipboardData.files.length > 0) addFiles(chosenThings([...clipboardData.files]));
      else addText(clipboardData.getData('text/plain'));
    });
    for (const input of factInputs()) {
      input.addEventListener('input', () => typedIn(input));
      input.addEventListener('blur', () => {
        if (shown !== undefined) showKnown(shown);
      });
    }
    on('wb-clear-facts', 'click', () => {
      typed.clear();
      for (const input of factInputs()) input.value = '';
      refresh();
    });
    for (const id of ['wb-form', 'wb-option-form']) on(id, 'submit', (event) => event.preventDefault());
    on('wb-option-form', 'input', () => {
      proposeCodes();
      soon();
    });
    on('wb-to-facts', 'click', () => {
      const known = byId('wb-known');
      known.setAttribute('open', '');
      known.querySelector('summary')?.focus({ preventScroll: true });
      known.scrollIntoView();
    });
    on('wb-environment', 'change', refresh);
    // Safe: the buttons of the page name formats.
    for (const one of byId('wb-out').querySelectorAll<HTMLElement>('[data-format]'))
      one.addEventListener('click', () => exportAs(one.dataset.format as ExportFormat));
    on('wb-print', 'click', () => print());
    on('wb-remember', 'change', () =>
      send(
        field('wb-remember', HTMLInputElement).checked
          ? { type: 'remember', settings: settings() }
          : { type: 'forget' },
      ),
    );
    on('wb-forget', 'click', () => send({ type: 'forget' }));
    // The address of the page never changes, and what leads away opens beside it: leaving would lose what was given.
    byId('wb').addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const target = link?.getAttribute('href') ?? '';
      if (link === null || !target.startsWith('#')) {
        if (/^https?:/.test(target)) link?.setAttribute('target', '_blank');
        return;
      }
      event.preventDefault();
      const there = document.getElementById(target.slice(1));
      if (there === null) return;
      if (!there.matches('a, button, input, select, textarea, summary, [tabindex]')) there.tabIndex = -1;
      there.focus({ preventScroll: true });
      there.scrollIntoView();
    });
  }

  function listenForDrops(): void {
    let depth = 0;
    const isOver = (over: number) => {
      depth = over;
      document.body.classList.toggle('wb-over', depth > 0);
    };
    addEventListener('dragenter', () => isOver(depth + 1));
    addEventListener('dragleave', () => isOver(depth - 1));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      isOver(0);
      const { dataTransfer } = event;
      if (dataTransfer === null) return;
      const words = dataTransfer.getData('text/plain');
      if (
        dataTransfer.files.length + dataTransfer.items.length === 0 ||
        (dataTransfer.files.length === 0 && words !== '')
      )
        addText(words);
      else
        droppedThings(dataTransfer).then(addFiles, () => say('wb-news', 'The browser does not open what was dropped.'));
    });
  }
}

/** What was remembered on another day and forgotten since is in the worker only, which had to be started again. */
function notRemembered(name: string): CardAbout {
  const lacks = ['It is no longer remembered: give it again.'];
  return { name, is: 'not read', gives: [], lacks, mark: 'error' };
}

/** What would have been understood: the same long list on each card is closed. */
function expectation(expected: string): HTMLElement {
  if (expected.length <= 100) return make('p', { class: 'wb-label' }, [`Expected: ${expected}`]);
  const words = make('p', { class: 'soft' }, [expected]);
  return make('details', {}, [make('summary', {}, [make('span', {}, ['What can be read'])]), words]);
}

function leastKnownFirst(facts: readonly FactState[]): readonly FactState[] {
  const states = ['unknown', 'partial', 'known'] as const;
  return states.flatMap((state) => facts.filter((one) => one.state === state));
}

/** Proposes the codes of the chosen checks, each after those that are in the field already. */
function proposeCodes(): void {
  const input = field('wb-option-only', HTMLInputElement);
  const id = `wb-codes-${field('wb-option-validator', HTMLSelectElement).value}`;
  const before = input.value.match(/^.*[\s,;]/)?.[0] ?? '';
  input.setAttribute('list', id);
  for (const option of field(id, HTMLDataListElement).options)
    option.value = before + option.label.slice(0, option.label.indexOf(' '));
}

/** A few are shown at once; of many, how many they are. */
function lines(label: string, all: readonly string[], look: string): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const list = make(
    'ul',
    { class: look },
    all.map((line) => make('li', {}, [line])),
  );
  if (all.length <= 3) return [make('p', { class: 'wb-label' }, [label]), list];
  return [make('details', {}, [make('summary', {}, [make('span', {}, [`${label} ${all.length} things`])]), list])];
}

/** The addresses that answer a fact, to be opened and saved by somebody who is signed in; each by the last part of its path. */
function addresses(urls: readonly string[]): HTMLElement {
  const links = urls.map((url) => {
    if (!url.startsWith('https://')) return make('code', {}, [url]);
    const [name = url] = new URL(url).pathname.split('/').at(-1)?.split('(') ?? [];
    return make('a', { href: url, title: url }, [name]);
  });
  return make('p', { class: 'wb-urls' }, [
    'Open and save: ',
    ...links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])),
  ]);
}

function startFilter(filter: 'checks' | 'rows' | undefined, signal: AbortSignal): void {
  if (document.getElementById('filter') === null) return;
  const listen: typeof addEventListener = (type: string, listener: EventListenerOrEventListenerObject) =>
    addEventListener(type, listener, { signal });
  if (filter === 'checks') filterChecks(listen);
  else if (filter === 'rows') filterRows(listen);
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

function field<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = byId(id);
  if (!(found instanceof kind)) throw new Error(`${id} is another element`);
  return found;
}

function on(id: string, event: string, listener: (event: Event) => void): void {
  byId(id).addEventListener(event, listener);
}

function say(id: string, text: string): void {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

/** An element with attributes; texts in it are text, whatever is in them. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly (Node | string)[] = [],
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
}

export function button(
  content: string | readonly Node[],
  label: string | undefined,
  act: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = make(
    'button',
    { type: 'button', ...(label === undefined ? {} : { 'aria-label': label }), ...attributes },
    typeof content === 'string' ? [content] : content,
  );
  element.addEventListener('click', act);
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

export function icon(mark: string): Element {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('class', `icon is-${mark}`);
  element.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#icon-${mark}`);
  element.append(use);
  return element;
}
