import { openWorkbench } from './open-workbench.js';

openWorkbench(() => new Worker(new URL('worker.js', import.meta.url)));
