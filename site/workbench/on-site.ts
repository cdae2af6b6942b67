import { openWorkbench } from './open-workbench.js';

/** Brings the workbench in this page to life. */
export function open(): void {
  openWorkbench(() => new Worker(new URL('worker.js', import.meta.url)));
}

// The front page loads this script before it has become the workbench.
if (document.getElementById('wb') !== null) open();
