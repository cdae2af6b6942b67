import { guidKey, isBlank, nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach, missing } from '../verdict.js';
import { mappedBusinessUnit } from './mapped-business-unit.js';
import { teamSubject } from './owning-teams.js';

type Args = { problem: 'unit-gone' | 'no-default-team' | 'renamed'; actual: string | null; expected: string[] };

/** `DWFOEV1006`: the default team of the business unit must bear the unit's name. @public */
export const defaultTeamNameMismatch = defineCatalogueRule({
  code: 'DWFOEV1006',
  slug: 'default-team-name-mismatch',
  title: 'Default team renamed or missing',
  origin: 'documented',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The default team of the mapped business unit (the root unit, if none is mapped) is missing, or its name is not the name of the unit or not the one that the link recorded. The code says FO; the team is in Dataverse.',
  impact: 'Initial synchronisation looks the owner of imported rows up by that name and fails.',
  needs: ['link', 'businessUnits', 'teams'],
  notApplicable: ({ link }) => (link?.linked === false ? 'the environments are not linked' : undefined),
  evaluate: ({ link, businessUnits, teams }, { derive }) => {
    const mapped = derive(mappedBusinessUnit, link, businessUnits, teams);
    if (mapped.state === 'no-root') return inconclusive(missing('businessUnits', 'parentId'));
    if (mapped.state === 'gone') return judgeEach([mapped.id], (id) => unitFinding(id, 'unit-gone'));
    const { unit, defaultTeams } = mapped;
    if (defaultTeams.length === 0) return judgeEach([unit], ({ id, name }) => unitFinding(id, 'no-default-team', name));

    const recorded = isBlank(link.defaultTeamName) ? unit.name : link.defaultTeamName;
    const expected = [unit.name, ...(nameKey(recorded) === nameKey(unit.name) ? [] : [recorded])].map((n) => n.trim());
    return judgeEach(defaultTeams, (team) => {
      const isAsExpected = expected.every((name) => nameKey(name) === nameKey(team.name));
      const args: Args = { problem: 'renamed', actual: team.name.trim(), expected };
      return isAsExpected ? undefined : finding(teamSubject(team), args);
    });
  },
  message: ({ problem, actual, expected }: Args, { id }) =>
    ({
      'unit-gone': `the mapped business unit ${id} does not exist`,
      'no-default-team': `the business unit ${id} has no default team`,
      renamed: `the default team is named "${actual}", expected ${expected.map((name) => `"${name}"`).join(' and ')}`,
    })[problem],
  remediation: {
    summary:
      'Rename the default team back to the name of its business unit, or have the link changed to the name that it has now. Where the unit or its default team is gone, renaming does not help: go on with the support option.',
    options: [
      {
        title: 'Rename the team back',
        steps: [
          'Find the default team of the root unit: open `https://<your org>.dynamics.com/api/data/v9.2/teams?$select=name,teamid&$filter=isdefault eq true and businessunitid/_parentbusinessunitid_value eq null` in a browser that is signed in to Dataverse. For another mapped unit, filter by `_businessunitid_value eq <its id>`.',
          'In the Power Platform admin center, open the environment, then Teams on the Access tab, and select that team.',
          'Change its name to exactly the name of the business unit. If the unit itself was renamed, name both alike again.',
          'If the link recorded yet another name, take the support option below instead.',
          'Run the map whose initial synchronisation failed once more.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.securityRoles, links.healthCheck],
      },
      {
        title: 'Have Microsoft Support change the name in the link',
        steps: [
          'Find the name of the default team with `https://<your org>.dynamics.com/api/data/v9.2/teams?$select=name&$filter=isdefault eq true and businessunitid/_parentbusinessunitid_value eq null`.',
          'Open a support ticket that asks to update the connection details of dual-write, and quote the team name that the query shows for the root unit.',
          'When support is done, run the failed map once more.',
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

function unitFinding(id: string, problem: Args['problem'], name?: string) {
  const subject = { kind: 'business-unit', id: guidKey(id) } as const;
  const args: Args = { problem, actual: null, expected: [] };
  return finding(name === undefined ? subject : { ...subject, name: name.trim() }, args);
}
