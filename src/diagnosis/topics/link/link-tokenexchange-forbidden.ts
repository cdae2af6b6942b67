import * as links from '../../../rules/remediation/links.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { defineTopic } from '../../topic.js';

export const linkTokenexchangeForbidden = /* @__PURE__ */ defineTopic({
  id: 'link-tokenexchange-forbidden',
  title: 'Linking or adding a map is refused: 403 (tokenexchange)',
  phase: 'link',
  causes: [
    'The signed-in user is not a system administrator on both sides, or adds a map to a link that somebody else set up.',
    'Dataverse was reset while it was still linked, so the connection points nowhere.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Use an account with sufficient rights; renew the link only if Dataverse was reset or replaced.',
    options: [
      {
        title: 'Use the right account',
        steps: [
          'In finance and operations, check under System administration > Users that the account has the System administrator role.',
          'In the Power Platform admin center, select Manage > Environments, then the linked environment, then Settings > Users + permissions > Users, and check that the account also has the System Administrator security role there.',
          'To link, sign out, sign in with that account and try again; linking also needs the credentials of an administrator of the Microsoft Entra tenant.',
          'To add a map, ask the person who set up the link: other administrators can only monitor and edit.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'setup-user'],
        destroys: null,
        links: [links.setUpFromLifecycleServices, links.securityRoles],
      },
      {
        title: 'If Dataverse was reset while it was linked: find the rows that were left',
        steps: [
          'A reset of Dataverse does not clean up the other side: rows of the old link stay in finance and operations, and after a restore in Dataverse too.',
          'Run `dual-write-health check` on the environment: DWDVEV1004 and DWFOEV1004 name these rows.',
          'Plan their removal with `dual-write-health cleanup`, after the environments are linked again. Without a finding, delete nothing.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck, links.relinkEnvironments],
      },
      { ...resetDualWrite, title: 'If Dataverse was reset or replaced while it was linked: reset the link' },
    ],
  },
  rules: ['DWDVEV1004', 'DWFOEV1004'],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    { all: ['does not indicate success 403 tokenexchange'] },
    { all: [{ find: /403\s?\(\s?tokenexchange\s?\)/i, anchor: 'tokenexchange' }] },
  ],
});
