import { companyIds } from '../companies.js';
import * as links from '../remediation/links.js';
import { openCompanyTable, openTeams } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { teamSubject, teamsOfSyncedCompanies, whyNoTeamOfSyncedCompany } from './owning-teams.js';

/** `DWDVEV9405`: a default owning team must be one that can own rows. @public */
export const owningTeamCannotOwn = defineCatalogueRule({
  code: 'DWDVEV9405',
  slug: 'owning-team-cannot-own',
  title: 'Default owning team is an access team',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.2.0',
  meaning:
    'The default owning team of a synchronized company is an access team. Rows can be shared with such a team, but it cannot own rows and has no security roles.',
  impact: 'Dual-write makes the team the owner of what it writes for the company. Dataverse refuses those rows.',
  needs: ['link', 'companies', 'teams'],
  mayBePartial: ['companies'],
  notApplicable: whyNoTeamOfSyncedCompany,
  evaluate: (facts, context) =>
    judgeEach(teamsOfSyncedCompanies(facts, context), ({ team, owned }) => {
      if (team.type == null) return []; // Neither judged nor left open: older snapshots do not hold types.
      return team.type === 'access'
        ? finding(teamSubject(team), { team: team.name.trim(), companies: companyIds(owned) })
        : undefined;
    }),
  message: ({ team, companies }: { team: string; companies: readonly string[] }) =>
    `the team "${team}" is an access team and cannot own the rows of ${companies.join(', ')}`,
  remediation: {
    summary:
      'Select a team of type Owner as the default owning team. An access team cannot be turned into an owner team, so create one if there is none.',
    options: [
      {
        title: 'Select an owner team on the company record',
        steps: [
          openTeams,
          'Look for a team that is named after the company, with the ending "Dual Write": linking creates one of type Owner. If there is none, select Create team, choose the business unit of the company and Owner as the team type, and save.',
          'Select that team, then Manage security roles. Select Dual-write runtime user, Dual-write app user, and a role for the tables that you map, and save.',
          openCompanyTable,
          'Show the column Default owning team if it is not there, and select Edit. Set it to the owner team for each company that the finding names.',
          'Create a test record in each of these companies, and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.teams, links.companyData],
      },
    ],
  },
  sources: [sources.teams, sources.companyData],
});
