/**
 * Compares the public API of every entry with its report under `etc/`. With `--local` it updates the reports;
 * without, an unreviewed change fails.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { toolCommand } from './tool-command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const declarations = join(root, '.cache/types');
const localBuild = process.argv.includes('--local');

rmSync(declarations, { recursive: true, force: true });
execFileSync(...toolCommand('tsc', ['-p', 'tsconfig.declarations.json']), { cwd: root, stdio: 'inherit' });

const entries = {
  index: 'index',
  reporters: 'reporters/index',
  node: 'node/index',
  testing: 'testing/index',
  vitest: 'testing/vitest',
  adapters: 'adapters/index',
  diagnosis: 'diagnosis/index',
  'sync-errors': 'sync-errors/index',
  alerts: 'alerts/index',
  activity: 'activity/index',
  maps: 'maps-and-solutions',
  inputs: 'inputs/index',
};
for (const [name, path] of Object.entries(entries)) {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(declarations, `${path}.d.ts`),
      compiler: { tsconfigFilePath: join(root, 'tsconfig.declarations.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(root, 'etc'),
        reportTempFolder: join(root, '.cache/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'warning' as never } },
        extractorMessageReporting: {
          default: { logLevel: 'warning' as never },
          // Types of zod and of the standard library appear in inferred declarations.
          'ae-forgotten-export': { logLevel: 'none' as never },
          // A member with a self-explanatory name needs no comment; every export does, which a test checks.
          'ae-undocumented': { logLevel: 'none' as never },
          // Links lead from one entry to another.
          'ae-unresolved-link': { logLevel: 'none' as never },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' as never } },
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, { localBuild, showVerboseMessages: false });
  if (!succeeded) process.exitCode = 1;
}
