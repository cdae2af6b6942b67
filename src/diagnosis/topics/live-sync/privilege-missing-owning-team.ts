import { assignTeamRoles } from '../../../rules/remediation/assign-team-roles.js';
import { assignUserRoles } from '../../../rules/remediation/assign-user-roles.js';
import * as links from '../../../rules/remediation/links.js';
import { makeTeamAdministrator } from '../../../rules/remediation/make-team-administrator.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

const missingPrivilege = /is missing[\W_]{1,20}(?<privilege>prv\w{1,100})/i;

/** A user can lack a privilege anywhere; in dual-write, the words around it make that clear. */
const chain = {
  find: /unable to write data to (?:entity|table)|writes to .{1,120}? failed|dual[\s_-]?write|cds error code/i,
  anchor: '',
};

export const privilegeMissingOwningTeam = /* @__PURE__ */ defineTopic({
  id: 'privilege-missing-owning-team',
  title: 'Owning team or user lacks a privilege on a mapped table',
  phase: 'live-sync',
  causes: [
    'The team that owns the rows of the company has no role with access to the table that the privilege names.',
    'Rows without a company belong to the default team of the top-level business unit, and that team has no such role.',
    'In Project Operations, a role lacks read access to shared finance tables: company, ledger, chart of accounts, fiscal calendar, exchange rates.',
    'If the message says "Principal user": the user who saved the record, or the application user, lacks the privilege.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Give the principal that the message names a role with the missing privilege.',
    options: [
      assignTeamRoles,
      {
        title: 'Add only that privilege to a role',
        steps: [
          'Read the privilege in the message: prvRead, prvWrite, prvCreate, prvDelete, prvAppend or prvAppendTo, and the table after it.',
          'Find the principal by the id in the message: add `/api/data/v9.2/teams(<id>)?$select=name` to the address of the environment, or `systemusers(<id>)` for a user.',
          'In the Power Platform admin center, select Manage > Environments, then the linked environment, then Settings > Users + permissions > Security roles.',
          'Open one of your own roles that the principal has, and grant the privilege on the table, at least for its business unit.',
          'Save, and repeat what failed: another missing privilege may be reported next.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.securityRoles],
      },
      {
        title: 'For Project Operations: let everyone who works with projects read the shared finance tables',
        steps: [
          'In the Power Platform admin center, select Manage > Environments, then the linked environment, then Settings > Users + permissions > Security roles.',
          'Open Dual-write app user, which the users of dual-write have, or the role that the users and the team of Project Operations have.',
          'Give it read access for the whole organization to Company, Ledger, Chart of accounts and Fiscal calendar, and to the exchange rates: msdyn_currencyexchangerates, msdyn_currencyexchangeratepairs and msdyn_exchangeratetypes.',
          'Save, check that the users have the role, and repeat what failed.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.projectExchangeRates, links.securityRoles],
      },
      { ...assignUserRoles, title: 'If it is the application user: give it the dual-write roles' },
      makeTeamAdministrator,
    ],
  },
  rules: ['DWDVEV9401', 'DWDVEV9402', 'DWDVEV1007', 'DWDVEV9006'],
  source: sources.liveSync,
  signatures: [
    { all: ['principal team', { find: missingPrivilege, anchor: 'prv' }] },
    { all: ['principal team id {team:guid}', 'is missing {privilege:word} privilege'] },
    { all: ['principal user', 'is missing {privilege:word} privilege', chain] },
    {
      all: [
        { find: /\b(?<privilege>prv(?:append|assign|create|delete|read|share|write)\w{1,100})/i, anchor: 'prv' },
        { find: /\bprivilegeCount=/i, anchor: 'privilegecount' },
      ],
      none: ['principal user'],
    },
  ],
});
