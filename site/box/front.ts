/** The script of the front page: an error text is explained at once, files go to the workbench. Nothing leaves the page. */
import { site } from '../search/pages-found.js';
import { chosenThings, type DroppedThings, droppedThings } from '../workbench/dropped-files.js';
import type { Explained, Page } from './box.js';
import { handOver } from './hand-over.js';

type Box = typeof import('./box.js');

const text = required('box-text', HTMLTextAreaElement);
const result = required('box-result', HTMLElement);
const status = required('box-status', HTMLElement);
const clear = required('box-clear', HTMLButtonElement);
const firstWords = status.textContent ?? '';

/** Resolves after the first paint, when the code of the box is there. */
const box = new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))).then(
  (): Promise<Box> => import('./box.js'),
);
box.catch(() => undefined); // said when somebody types

const row = required('box-row', HTMLElement);
row.hidden = false;
text.addEventListener('input', (event) => void showTyped(event));
clear.addEventListener('click', () => {
  text.value = '';
  text.focus();
  void show();
});
const files = required('box-files', HTMLInputElement);
files.addEventListener('change', () => toWorkbench(Promise.resolve(chosenThings([...(files.files ?? [])]))));
const ofFront = new AbortController();
addEventListener('dragover', markDrop, { signal: ofFront.signal });
addEventListener('dragleave', unmarkDrop, { signal: ofFront.signal });
addEventListener('drop', drop, { signal: ofFront.signal });
if (text.value.trim() !== '') void show(); // typed before this script was there

/** A text that was pasted is done with: what it means comes into view. Somebody who types stays where the text is. */
async function showTyped(event: Event): Promise<void> {
  await show();
  const isWhole = event instanceof InputEvent && /^insertFrom(?:Paste|Drop)/.test(event.inputType);
  if (isWhole && !result.hidden) row.scrollIntoView();
}

async function show(): Promise<void> {
  const typed = text.value;
  clear.hidden = typed === '';
  if (typed.trim() === '') return place(firstWords);
  const found = await box.then(({ explained }) => explained(typed)).catch(() => undefined);
  if (typed !== text.value) return; // something else was typed meanwhile
  if (found === undefined) return place('The code of the box could not be loaded. Reload the page.');
  place(inWords(found), contentOf(found));
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

/** Files go to the workbench, together with the text that is in the box. */
async function toWorkbench(given: Promise<DroppedThings>): Promise<void> {
  place('Opening the workbench …');
  const typed = text.value;
  try {
    const { things, notes } = await given;
    const pasted = typed.trim() === '' ? [] : [thingOf(typed)];
    ofFront.abort(); // drops are the workbench's from here
    await handOver({ things: [...pasted, ...things], notes });
  } catch {
    place('The workbench could not be opened. Go to its page and drop the files there.');
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
  const more = document.createElement('p');
  more.append(found.pages.length === 1 ? 'Its page: ' : 'Their pages: ', listOf(found.pages));
  content.append(more);
  return content;
}

function inWords(found: Explained): string {
  if (found.type === 'proposed') return 'No known error in this text.';
  return found.pages.length === 1
    ? 'One known problem in this text.'
    : `${found.pages.length} known problems in this text.`;
}

function place(words: string, content?: HTMLElement): void {
  status.textContent = words;
  result.replaceChildren(...(content === undefined ? [] : [content]));
  result.hidden = content === undefined;
}

/** Pages that may be about it: nothing was recognized, so nothing is claimed. */
function proposals(pages: readonly Page[]): HTMLElement {
  const content = document.createElement('section');
  content.className = 'verdict is-inconclusive';
  const heading = document.createElement('h2');
  heading.textContent = 'No known error in this text';
  const advice = document.createElement('p');
  advice.textContent =
    pages.length === 0
      ? 'Paste the whole message, with its codes, or say what you see, where, and what was done before.'
      : 'Paste the whole message if there is more of it. These pages may be about what you see, the best one first; nothing was recognized or checked.';
  content.append(heading, advice, listOf(pages));
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
