import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import type { ListedUrls } from '../run/urls.js';

export const urls = defineCommand({
  path: 'urls',
  summary: 'the addresses whose answers fill a snapshot without an app registration',
  description:
    'List the addresses that a signed-in person opens and saves, or fetches with a script, for `capture`. With files, the addresses that follow from them. Nothing is sent.',
  exitCodes: { 0: 'shown' },
  guide: 'inputs.md',
  arguments: {
    files: {
      type: 'files',
      isOptional: true,
      description: 'what has been saved already: a HAR file, saved answers, a snapshot; files or folders',
    },
  },
  options: {
    dataverse: { type: 'text', value: 'url', description: 'the Dataverse environment' },
    finops: { type: 'text', value: 'url', description: 'the finance and operations environment' },
    environmentId: { type: 'text', value: 'id', description: 'the id of the environment in the Power Platform' },
  },
  load: () => import('../run/urls.js'),
  renderers: {
    ...documentFormats('urls', async () => {
      const { urlsDocument } = await import('../../reporters/documents/urls-document.js');
      return ({ urls }: ListedUrls) => urlsDocument(urls);
    }),
    powershell: async ({ urls }: ListedUrls) => {
      const { powershellScript } = await import('../../inputs/powershell-script.js');
      return powershellScript(urls);
    },
  },
  examples: [
    'dual-write-health urls --dataverse https://contoso.crm4.dynamics.com --finops https://contoso.operations.dynamics.com',
    'dual-write-health urls --dataverse https://contoso.crm4.dynamics.com --format powershell -o read.ps1',
    'dual-write-health urls --dataverse https://contoso.crm4.dynamics.com dual-write-answers.json',
  ],
});
