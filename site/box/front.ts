/** The script of the front page: an error text is explained at once, files go to the workbench. Nothing leaves the page. */
import { site } from '../search/pages-found.js';
import { chosenThings, type DroppedThings, droppedThings } from '../workbench/dropped-files.js';
import type { Explained, Page } from './box.js';
import { give, type LoadedWorkbench, loadWorkbench } from './hand-over.js';

type Box = typeof import('./box.js');

/** Longer texts are logs: the field alone takes long to show them, and the workbench reads them beside the page. In characters. */
const mostTyped = 20_000;
/** While somebody types. In milliseconds. */
const pause = 150;

const text = required('box-text', HTMLTextAreaElement);
const result = required('box-result', HTMLElement);
const status = required('box-status', HTMLElement);
const clear = required('box-clear', HTMLButtonElement);
const examples = required('box-examples', HTMLElement);
const firstWords = status.textContent ?? '';

/** Resolves after the first paint, when the code of the box is there. */
const box = new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))).then(
  (): Promise<Box> => import('./box.js'),
);
box.then(({ explained }) => explained('')).catch(() => undefined); // what is made once is made now; said when somebody types

const row = required('box-row', HTMLElement);
row.hidden = false;
examples.hidden = false;
/** The number of the last request for a result; one that comes later is of another. */
let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
text.addEventListener('beforeinput', refuseLong);
text.addEventListener('input', showTyped);
clear.addEventListener('click', () => {
  text.value = '';
  text.focus();
  void show();
});
for (const button of examples.querySelectorAll('button')) button.addEventListener('click', () => tryExample(button));
const files = required('box-files', HTMLInputElement);
files.addEventListener('change', () => {
  void toWorkbench(Promise.resolve(chosenThings([...(files.files ?? [])])));
  files.value = ''; // the same files can be chosen again
});
/** Ends when the page becomes the workbench. */
const ofFront = new AbortController();
addEventListener('dragover', markDrop, { signal: ofFront.signal });
addEventListener('dragleave', unmarkDrop, { signal: ofFront.signal });
addEventListener('drop', drop, { signal: ofFront.signal });
let workbench: Promise<LoadedWorkbench> | undefined;
if (text.value.trim() !== '') void show(); // typed before this script was there

/** A text that was pasted is done with: what it means comes into view. Somebody who types stays where the text is. */
function showTyped(event: Event): void {
  clearTimeout(waiting);
  if (event instanceof InputEvent && /^insertFrom(?:Paste|Drop)/.test(event.inputType)) void showInView();
  else waiting = setTimeout(show, text.value === '' ? 0 : pause);
}

async function showInView(): Promise<void> {
  await show();
  if (!result.hidden) row.scrollIntoView();
}

async function tryExample(button: HTMLButtonElement): Promise<void> {
  text.value = button.dataset.text ?? '';
  await showInView();
  result.focus({ preventScroll: true }); // the button is hidden now
}

async function show(): Promise<void> {
  clearTimeout(waiting);
  const request = ++latest;
  const typed = text.value;
  clear.hidden = typed === '';
  examples.hidden = typed !== '';
  if (typed.trim() === '') return place(firstWords);
  if (typed.length > mostTyped) return offerWorkbench(typed);
  const found = await box.then(({ explained }) => explained(typed)).catch(() => undefined);
  if (request !== latest) return; // something else was typed or pasted meanwhile
  if (found === undefined) return place('The code of the box could not be loaded. Reload the page.');
  place(inWords(found), contentOf(found));
}

/** What is too long does not go into the field: that alone would stop the page for a while. */
function refuseLong(event: InputEvent): void {
  const { value, selectionStart, selectionEnd } = text;
  const whole = value.slice(0, selectionStart) + (event.data ?? '') + value.slice(selectionEnd);
  if (event.data === null || whole.length <= mostTyped) return;
  event.preventDefault();
  clearTimeout(waiting);
  latest += 1;
  offerWorkbench(whole);
  row.scrollIntoView();
}

function offerWorkbench(long: string): void {
  const content = notice(
    'This text is long',
    `It has ${long.length.toLocaleString('en')} characters, and the box takes ${mostTyped.toLocaleString('en')}. The workbench reads texts of any length, also in this browser only.`,
  );
  content.append(toWorkbenchButton(long));
  place('This text is long: it was not read here.', content);
}

/** @param long - what goes to the workbench instead of the text in the box */
function toWorkbenchButton(long?: string): HTMLElement {
  const open = document.createElement('button');
  open.type = 'button';
  open.className = 'button';
  open.textContent = 'Open it in the workbench';
  open.addEventListener('click', () => toWorkbench(Promise.resolve({ things: [], notes: [] }), long));
  return open;
}

function markDrop(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') !== true) return; // text goes where it is dropped
  event.preventDefault();
  document.body.classList.add('is-dropping');
}

function unmarkDrop(): void {
  document.body.classList.remove('is-dropping');
}

function drop(event: DragEvent): void {
  unmarkDrop();
  const { dataTransfer } = event;
  if (dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  void toWorkbench(droppedThings(dataTransfer));
}

/** Files go to the workbench, the first ones together with a text; by default that of the box. Until it is there, this page takes more of them. */
async function toWorkbench(given: Promise<DroppedThings>, long?: string): Promise<void> {
  status.textContent = 'Opening the workbench …';
  workbench ??= loadWorkbench();
  try {
    const [{ things, notes }, { show }] = await Promise.all([given, workbench]);
    if (ofFront.signal.aborted) return give({ things, notes });
    const typed = long ?? text.value;
    ofFront.abort(); // drops are the workbench's from here
    show();
    give({ things: typed.trim() === '' ? things : [thingOf(typed), ...things], notes });
  } catch {
    workbench = undefined;
    status.textContent =
      'The workbench could not be opened, and nothing was read. Check the connection and try again, or reload this page.';
    row.scrollIntoView({ block: 'center' });
  }
}

function thingOf(typed: string) {
  const name = 'The text from the box';
  return { name, files: [{ name, file: new File([typed], 'text.txt', { type: 'text/plain' }) }] };
}

function contentOf(found: Explained): HTMLElement {
  if (found.type === 'proposed') return proposals(found.pages);
  const content = document.createElement('div');
  content.innerHTML = found.html; // made by the reporters, which escape what the text holds
  if (found.pages.length > 0) {
    const more = document.createElement('p');
    more.append(found.pages.length === 1 ? 'Its page: ' : 'Their pages: ', listOf(found.pages));
    content.append(more);
  }
  if (found.others.length > 0) content.append(others(found.others));
  return content;
}

/** What is not shown, by its titles. */
function others(titles: readonly string[]): HTMLElement {
  const content = notice(`${titles.length} more known problems, not shown here`, 'The workbench shows all of them.');
  const list = document.createElement('ul');
  list.append(
    ...titles.map((title) => {
      const item = document.createElement('li');
      item.textContent = title;
      return item;
    }),
  );
  content.append(toWorkbenchButton(), list);
  return content;
}

function inWords(found: Explained): string {
  if (found.type === 'proposed') return 'No known error in this text.';
  return found.problems === 1 ? 'One known problem in this text.' : `${found.problems} known problems in this text.`;
}

function place(words: string, content?: HTMLElement): void {
  if (workbench === undefined) status.textContent = words; // else this page waits for it
  result.replaceChildren(...(content === undefined ? [] : [content]));
  result.hidden = content === undefined;
}

/** Pages that may be about it: nothing was recognized, so nothing is claimed. */
function proposals(pages: readonly Page[]): HTMLElement {
  const content = notice(
    'No known error in this text',
    pages.length === 0
      ? 'Paste the whole message, with its codes, or say what you see, where, and what was done before.'
      : 'Paste the whole message if there is more of it. These pages may be about what you see, the best one first; nothing was recognized or checked.',
  );
  content.append(listOf(pages));
  return content;
}

function notice(title: string, words: string): HTMLElement {
  const content = document.createElement('section');
  content.className = 'verdict is-inconclusive';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  content.append(heading, paragraph);
  return content;
}

function listOf(pages: readonly Page[]): HTMLElement {
  const list = document.createElement('ol');
  list.className = 'proposals';
  for (const { path, title } of pages) {
    const link = document.createElement('a');
    link.href = new URL(path, site).href;
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}

function required<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}
