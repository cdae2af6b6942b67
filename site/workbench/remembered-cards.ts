import { tool } from '../../src/report/tool.js';
import type { CardId, Settings } from './messages.js';
import type { ReadCard } from './session.js';

/** What is kept on a computer whose user asked for it: what was recognized, never the files themselves. */
export interface Remembered {
  readonly cards: readonly (readonly [CardId, ReadCard])[];
  readonly settings: Settings;
}

/** What of it is new since the last time. */
export interface Change {
  readonly added: readonly (readonly [CardId, ReadCard])[];
  readonly removed: readonly CardId[];
  readonly settings: Settings;
}

const name = 'dual-write-health-workbench';
/** One record for each card: it is written once, and another tab adds its own. */
const cardsStore = 'cards';
/** The settings, and the version of the program that wrote: another one may have other cards. */
const aboutStore = 'about';

/**
 * What was remembered: `nothing`, or `unreadable` where another version of this program wrote it. Looking leaves nothing behind, not even
 * an empty database.
 */
export async function recall(): Promise<Remembered | 'nothing' | 'unreadable'> {
  const database = await opened('existing');
  if (database === undefined) return 'nothing';
  try {
    const transaction = database.transaction([cardsStore, aboutStore]);
    const about = transaction.objectStore(aboutStore);
    const version = answer(about.get('version'));
    const settings = answer(about.get('settings'));
    const ids = answer(transaction.objectStore(cardsStore).getAllKeys());
    const cards = answer(transaction.objectStore(cardsStore).getAll());
    if ((await version) !== tool.version) return 'unreadable';
    const read = await cards;
    // Safe: this version of `remember` wrote them, and cards have numbers.
    return {
      cards: (await ids).map((id, index) => [id as CardId, read[index] as ReadCard]),
      settings: (await settings) as Settings,
    };
  } catch {
    return 'unreadable';
  } finally {
    database.close();
  }
}

/** Begins to remember. It rejects where the browser does not let the page, or has no room. */
export async function beginToRemember(change: Change): Promise<void> {
  const database = await opened('new');
  if (database !== undefined) await write(database, change);
}

/**
 * Remembers what is new. It rejects where there is no room for it; what was remembered before is then as it was.
 *
 * @returns whether it is remembered: not where somebody forgot everything in another tab in the meantime
 */
export async function remember(change: Change): Promise<boolean> {
  const database = await opened('existing');
  if (database === undefined) return false;
  await write(database, change);
  return true;
}

/** Removes everything that was remembered. */
export async function forget(): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

async function write(database: IDBDatabase, { added, removed, settings }: Change): Promise<void> {
  try {
    const transaction = database.transaction([cardsStore, aboutStore], 'readwrite');
    const cards = transaction.objectStore(cardsStore);
    for (const [id, card] of added) cards.put(card, id);
    for (const id of removed) cards.delete(id);
    transaction.objectStore(aboutStore).put(settings, 'settings');
    transaction.objectStore(aboutStore).put(tool.version, 'version');
    await whole(transaction);
  } finally {
    database.close();
  }
}

async function opened(which: 'existing' | 'new'): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name, 1);
  let isMissing = false;
  request.onupgradeneeded = () => {
    if (which === 'new') {
      request.result.createObjectStore(cardsStore);
      request.result.createObjectStore(aboutStore);
      return;
    }
    isMissing = true;
    request.transaction?.abort();
  };
  try {
    return await answer(request);
  } catch (error) {
    if (isMissing) return undefined;
    throw error;
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Lack of room is often seen only when all is written. */
function whole(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
