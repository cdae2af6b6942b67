// The texts of the topics first: what is alike is then closer together in the script, and gzip makes 1 kB less of it.
import '../../src/diagnosis/index.js';
import * as z from 'zod/mini';
import { createMemory } from './memory.js';
import type { CardId, FromWorker, ToWorker } from './messages.js';
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
const memory = createMemory(session.cards, (about) => scope.postMessage(about));
/** What is still to be read, or is being read; it can be stopped. */
const toRead = new Map<CardId, { readonly name: string; readonly stop: AbortController }>();
let latest = 0;
/** One after the other: several large files side by side would need the memory of all. */
let queue = Promise.resolve();

scope.onmessage = ({ data }) => {
  if (data.type === 'stop') return stop(data.card);
  if (data.type === 'show') latest = Math.max(latest, data.revision);
  if (isOfCard(data)) toRead.set(data.card, { name: nameOf(data), stop: new AbortController() });
  queue = queue.then(() => handle(data)).catch((error) => fail(data, error));
};

type OfCard = Extract<ToWorker, { readonly type: 'files' | 'text' | 'sample' }>;

function isOfCard(message: ToWorker): message is OfCard {
  return message.type === 'files' || message.type === 'text' || message.type === 'sample';
}

function nameOf(message: OfCard): string {
  return message.type === 'sample' ? 'Sample environment' : message.name;
}

async function handle(message: Exclude<ToWorker, { readonly type: 'stop' }>): Promise<void> {
  switch (message.type) {
    case 'files':
    case 'text':
    case 'sample':
      return read(message);
    case 'remove':
      session.remove(message.card);
      return memory.keepUp();
    case 'show':
      if (message.revision < latest) return; // something newer was typed in the meantime
      scope.postMessage({ type: 'shown', revision: message.revision, shown: await session.show(message.settings) });
      return memory.keepUp(message.settings);
    case 'page':
      return sendPage(message.request, message.key);
    case 'export': {
      const exported = session.exported(message.key, message.format);
      if (exported !== undefined) scope.postMessage({ type: 'exported', format: message.format, ...exported });
      return;
    }
    case 'restore': {
      const settings = await memory.restore();
      const cards = settings === undefined ? [] : [...session.cards].map(([card, { about }]) => ({ card, about }));
      scope.postMessage({ type: 'restored', cards, settings });
      return;
    }
    case 'remember':
      return memory.begin(message.settings);
    case 'forget':
      return memory.end();
  }
}

async function read(message: OfCard): Promise<void> {
  const reading = toRead.get(message.card);
  if (reading === undefined) return; // it was stopped before its turn
  const { signal } = reading.stop;
  const about = await cardOf(message, signal);
  toRead.delete(message.card);
  if (signal.aborted) return notRead(message.card, reading.name, stopped);
  await memory.keepUp();
  scope.postMessage({ type: 'card', card: message.card, about });
}

function cardOf(message: OfCard, signal: AbortSignal) {
  const { card } = message;
  if (message.type === 'text') return session.readText(card, message.name, message.text);
  if (message.type === 'sample') return session.readSample(card);
  const size = message.files.reduce((sum, { file }) => sum + file.size, 0);
  let reported = 0;
  const onProgress = (bytes: number) => {
    if (bytes - reported < size / 200) return;
    reported = bytes;
    scope.postMessage({ type: 'progress', card, bytes, size });
  };
  return session.readFiles(card, message.name, message.files, { onProgress, signal });
}

const stopped = 'Its reading was stopped.';

/** What waits for its turn is stopped at once; what is being read says so itself. */
function stop(card: CardId): void {
  const reading = toRead.get(card);
  if (reading === undefined) return;
  reading.stop.abort();
  const [current] = toRead.keys();
  if (card === current) return;
  toRead.delete(card);
  notRead(card, reading.name, stopped);
}

function notRead(card: CardId, name: string, because: string): void {
  session.remove(card);
  scope.postMessage({
    type: 'card',
    card,
    about: { name, is: 'not read', gives: [], lacks: [because], mark: 'error' },
  });
}

/** What fails costs only itself. */
function fail(message: ToWorker, error: unknown): void {
  if (isOfCard(message)) {
    toRead.delete(message.card);
    const isTooMuch = error instanceof RangeError;
    const because = isTooMuch ? 'it is too large or nested too deeply' : 'this program failed to read it';
    notRead(message.card, nameOf(message), because);
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
}

/** In pieces: a page of many findings that is placed at once would stop everything else. */
const pieceLength = 32_768;

function sendPage(request: number, key: string): void {
  const html = session.htmlOf(key);
  if (html === undefined) return;
  for (let start = 0; start < html.length || start === 0; start += pieceLength) {
    const isLast = start + pieceLength >= html.length;
    scope.postMessage({ type: 'piece', request, html: html.slice(start, start + pieceLength), isLast });
  }
}
