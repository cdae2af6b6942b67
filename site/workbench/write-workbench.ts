/** Part of `npm run build`: the package carries the workbench as one file. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { workbenchFile, workbenchParts } from './build-workbench.js';

await writeFile(
  fileURLToPath(new URL('../../dist/workbench.html', import.meta.url)),
  await workbenchFile(await workbenchParts()),
);
