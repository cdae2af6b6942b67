import * as z from 'zod/mini';
import type { FromWorker, Settings, ToWorker } from './messages.js';
import { forget, recall, remember } from './remembered-cards.js';
import { createSession } from './session.js';

z.config({ jitless: true });

/** Of the global scope of a worker, what is used here; the types of the project are those of a page. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
// Safe: this script is only started as a worker.
const scope = globalThis as unknown as WorkerScope;

const session = createSession(() => new Date());
const stops = new Map<number, AbortController>();
let settings: Settings | undefined;
let latest = 0;
let isRemembering = false;
/** One after the other: several large files side by side would need the memory of all. */
let queue = Promise.resolve();

scope.onmessage = ({ data }) => {
  if (data.type === 'stop') stops.get(data.card)?.abort();
  else if (data.type === 'show') latest = Math.max(latest, data.revision);
  if (data.type === 'files') stops.set(data.card, new AbortController());
  if (data.type !== 'stop') queue = queue.then(() => handle(data)).catch((error) => fail(data, error));
};

async function handle(message: Exclude<ToWorker, { readonly type: 'stop' }>): Promise<void> {
  switch (message.type) {
    case 'files': {
      const { card, name, files } = message;
      const signal = stops.get(card)?.signal;
      const size = files.reduce((sum, { file }) => sum + file.size, 0);
      let reported = 0;
      const onProgress = (bytes: number) => {
        if (bytes - reported < size / 200) return;
        reported = bytes;
        scope.postMessage({ type: 'progress', card, bytes, size });
      };
      const about = await session.readFiles(card, name, files, {
        onProgress,
        ...(signal === undefined ? {} : { signal }),
      });
      stops.delete(card);
      scope.postMessage({ type: 'card', card, about });
      return;
    }
    case 'text':
      scope.postMessage({
        type: 'card',
        card: message.card,
        about: await session.readText(message.card, message.name, message.text),
      });
      return;
    case 'sample':
      scope.postMessage({ type: 'card', card: message.card, about: await session.readSample(message.card) });
      return;
    case 'remove':
      session.remove(message.card);
      return;
    case 'show':
      if (message.revision < latest) return; // something newer was typed in the meantime
      settings = message.settings;
      scope.postMessage({ type: 'shown', revision: message.revision, shown: await session.show(message.settings) });
      await keepUp();
      return;
    case 'page':
      if (message.revision === latest) sendPage(message.revision, message.result);
      return;
    case 'export': {
      const exported = session.exported(message.result, message.format);
      if (exported !== undefined) scope.postMessage({ type: 'exported', format: message.format, ...exported });
      return;
    }
    case 'restore':
      await restore();
      return;
    case 'remember':
      isRemembering = true;
      await keepUp();
      scope.postMessage({ type: 'remembering', isOn: true });
      return;
    case 'forget':
      isRemembering = false;
      await forget();
      scope.postMessage({ type: 'remembering', isOn: false });
      return;
  }
}

/** What fails costs only itself. */
function fail(message: ToWorker, error: unknown): void {
  if (message.type === 'files' || message.type === 'text' || message.type === 'sample') {
    const name = message.type === 'sample' ? 'Sample environment' : message.name;
    const because =
      error instanceof RangeError ? 'it is too large or nested too deeply' : 'this program failed to read it';
    scope.postMessage({
      type: 'card',
      card: message.card,
      about: { name, is: 'not read', gives: [], lacks: [because], mark: 'error' },
    });
  }
  if (message.type === 'show') {
    const shown = {
      results: [],
      unused: ['The cards cannot be put together: this program failed. Remove one after the other to see which it is.'],
      facts: [],
      known: {},
      environments: [],
    };
    scope.postMessage({ type: 'shown', revision: message.revision, shown });
  }
  if (message.type === 'remember' || message.type === 'forget') {
    isRemembering = false;
    scope.postMessage({
      type: 'remembering',
      isOn: false,
      problem: 'This browser does not let the page remember anything.',
    });
  }
}

/** In pieces: a page of many findings that is placed at once would stop everything else. */
const pieceLength = 32_768;

function sendPage(revision: number, result: number): void {
  const html = session.htmlOf(result);
  if (html === undefined) return;
  for (let start = 0; start < html.length || start === 0; start += pieceLength) {
    const isLast = start + pieceLength >= html.length;
    scope.postMessage({ type: 'piece', revision, result, html: html.slice(start, start + pieceLength), isLast });
  }
}

async function keepUp(): Promise<void> {
  if (isRemembering && settings !== undefined) await remember({ cards: [...session.cards], settings });
}

async function restore(): Promise<void> {
  const remembered = await recall().catch(() => undefined);
  if (remembered === undefined) {
    scope.postMessage({ type: 'restored', cards: [] });
    return;
  }
  isRemembering = true;
  settings = remembered.settings;
  for (const [id, card] of remembered.cards) session.cards.set(id, card);
  const cards = remembered.cards.map(([card, { about }]) => ({ card, about }));
  scope.postMessage({ type: 'restored', cards, settings });
}
