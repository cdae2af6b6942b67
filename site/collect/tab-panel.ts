import type { Fact } from '../../src/facts/fact.js';
import { factTable } from '../../src/facts/fact-table.js';
import type { FactName } from '../../src/facts/schemas.js';
import { buttonOf, elementOf } from './elements.js';
import { openPanel } from './panel.js';
import { readTab, type TabCapture } from './read-tab.js';
import type { Requests } from './requests-of.js';
import type { Tab } from './tab.js';

/** Says that a tab shows neither product. */
export function openPanelOfOtherTab(host: string): void {
  openPanelWithout(
    `${host} is neither Dataverse nor finance and operations. Nothing was read. Open a page of one of them, and run the script there.`,
  );
}

/** Says that nothing can be read among the scripts of this page. */
export function openPanelOfChangedPage(tab: Tab, added: string): void {
  openPanelWithout(
    `Scripts of this page have added "${added}" to every object, so an answer would not be what the service sent. Nothing was read. ${elsewhere(tab)}`,
  );
}

function openPanelWithout(words: string): void {
  openPanel(({ close }) => [elementOf('p', {}, words), elementOf('p', { class: 'buttons' }, close)]);
}

/** An answer of the service is a page that has no scripts. */
function elsewhere({ origin, product }: Tab): string {
  const path = product === 'dataverse' ? '/api/data/v9.2/WhoAmI' : '/data/LegalEntities?$top=1';
  return `Open ${origin}${path} in a tab, and run the script there: that page has no scripts.`;
}

/** Shows what will be read, reads it when the person says so, and hands out the file. */
export function openPanelOf(tab: Tab, requests: readonly Requests[]): void {
  const host = new URL(tab.origin).hostname;
  const states = new Map<string, HTMLElement>();
  const status = elementOf('p', { role: 'status' }, 'Nothing has been read yet.');
  openPanel(({ close, closed }) => {
    const stopping = new AbortController();
    const signal = AbortSignal.any([stopping.signal, closed]);
    const start = buttonOf('Start', () => void read(signal));
    const stop = buttonOf('Stop', () => stopping.abort());
    const results = elementOf('p', { class: 'buttons' });
    stop.disabled = true;
    return [
      elementOf('p', {}, `This tab is ${inWords[tab.product]}: ${host} (recognized by ${tab.recognizedBy}).`),
      elementOf('p', {}, promise),
      elementOf('p', { class: 'buttons' }, start, stop, close),
      status,
      results,
      elementOf('ul', {}, ...requests.map(itemOf)),
      elementOf('p', {}, followUps[tab.product]),
    ];

    async function read(signal: AbortSignal): Promise<void> {
      start.disabled = true;
      stop.disabled = false;
      status.textContent = 'Reading …';
      for (const [of, state] of states) state.textContent = of === 'environments' ? '' : '…';
      const capture = await readTab(tab, { signal, now: new Date(), onFact }).catch(() => undefined);
      stop.disabled = true;
      if (capture === undefined) {
        status.textContent = `The scripts of this page keep this one from reading it, so there is no file. ${elsewhere(tab)}`;
        return;
      }
      status.textContent = `${signal.aborted ? 'Stopped' : 'Done'}: ${summaryOf(capture)}`;
      results.append(...handOut(`${JSON.stringify(capture, null, 2)}\n`));
    }
  });

  function itemOf({ of, urls }: Requests): HTMLElement {
    const state = elementOf('span', {});
    states.set(of, state);
    const label = of === 'environments' ? 'Which environments belong together' : factTable[of].label;
    const addresses = urls.map((url) => elementOf('li', {}, elementOf('code', {}, `GET ${readable(url)}`)));
    return elementOf('li', {}, elementOf('strong', {}, label), ' ', state, elementOf('ul', {}, ...addresses));
  }

  function onFact(name: FactName, fact: Fact<unknown>): void {
    const state = states.get(name);
    if (state !== undefined) state.textContent = stateOf(fact);
  }

  function handOut(text: string): readonly Node[] {
    const save = buttonOf('Save the file', () => saveAs(`capture-${host}.json`, text));
    const copy = buttonOf('Copy', async () => {
      const copied = navigator.clipboard.writeText(text);
      status.textContent = await copied.then(
        () => 'Copied.',
        () => 'The browser did not allow copying: save the file.',
      );
    });
    return [save, copy];
  }
}

const inWords = { dataverse: 'Dataverse', finops: 'finance and operations' } as const;

const promise =
  'Start reads what is listed below: with your rights, with GET only, from this host only. It changes nothing and sends nothing to anybody. The result is a file that you save yourself.';

const followUps = {
  dataverse:
    'Answers lead to more addresses of this host, also with GET: the next pages of a list, the privileges of the user, the teams of application users, the types and steps of plug-ins, the names of tables, and the columns and keys of those that maps name.',
  finops: 'Answers lead to more addresses of this host, also with GET: the next pages of a list.',
} as const;

function summaryOf({ facts, lacks }: TabCapture): string {
  const all = Object.keys(facts).length;
  return `${all - lacks.length} of ${all} facts were read as a whole. The file is redacted, but names of companies, teams, business units, tables and hosts are in it, and filters and default values of maps: look at it before you pass it on.`;
}

function stateOf(fact: Fact<unknown>): string {
  const why = fact.detail === undefined ? '' : `: ${fact.detail}`;
  if (fact.status === 'unknown') return `not read (${fact.reason})${why}`;
  const rows = Array.isArray(fact.value) ? `, ${fact.value.length} rows` : '';
  return `${fact.coverage === 'partial' ? 'read in part' : 'read'}${rows}${why}`;
}

/** Without the host, which all have in common, and as people write it. */
function readable(url: string): string {
  const { pathname, search } = new URL(url);
  return decodeURIComponent(pathname + search);
}

function saveAs(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
