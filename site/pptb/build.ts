/** `npm run pptb`: writes the npm package of the tool for Power Platform ToolBox to `site/pptb/dist`. */
import { fileURLToPath } from 'node:url';
import { buildTool } from './build-tool.js';

await buildTool(fileURLToPath(new URL('dist', import.meta.url)));
console.log('site/pptb/dist written: install it with `npm pack ./site/pptb/dist`');
