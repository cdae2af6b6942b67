import { homepage, siteUrl } from '../../src/reporters/site-url.js';

/**
 * The `package.json` of the tool. What ToolBox reads of it: *Tool development*, documentation of Power Platform ToolBox 1.2, 2026.
 *
 * @param version - that of the library
 */
export function toolManifest(version: string) {
  return {
    name: 'pptb-dual-write-health',
    version,
    displayName: 'Dual-write health',
    description:
      'Checks the health of Dynamics 365 dual-write: reads Dataverse through your connection, explains errors, says how to fix them',
    keywords: ['dual-write', 'dynamics-365', 'dataverse', 'finance-and-operations', 'powerplatform', 'pptb'],
    license: 'MIT',
    author: 'The dual-write-health authors',
    contributors: [{ name: 'The dual-write-health authors', url: homepage }],
    homepage: siteUrl,
    repository: { type: 'git', url: `git+${homepage}.git`, directory: 'site/pptb' },
    main: 'dist/index.html',
    icon: 'icon.svg',
    files: ['dist', 'NOTICE', 'npm-shrinkwrap.json'],
    configurations: {
      repository: homepage,
      website: siteUrl,
      readmeUrl: `${homepage.replace('github.com', 'raw.githubusercontent.com')}/main/site/pptb/README.md`,
    },
    features: { multiConnection: 'optional', minAPI: '1.2.0' },
  } as const;
}

/** ToolBox requires the list of dependencies beside it. The tool has none: everything is in its bundles. */
export function toolShrinkwrap(version: string) {
  const { name, license } = toolManifest(version);
  return { name, version, lockfileVersion: 3, requires: true, packages: { '': { name, version, license } } } as const;
}
