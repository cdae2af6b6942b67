import { isBlank, nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import { openTeams } from '../remediation/pages.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { whyNotLinked } from '../stale-configuration/linked-companies.js';
import { finding, inconclusive, judgeEach, missing } from '../verdict.js';
import { mappedBusinessUnit } from './mapped-business-unit.js';
import { teamSubject } from './owning-teams.js';

type Args = {
  problem: 'unit-gone' | 'no-default-team' | 'renamed';
  team: string | null;
  businessUnit: string | null;
  /** The name that the link recorded. */
  recorded: string | null;
};

/** `DWFOEV1006`: the default team of the business unit must have the unit's name. @public */
export const defaultTeamNameMismatch = defineCatalogueRule({
  code: 'DWFOEV1006',
  slug: 'default-team-name-mismatch',
  title: 'Default team renamed or missing',
  origin: 'documented',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The default team of the mapped business unit (the root unit, if none is mapped) is missing, or its name is not that of the unit, or not the one that the link recorded. The code says FO; the team is in Dataverse.',
  impact: 'Initial synchronization looks up the owner of imported rows by that name, and fails.',
  needs: ['link', 'businessUnits', 'teams'],
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link, businessUnits, teams }, { derive }) => {
    const mapped = derive(mappedBusinessUnit, link, businessUnits, teams);
    if (mapped.state === 'no-root') return inconclusive(missing('businessUnits', 'parentId'));
    const recorded = isBlank(link.defaultTeamName) ? null : link.defaultTeamName.trim();
    if (mapped.state === 'gone') return judgeEach([mapped.id], (id) => unitFinding(id, 'unit-gone', null, recorded));
    const { id, name, defaultTeams } = mapped;
    if (defaultTeams.length === 0) {
      return judgeEach([id], () => unitFinding(id, 'no-default-team', name ?? null, recorded));
    }
    return judgeEach(defaultTeams, (team) => {
      const args: Args = { problem: 'renamed', team: team.name.trim(), businessUnit: name ?? null, recorded };
      if (recorded !== null && nameKey(recorded) !== nameKey(team.name)) return finding(teamSubject(team), args);
      if (name === undefined) return missing('businessUnits', 'name');
      return nameKey(name) === nameKey(team.name) ? undefined : finding(teamSubject(team), args);
    });
  },
  message: ({ problem, team, businessUnit, recorded }: Args, { id }) => {
    const unit = businessUnit === null ? id : `"${businessUnit}" (${id})`;
    if (problem === 'unit-gone') return `the mapped business unit ${id} does not exist`;
    if (problem === 'no-default-team') return `the business unit ${unit} has no default team`;
    const differs = (name: string | null): name is string => name !== null && nameKey(name) !== nameKey(team ?? '');
    const expected = [
      ...(differs(businessUnit) ? [`its business unit is named "${businessUnit}"`] : []),
      ...(differs(recorded) ? [`the link recorded "${recorded}"`] : []),
    ];
    return `the default team is named "${team}", but ${expected.join(' and ')}`;
  },
  remediation: {
    summary:
      'Rename the default team back to the name of its business unit, or have the link changed to the name that it has now. Where the unit or its default team is gone, renaming does not help: continue with the support option.',
    options: [
      {
        title: 'Rename the team back',
        steps: [
          'Find the default team of the root unit: open `https://<Dataverse address>/api/data/v9.2/teams?$select=name,teamid&$filter=isdefault eq true and businessunitid/_parentbusinessunitid_value eq null` in a browser that is signed in to Dataverse. For another mapped unit, filter by `isdefault eq true and _businessunitid_value eq <its id>`.',
          openTeams,
          'Select that team, then Edit team, change Team name to exactly the name of the business unit, and select Update. If the unit itself was renamed, give both the same name again.',
          'If the link recorded a different name, use the support option below instead.',
          'Run the map whose initial synchronization failed again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.teams, links.securityRoles, links.healthCheck],
      },
      {
        title: 'Have Microsoft Support change the name in the link',
        steps: [
          'Find the name of the default team with `https://<Dataverse address>/api/data/v9.2/teams?$select=name&$filter=isdefault eq true and businessunitid/_parentbusinessunitid_value eq null`.',
          'Open a support request that asks to update the connection details of dual-write, and quote the team name that the query shows for the root unit.',
          'When support has finished, run the failed map again.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.securityRoles, links.healthCheck],
      },
      resetDualWrite,
    ],
  },
  sources: [sources.healthCheck, sources.securityRoles],
});

function unitFinding(id: string, problem: Args['problem'], name: string | null, recorded: string | null) {
  const subject = { kind: 'business-unit', id } as const;
  const args: Args = { problem, team: null, businessUnit: name, recorded };
  return finding(name === null ? subject : { ...subject, name }, args);
}
