import { installDualWriteCore } from '../../../rules/remediation/install-dual-write-core.js';
import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** If these are present, the status belongs to a step other than opening or linking. */
const elsewhere = ['unable to write data to entity', 'initial sync', 'export encountered an error'];

const application = {
  find: /\b(?<application>33976c19-1db5-4c02-810e-c243db79efde|2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b)\b/i,
  anchor: '',
} as const;

export const appConsentMissing = /* @__PURE__ */ defineTopic({
  id: 'app-consent-missing',
  title: 'Opening or linking dual-write fails: application without consent',
  phase: 'link',
  causes: [
    'The tenant has not consented to application 33976c19-1db5-4c02-810e-c243db79efde, which core solutions older than 1.0.16.0 sign in with.',
    'The tenant has not consented to the application that the message names, such as 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b (Dynamics 365 Data Integrator), or an administrator has removed it.',
  ],
  performedBy: ['tenant-administrator'],
  remediation: {
    summary: 'Update the core solution, which removes the need for consent, or give consent.',
    options: [
      installDualWriteCore,
      {
        title: 'Find the application and give admin consent',
        steps: [
          'In the Microsoft Entra admin center, open Enterprise applications and search for the application id that the message names, else for 33976c19-1db5-4c02-810e-c243db79efde.',
          'If it is listed, open it, select Permissions and then Grant admin consent.',
          'If 33976c19-1db5-4c02-810e-c243db79efde is not listed, open `https://login.microsoftonline.com/common/oauth2/authorize?client_id=33976c19-1db5-4c02-810e-c243db79efde&response_type=code&prompt=admin_consent` as tenant administrator.',
          'Read the requested permissions and select Accept; if the page does not work, try again in a private window.',
          'Open the Dual-write page again.',
          linkAgain,
        ],
        performedBy: ['tenant-administrator'],
        destroys: null,
        links: [links.initialSetup, links.requirements],
      },
    ],
  },
  rules: ['DWDVEV9009'],
  source: sources.initialSetup,
  signatures: [
    {
      all: ['response status code does not indicate success 404 not found'],
      none: elsewhere,
      alone: true,
      wraps: true,
    },
    { all: ['response status code does not indicate success 404'], none: elsewhere, alone: true, wraps: true },
    {
      all: [{ find: /\bAADSTS(?:65001|700016|7000112)\b/i, anchor: 'aadsts' }, application],
    },
    { all: ['the required dual write applications need to be installed in the tenant', application] },
    { all: ['der antwortstatuscode gibt keinen erfolg an 404 not found'], none: elsewhere, alone: true, wraps: true },
  ],
});
