import { kill } from 'node:process';

/** Whether a process of this computer runs. */
export function isAlive(pid: number): boolean {
  try {
    kill(pid, 0); // no signal is sent
    return true;
  } catch (error) {
    // Safe: that is what it throws. A process of somebody else cannot be signaled, but runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
