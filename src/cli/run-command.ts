import { type ChildProcess, spawn } from 'node:child_process';
import type { Command } from './azure-cli-command.js';

/** How a program ended. */
export type Ended =
  | { readonly type: 'ended'; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  | { readonly type: 'not-started' | 'stopped' | 'endless' };

/** More than this is not an answer of the program that was meant. */
const mostBytes = 1_000_000;

/** Runs a program that gets no input. When the signal says so, or its output has no end, it is stopped with what it started. */
export function runCommand({ file, args, ...options }: Command, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const isWindows = process.platform === 'win32';
    const child = spawn(file, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      detached: !isWindows, // a group of its own, so that what a script started can be stopped with it
    });
    const read = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let size = 0;
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) stop('endless');
        else read[name].push(chunk);
      });
    }
    child.on('error', () => end({ type: 'not-started' }));
    child.on('close', (code) => end({ type: 'ended', code, stdout: textOf(read.stdout), stderr: textOf(read.stderr) }));
    const onAbort = () => stop('stopped');
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();

    function stop(type: 'stopped' | 'endless'): void {
      kill(child, isWindows);
      end({ type });
    }

    function end(how: Ended): void {
      signal.removeEventListener('abort', onAbort);
      resolve(how);
    }
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

function kill(child: ChildProcess, isWindows: boolean): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
