import { config } from 'zod/v4/core';
import { openWorkbench } from '../workbench/open-workbench.js';
import { openConnections } from './open-connections.js';
import { toolboxHost } from './toolbox-host.js';

config({ jitless: true });
openWorkbench(() => new Worker('worker.js')); // ToolBox refuses a worker that does not come from a file
openConnections(toolboxHost(window));
