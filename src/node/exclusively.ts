import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { pid, platform } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { isAlive } from './is-alive.js';
import { jsonOf } from './json-of.js';
import { removeLeftovers } from './replace-file.js';
import { type SyncErrorFileFault, unwritableFault } from './sync-error-file-fault.js';

/** Who writes, as the lock file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it began; how long ago it was last alive is the time of the file itself. */
  readonly at: string;
  /** Differs each time, also within one process. */
  readonly token: string;
}

interface Lock {
  /** @throws an error where another process has taken the lock over: nothing must be written then */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** How often a holder shows that it is alive. */
const heartbeat = 2_000;
/** A lock that nobody has touched for so long belongs to no process, or to one that hangs. */
const staleAfter = 60_000;
/** Between creating a lock and writing into it there is only a moment. */
const staleAfterIfEmpty = 2_000;
const longestWait = 10_000;
const betweenTries = 5;
/** Whoever has kept others waiting for longer lets them go first: otherwise one that writes without a break would keep them out. */
const longTurn = 20;

/**
 * Makes a change of a file while no other process makes one: it holds `<path>.lock`, which names the process, and waits for at
 * most ten seconds where another one holds it. A lock whose process has ended is taken over; so is one that was not touched
 * for a minute, because process ids are used again and those of other computers cannot be looked up.
 *
 * @param change - gets a function to call right before it writes: it throws if the lock was lost in the meantime
 * @returns what the change returns, or the fault `locked`, where nothing was changed
 */
export function exclusively<T, E>(
  path: string,
  change: (assertHeld: Lock['assertHeld']) => ResultAsync<T, E>,
  patience = longestWait,
): ResultAsync<T, E | SyncErrorFileFault> {
  return new ResultAsync(held());

  async function held(): Promise<Result<T, E | SyncErrorFileFault>> {
    const lock = await acquired(path, patience);
    if (lock.isErr()) return err(lock.error);
    const start = Date.now();
    try {
      return await change(lock.value.assertHeld);
    } finally {
      await lock.value.release();
      if (Date.now() - start > longTurn) await pause(2 * betweenTries);
    }
  }
}

async function acquired(path: string, patience: number): Promise<Result<Lock, SyncErrorFileFault>> {
  const file = `${path}.lock`;
  const deadline = Date.now() + patience;
  const holder: Holder = {
    pid,
    host: hostname(),
    at: new Date().toISOString(),
    token: crypto.randomUUID(),
  };
  try {
    for (;;) {
      const handle = await created(file, holder);
      if (handle !== undefined) return ok(lockOf(file, holder, handle));
      if (await isStale(file)) await takeOver(path, file, holder);
      else if (Date.now() >= deadline) return err(lockedFault(path, await holderOf(file)));
      else await pause(betweenTries);
    }
  } catch (error) {
    return err(unwritableFault(path, error));
  }
}

/** A new lock file, or `undefined` where there is one. */
async function created(file: string, holder: Holder): Promise<FileHandle | undefined> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    // Windows answers EPERM while a file of that name is being removed.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && platform === 'win32')) return undefined;
    throw error;
  });
  try {
    await handle?.writeFile(`${JSON.stringify(holder)}\n`);
    return handle;
  } catch (error) {
    await handle?.close();
    await rm(file, { force: true });
    throw error;
  }
}

function lockOf(file: string, { token }: Holder, handle: FileHandle): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    handle.utimes(now, now).catch(ignore);
  }, heartbeat);
  beat.unref();
  const isHeld = async () => (await holderOf(file))?.token === token;
  return {
    async assertHeld() {
      if (!(await isHeld()))
        throw new Error('another process has taken over, because this one did not respond for a minute');
    },
    async release() {
      clearInterval(beat);
      await handle.close().catch(ignore);
      // What cannot be removed is stale as soon as this process has ended.
      if (await isHeld()) await rm(file, { force: true }).catch(ignore);
    },
  };
}

/**
 * Removes a stale lock, and what its process has left half-written beside the file. Only one process at a time may: otherwise a second one, which found the same stale lock, could remove the
 * lock that the first one has created since. So it looks again once it is alone.
 */
async function takeOver(path: string, file: string, holder: Holder): Promise<void> {
  const turn = `${file}.takeover`;
  const handle = await created(turn, holder);
  if (handle === undefined) {
    if (await isStale(turn)) await rm(turn, { force: true });
    return pause(betweenTries);
  }
  try {
    if (!(await isStale(file))) return;
    await removeLeftovers(path);
    await rm(file, { force: true });
  } finally {
    await handle.close();
    await rm(turn, { force: true });
  }
}

async function isStale(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  const holder = await holderOf(file);
  const untouched = Date.now() - found.mtimeMs;
  if (holder === undefined) return untouched > staleAfterIfEmpty;
  return untouched > staleAfter || (holder.host === hostname() && !isAlive(holder.pid));
}

/** `undefined` where there is no lock, or nothing is written in it yet. */
async function holderOf(file: string): Promise<Holder | undefined> {
  const found = jsonOf(await readFile(file, 'utf8').catch(() => ''));
  return isHolder(found) ? found : undefined;
}

function isHolder(found: unknown): found is Holder {
  return (
    typeof found === 'object' &&
    found !== null &&
    'pid' in found &&
    Number.isSafeInteger(found.pid) &&
    'host' in found &&
    typeof found.host === 'string' &&
    'at' in found &&
    typeof found.at === 'string' &&
    'token' in found
  );
}

function lockedFault(path: string, holder: Holder | undefined): SyncErrorFileFault {
  const who =
    holder === undefined
      ? 'another process'
      : `process ${holder.pid} ${holder.host === hostname() ? 'of this computer' : `of the computer ${holder.host}`}, since ${holder.at},`;
  return {
    type: 'locked',
    path,
    because: `${who} is writing to it`,
    whatToDo:
      'Wait until that has ended, and try again: nothing was changed. If no such process runs, delete the file beside it whose name ends with .lock.',
  };
}

function ignore(): void {
  // The next step finds out.
}
