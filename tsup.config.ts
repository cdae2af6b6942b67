import { defineConfig, type Options } from 'tsup';

const shared: Options = {
  target: 'es2023',
  outDir: 'dist',
  removeNodeProtocol: false,
  splitting: true,
  treeshake: false,
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      reporters: 'src/reporters/index.ts',
      node: 'src/node/index.ts',
      testing: 'src/testing/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: { resolve: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // The command line carries zod inside itself: as one small file it loads three times faster than as a tree of modules.
  { ...shared, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], noExternal: ['zod', 'neverthrow'], minify: true },
]);
