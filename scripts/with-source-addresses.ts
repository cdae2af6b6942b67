import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * For bundles that do not leave the repository: each source keeps its own address as `import.meta.url`.
 *
 * @param contents - what is bundled in place of some sources, by their paths
 */
export function withSourceAddresses(contents: ReadonlyMap<string, string> = new Map()): Plugin {
  return {
    name: 'source addresses',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        contents: (contents.get(path) ?? readFileSync(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path).href),
        ),
        loader: 'ts',
      }));
    },
  };
}
