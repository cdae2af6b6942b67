import { completeValue } from '../../facts/fact.js';
import { guidKey, isBlank } from '../../facts/keys.js';
import { companySubject, syncedCompanies } from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { teamsThatOwn } from './owning-teams.js';

const noSyncedCompany = 'no company takes part in dual-write';

/** `DWDVEV1007`: every synchronised company needs a default owning team that exists. @public */
export const defaultOwningTeamMissing = defineCatalogueRule({
  code: 'DWDVEV1007',
  slug: 'default-owning-team-missing',
  title: 'Default owning team missing',
  origin: 'documented',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A company that takes part in dual-write names no default owning team, or names a team that is gone.',
  impact:
    'Dual-write makes that team the owner of every row it writes for the company. Without it, writes to Dataverse fail and nothing of the company arrives.',
  needs: ['link', 'companies'],
  mayBePartial: ['companies'],
  uses: ['teams'],
  notApplicable: ({ link, companies }) => {
    if (link?.linked === false) return 'the environments are not linked';
    return companies?.length === 0 ? noSyncedCompany : undefined;
  },
  evaluate: ({ link, companies, teams }, { derive }) => {
    const knownTeams = completeValue(teams);
    const synced = derive(syncedCompanies, link, companies);
    const existing = knownTeams && new Set(derive(teamsThatOwn, synced, knownTeams).map(({ id }) => guidKey(id)));
    return judgeEach(
      synced,
      (company) => {
        const teamId = company.defaultOwningTeamId;
        if (isBlank(teamId)) return finding(companySubject(company), { teamId: null });
        if (existing === undefined || existing.has(guidKey(teamId))) return undefined;
        return finding(companySubject(company), { teamId: guidKey(teamId) });
      },
      { whenNone: noSyncedCompany },
    );
  },
  message: ({ teamId }: { teamId: string | null }, { id }) =>
    teamId === null
      ? `company ${id} has no default owning team`
      : `the default owning team of company ${id} does not exist: ${teamId}`,
  remediation: {
    summary:
      'Choose a default owning team on the company record in Dataverse, and make sure that the team holds the dual-write roles.',
    options: [
      {
        title: 'Select the team on the company record',
        steps: [
          'Go to the Power Apps maker portal (https://make.powerapps.com).',
          'Pick the environment that is linked to your finance and operations app.',
          'Select Tables.',
          'Find and open the Company table (cdm_company).',
          'Add the Default owning team column to the view if it is not there.',
          'Fill in Default owning team for each company that the finding names, and look over the other companies that you synchronise.',
          'Check that each chosen team holds its security roles (the next option says how).',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
      assignTeamRoles,
    ],
  },
  sources: [sources.healthCheck],
});
