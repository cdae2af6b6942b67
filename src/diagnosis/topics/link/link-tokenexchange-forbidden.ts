import * as links from '../../../rules/remediation/links.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { defineTopic } from '../../topic.js';

export const linkTokenexchangeForbidden = /* @__PURE__ */ defineTopic({
  id: 'link-tokenexchange-forbidden',
  title: 'Linking or adding a map is refused: 403 (tokenexchange)',
  phase: 'link',
  causes: [
    'The signed-in user is not system administrator on both sides, or adds a map to a link that somebody else set up.',
    'Dataverse was reset while it was still linked, so the connection leads nowhere.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Act as a user with the rights; only if Dataverse was reset or replaced, renew the link.',
    options: [
      {
        title: 'Act as the right user',
        steps: [
          'In finance and operations, see under System administration > Users that the account has the role System administrator.',
          'In the Power Platform admin center, select Manage > Environments, then the linked environment, then Settings > Users + permissions > Users, and see that it has the security role System Administrator there too.',
          'To link, sign out, sign in with that account and try again; linking also needs the credentials of an administrator of the Microsoft Entra tenant.',
          'To add a map, have it done by the person who set up the link: other administrators can only watch and edit.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'setup-user'],
        destroys: null,
        links: [links.setUpFromLifecycleServices, links.securityRoles],
      },
      { ...resetDualWrite, title: 'If Dataverse was reset or replaced while it was linked: reset the link' },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [
    { all: ['does not indicate success 403 tokenexchange'] },
    { all: [{ find: /403\s?\(\s?tokenexchange\s?\)/i, anchor: 'tokenexchange' }] },
  ],
});
