import type { CardId, Settings } from './messages.js';
import type { ReadCard } from './session.js';

/** What is kept on a computer whose user asked for it: what was recognized, never the files themselves. */
export interface Remembered {
  readonly cards: readonly (readonly [CardId, ReadCard])[];
  readonly settings: Settings;
}

const name = 'dual-write-health-workbench';
const store = 'remembered';

/** What was remembered; `undefined` where nothing was. Looking leaves nothing behind, not even an empty database. */
export async function recall(): Promise<Remembered | undefined> {
  const database = await opened(false);
  if (database === undefined) return undefined;
  try {
    // Safe: only `remember` writes there.
    return (await answer(database.transaction(store).objectStore(store).get(1))) as Remembered | undefined;
  } finally {
    database.close();
  }
}

export async function remember(remembered: Remembered): Promise<void> {
  const database = await opened(true);
  if (database === undefined) return;
  try {
    await answer(database.transaction(store, 'readwrite').objectStore(store).put(remembered, 1));
  } finally {
    database.close();
  }
}

/** Removes everything that was remembered. */
export async function forget(): Promise<void> {
  await answer(indexedDB.deleteDatabase(name));
}

async function opened(isToBeMade: boolean): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name, 1);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    if (isToBeMade) request.result.createObjectStore(store);
    else request.transaction?.abort();
  };
  try {
    return await answer(request);
  } catch (error) {
    if (isNew && !isToBeMade) return undefined;
    throw error;
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
