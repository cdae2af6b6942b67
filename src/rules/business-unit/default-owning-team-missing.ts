import { completeValue } from '../../facts/fact.js';
import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import {
  companiesByCode,
  companiesThatCount,
  companyInWords,
  companySubject,
  judgeCompanies,
  syncedCompanies,
} from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import * as links from '../remediation/links.js';
import { openCompanyTable } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { whyNotLinked } from '../stale-configuration/linked-companies.js';
import { finding } from '../verdict.js';
import { owningTeamKey, teamsThatMayOwn } from './owning-teams.js';

type Args = {
  /** Of the company; null where it has none. */
  code: string | null;
  /** How many records it has, and how many of them have no default owning team. */
  records: number;
  recordsWithoutTeam: number;
  /** The teams that the records name and that do not exist, sorted. */
  missingTeams: readonly string[];
};

/** `DWDVEV1007`: every synchronized company needs a default owning team that exists. @public */
export const defaultOwningTeamMissing = defineCatalogueRule({
  code: 'DWDVEV1007',
  slug: 'default-owning-team-missing',
  title: 'Default owning team missing',
  origin: 'documented',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A company that takes part in dual-write has no default owning team, or one that no longer exists.',
  impact:
    'Dual-write makes that team the owner of every row that it writes for the company. Without it, writes to Dataverse fail and no data of the company arrives.',
  needs: ['link', 'companies'],
  mayBePartial: ['companies'],
  uses: ['teams'],
  notApplicable: ({ link, companies }, context) =>
    whyNotLinked(link) ??
    (companies && syncedCompanies(link, companies, context).length === 0
      ? 'no company takes part in dual-write'
      : undefined),
  evaluate: ({ link, companies, teams }, context) => {
    const synced = syncedCompanies(link, companiesThatCount(companies, context), context);
    const knownTeams = completeValue(teams);
    const ids = knownTeams && context.derive(teamsThatMayOwn, synced, knownTeams).map(({ id }) => id);
    const existing = ids && new Set(ids.map(guidKey));
    const asWritten = new Set(ids); // most need no key
    const hasTeam = ({ defaultOwningTeamId: id }: Facts['companies'][number]) =>
      !isBlank(id) && (asWritten.has(id) || existing?.has(guidKey(id)) !== false);
    return judgeCompanies(context.derive(companiesByCode, synced), hasTeam, (rows) => {
      if (rows.every(hasTeam)) return undefined;
      const subject = companySubject(rows);
      const named = rows.map(owningTeamKey).filter((id) => id !== '');
      const args: Args = {
        code: isBlank(rows[0].code) ? null : subject.id,
        records: rows.length,
        recordsWithoutTeam: rows.length - named.length,
        missingTeams: [...new Set(named)].filter((id) => existing?.has(id) === false).sort(),
      };
      return finding(subject, args);
    });
  },
  message: ({ code, records, recordsWithoutTeam, missingTeams }: Args, subject) => {
    const company = companyInWords(subject, code !== null);
    const without =
      records === 1
        ? `${company} has no default owning team`
        : `${company} has ${records} records, ${recordsWithoutTeam} without a default owning team`;
    const missing = `the default owning team of ${company} does not exist: ${missingTeams.join(', ')}`;
    return [...(recordsWithoutTeam > 0 ? [without] : []), ...(missingTeams.length > 0 ? [missing] : [])].join('; ');
  },
  remediation: {
    summary:
      'Choose a default owning team on the company record in Dataverse, and make sure that it holds the dual-write roles.',
    options: [
      {
        title: 'Select the team on the company record',
        steps: [
          openCompanyTable,
          'Show the column Default owning team if it is not there (select the number of further columns, such as +17 more), and select Edit.',
          'Fill in Default owning team for each company that the finding names, with a team of type Owner; linking makes one named after the company with the ending "Dual Write". Check the other synchronized companies.',
          'Make sure that each chosen team has its security roles (see the next option).',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck, links.companyData],
      },
      assignTeamRoles,
    ],
  },
  sources: [sources.healthCheck],
});
