import { statSync } from 'node:fs';
import { fromThrowable } from 'neverthrow';

/** Whether what a path names can be read only once: `-` for standard input, and pipes, such as `<(…)` of a shell. */
export function isReadOnce(path: string): boolean {
  return (
    path === '-' ||
    fromThrowable(() => statSync(path))().match(
      (found) => !found.isFile() && !found.isDirectory(),
      () => false,
    )
  );
}
