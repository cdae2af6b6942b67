import { openWorkbench } from './open-workbench.js';

/** The script of the worker lies in the page as text: a page from a disk may start no other. */
const script = document.getElementById('wb-worker')?.textContent ?? '';
const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
openWorkbench(() => new Worker(address));
