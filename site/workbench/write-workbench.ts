/** Part of `npm run build`: the package carries the workbench as one file, compressed to a quarter. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { workbenchFile, workbenchParts } from './build-workbench.js';

await writeFile(
  fileURLToPath(new URL('../../dist/workbench.html.br', import.meta.url)),
  brotliCompressSync(await workbenchFile(await workbenchParts())),
);
