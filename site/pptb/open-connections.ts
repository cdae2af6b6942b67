import { factLabels } from '../../src/facts/fact-names.js';
import { hostKey } from '../../src/facts/keys.js';
import { compareSnapshots, type FactName, type GatherEvent, type Snapshot } from '../../src/index.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { button, byId, icon, make } from '../workbench/open-workbench.js';
import { isSame } from './host-service.js';
import { type ReadOutcome, readEnvironment, readFacts } from './read-environment.js';
import type { ConnectionTarget, HostConnection, ToolboxHost } from './toolbox-host.js';

/** One of the connections of the tool, as the page shows it. */
interface Slot {
  readonly target: ConnectionTarget;
  readonly element: HTMLElement;
  /** `null` if there is none; `undefined` before ToolBox has answered, and if it cannot. */
  connection: HostConnection | null | undefined;
  /** How often ToolBox was asked: only its last answer counts. */
  asked: number;
  /** While it is read. */
  stop?: AbortController | undefined;
  /** What was read of this connection. */
  snapshot?: Snapshot | undefined;
  /** How far the last reading came, fact by fact. */
  progress?: HTMLElement | undefined;
}

/**
 * Adds the connections of the tool to the page of the workbench: each is read when a person selects its button, and becomes a card
 * like a file that was dropped.
 */
export function openConnections(host: ToolboxHost | undefined): void {
  const news = make('p', { class: 'wb-news', role: 'status', id: 'tb-news' });
  const section = make('section', { class: 'tb', id: 'tb', 'aria-labelledby': 'tb-title' }, [
    make('h2', { id: 'tb-title' }, ['Your connections']),
  ]);
  document.querySelector('.wb-side')?.prepend(section);
  if (host === undefined) {
    section.append(
      make('p', { class: 'soft' }, [
        'This page is a tool for Power Platform ToolBox and was opened outside of it: there is no connection to read. Everything else works.',
      ]),
    );
    return;
  }
  const toolbox = host;
  const slots = (['primary', 'secondary'] as const).map(
    (target): Slot => ({
      target,
      element: make('li', { class: 'tb-card', id: `tb-${target}`, hidden: '' }),
      connection: undefined,
      asked: 0,
    }),
  );
  const compare = button('Compare the two environments', undefined, compareBoth, { id: 'tb-compare', hidden: '' });
  section.append(
    make(
      'ul',
      { 'aria-label': 'Connections of this tool' },
      slots.map(({ element }) => element),
    ),
    make('div', { class: 'wb-row' }, [compare]),
    news,
    finopsNote(),
  );
  openPagesWith(toolbox);
  toolbox.onConnectionEvent(() => void look());
  addEventListener('focus', () => void look());
  void look();

  function say(text: string): void {
    if (news.textContent !== text) news.textContent = text;
  }

  // ── Which connections there are

  async function look(): Promise<void> {
    await Promise.all(slots.map(lookAt));
  }

  async function lookAt(slot: Slot): Promise<void> {
    slot.asked += 1;
    const { asked } = slot;
    const found = await toolbox.connection(slot.target).then(
      (connection) => connection ?? null,
      () => undefined,
    );
    if (asked !== slot.asked) return;
    const before = slot.connection;
    slot.connection = found;
    const isUnchanged = found != null && before != null && isSame(found, before) && found.name === before.name;
    if (slot.stop !== undefined || isUnchanged) return; // a reading notices by itself
    if (before == null || found == null || !isSame(found, before)) forget(slot);
    draw(slot);
  }

  function forget(slot: Slot): void {
    slot.snapshot = undefined;
    slot.progress = undefined;
  }

  // ── The card of a connection

  function draw(slot: Slot): void {
    const { element, target, connection } = slot;
    const hadFocus = element.contains(document.activeElement);
    element.hidden = target === 'secondary' && connection == null;
    element.replaceChildren(...(connection == null ? without(slot) : withConnection(slot, connection)));
    if (hadFocus) element.querySelector('button')?.focus();
    compare.hidden = slots.some(({ snapshot }) => snapshot === undefined);
  }

  function without(slot: Slot): readonly Node[] {
    const isSilent = slot.connection === undefined;
    return [
      make('h3', {}, [isSilent ? 'ToolBox does not answer' : 'No connection']),
      make('p', {}, [
        isSilent
          ? 'Close this tool and open it again.'
          : 'Choose a connection for this tool in ToolBox. With a second one, two environments can be compared.',
      ]),
      make('div', { class: 'wb-row' }, [button('Look again', undefined, () => void lookAt(slot))]),
    ];
  }

  function withConnection(slot: Slot, connection: HostConnection): readonly Node[] {
    const { name, url } = connection;
    const label = slot.target === 'primary' ? 'The connection ' : 'The second connection ';
    const { stop, progress } = slot;
    return [
      make('h3', {}, [make('span', {}, [label, make('bdi', {}, [name])])]),
      make('p', { class: 'soft' }, [make('code', {}, [hostKey(url) ?? url])]),
      ...(progress === undefined ? [whatIsRead()] : [progress]),
      make('div', { class: 'wb-row' }, [
        stop === undefined
          ? button('Read this environment', `Read this environment: ${name}`, () => void read(slot, connection), {
              class: 'wb-first',
            })
          : button('Stop', `Stop reading ${name}`, () => stop.abort()),
      ]),
    ];
  }

  // ── Reading

  async function read(slot: Slot, connection: HostConnection): Promise<void> {
    const { name } = connection;
    const stop = new AbortController();
    const lines = factLines();
    const bar = make('progress', { max: String(readFacts.length), value: '0', 'aria-label': `Reading ${name}` });
    slot.stop = stop;
    slot.snapshot = undefined;
    slot.progress = make('div', {}, [bar, lines.list]);
    draw(slot);
    say(`Reading ${name}.`);
    const outcome = await readEnvironment({
      host: toolbox,
      target: slot.target,
      connection,
      stop: stop.signal,
      now: new Date(),
      onEvent: (event) => {
        lines.show(event);
        bar.setAttribute('value', String(lines.done()));
      },
    });
    slot.stop = undefined;
    finish(slot, connection, outcome, lines);
    draw(slot);
    void lookAt(slot);
  }

  function finish(slot: Slot, connection: HostConnection, outcome: ReadOutcome, lines: FactLines): void {
    const { name, url } = connection;
    if (outcome.type === 'switched') {
      forget(slot);
      say(`The connection was switched or closed while ${name} was read: nothing of that was kept.`);
      return;
    }
    const known = lines.known();
    const words = `${name}: ${outcome.isStopped ? 'stopped; ' : ''}${known} of ${readFacts.length} facts were read.`;
    slot.progress = make('div', {}, lines.result());
    if (known > 0) {
      slot.snapshot = outcome.snapshot;
      give(`${name} (${hostKey(url) ?? url})`, outcome.snapshot);
    }
    say(known > 0 ? words : `${words} The list says why.`);
  }

  function compareBoth(): void {
    const [before, after] = slots;
    if (before?.snapshot === undefined || after?.snapshot === undefined) return;
    const names = [before, after].map(({ connection }) => connection?.name ?? 'an environment');
    give(`${names.join(' and ')} compared`, compareSnapshots(before.snapshot, after.snapshot));
  }
}

/** Hands something to the workbench, as a file that was dropped. */
function give(name: string, content: object): void {
  const file = new Blob([JSON.stringify(content)], { type: 'application/json' });
  dispatchEvent(new CustomEvent('given', { detail: { things: [{ name, files: [{ name, file }] }], notes: [] } }));
}

/** The list of what will be read, which the page has as a template. */
function whatIsRead(): HTMLElement {
  // Safe: the page is made with it.
  const { content } = byId('tb-reads') as HTMLTemplateElement;
  return make('details', {}, [
    make('summary', {}, [make('span', {}, [`What will be read: ${readFacts.length} facts, with GET only`])]),
    content.cloneNode(true),
  ]);
}

interface FactLines {
  readonly list: HTMLElement;
  readonly show: (event: GatherEvent) => void;
  readonly done: () => number;
  readonly known: () => number;
  /** At the end: what was not read whole, and the others behind a summary. */
  readonly result: () => readonly Node[];
}

/** A line for each fact, which says how far it is. */
function factLines(): FactLines {
  const states = new Map<FactName, 'whole' | 'part' | 'unknown'>();
  const lines = new Map<FactName, HTMLElement>(readFacts.map((fact) => [fact, lineOf(fact, 'waiting')]));
  return {
    list: make('ul', { class: 'wb-fact-list' }, [...lines.values()]),
    done: () => states.size,
    known: () => [...states.values()].filter((state) => state !== 'unknown').length,
    result() {
      const of = (isWhole: boolean) =>
        [...lines].filter(([fact]) => (states.get(fact) === 'whole') === isWhole).map(([, line]) => line);
      const [whole, others] = [of(true), of(false)];
      return [
        make('details', {}, [
          make('summary', {}, [make('span', {}, [`${whole.length} of ${readFacts.length} facts were read whole`])]),
          make('ul', { class: 'wb-fact-list' }, whole),
        ]),
        ...(others.length === 0 ? [] : [make('ul', { class: 'wb-fact-list' }, others)]),
      ];
    },
    show(event) {
      if (event.type === 'gather-started' || event.type === 'gather-finished') return;
      const { fact } = event;
      if (event.type === 'fact-known') states.set(fact, event.coverage === 'complete' ? 'whole' : 'part');
      if (event.type === 'fact-unknown') states.set(fact, 'unknown');
      const line = lineOf(fact, ...wordsOf(event));
      lines.get(fact)?.replaceWith(line);
      lines.set(fact, line);
    },
  };
}

function lineOf(fact: FactName, words: string, mark?: string): HTMLElement {
  return make('li', {}, [
    ...(mark === undefined ? [] : [icon(mark)]),
    make('div', {}, [make('strong', {}, [factLabels[fact]]), make('p', { class: 'soft' }, [words])]),
  ]);
}

function wordsOf(
  event: Exclude<GatherEvent, { readonly type: 'gather-started' | 'gather-finished' }>,
): readonly [words: string, mark?: string] {
  switch (event.type) {
    case 'fact-started':
      return ['reading'];
    case 'fact-known':
      return event.coverage === 'complete' ? ['read', 'passed'] : [`read in part: ${event.detail ?? ''}`, 'warning'];
    case 'fact-unknown':
      return [`not read: ${event.detail ?? (event.reason === 'aborted' ? 'stopped' : event.reason)}`, 'inconclusive'];
  }
}

/** ToolBox reaches Dataverse only. */
function finopsNote(): HTMLElement {
  return make('p', { class: 'tb-note' }, [
    'ToolBox does not reach finance and operations, nor the Dual-write page. Their facts come from a HAR file or from the script of ',
    make('a', { href: `${siteUrl}collect/` }, ['Collect facts']),
    ': add it below, beside what was read here.',
  ]);
}

/** ToolBox opens no windows: pages are opened in the browser of the person. */
function openPagesWith({ openPage }: ToolboxHost): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const address = link?.getAttribute('href') ?? '';
      if (!/^https?:/i.test(address)) return;
      event.preventDefault();
      event.stopPropagation();
      const showAddress = () => {
        byId('tb-news').textContent = `ToolBox does not open pages. The address is ${address}`;
      };
      if (openPage === undefined) showAddress();
      else openPage(address).catch(showAddress);
    },
    { capture: true },
  );
}
