import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.js';

/** What a run of the command line came to. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line from its sources in this process, as if its arguments had been typed in that folder. One at a time: it takes the
 * place of the streams of the process.
 *
 * @param input - what standard input holds; without it, standard input is closed
 */
export async function runMain(
  typed: readonly string[],
  folder: string,
  input: string | Uint8Array = '',
): Promise<Ended> {
  const before = { argv: process.argv, cwd: process.cwd(), exitCode: process.exitCode };
  const stdinBefore = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  const handlers = process.listeners('uncaughtException');
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((piece, ...more) => {
      written[name] += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
      const after = more.find((one) => typeof one === 'function');
      if (after !== undefined) setImmediate(after as () => void); // the callback of `write` takes no argument where all is well
      return true;
    }),
  );
  const exited = new Promise<void>((resolve) => {
    spies.push(vi.spyOn(process, 'exit').mockImplementation((() => resolve()) as never) as never);
  });
  process.argv = [process.execPath, 'dual-write-health', ...typed];
  process.chdir(folder);
  process.exitCode = undefined;
  const stdin = Object.assign(Readable.from(input.length === 0 ? [] : [Buffer.from(input)], { objectMode: false }), {
    isTTY: false,
  });
  Object.defineProperty(process, 'stdin', { value: stdin, configurable: true });
  try {
    await main();
    await exited;
    return { status: Number(process.exitCode ?? 0), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.argv = before.argv;
    process.chdir(before.cwd);
    process.exitCode = before.exitCode;
    Object.defineProperty(process, 'stdin', stdinBefore);
    for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
    for (const handler of process.listeners('uncaughtException'))
      if (!handlers.includes(handler)) process.off('uncaughtException', handler);
  }
}
