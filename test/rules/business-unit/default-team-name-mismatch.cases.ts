import { known, unknown } from '../../../src/facts/fact.js';
import { defaultTeamNameMismatch } from '../../../src/rules/business-unit/default-team-name-mismatch.js';
import { make, rootUnitId, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const businessUnits = known([
  make.businessUnit(),
  make.businessUnit({ id: 'b2', name: 'Sales', parentId: rootUnitId }),
]);

export default {
  rule: defaultTeamNameMismatch,
  passed: [
    {
      when: 'mapped unit, recorded name and parent of the root are blank, which counts as absent',
      facts: {
        link: known(make.link({ businessUnitId: ' ', defaultTeamName: '' })),
        businessUnits: known([
          make.businessUnit({ parentId: '' }),
          make.businessUnit({ id: 'b2', name: 'Sales', parentId: rootUnitId }),
        ]),
        teams: known([make.team()]),
      },
      checked: 1,
    },
    {
      when: 'the root unit is listed twice',
      facts: {
        link,
        businessUnits: known([make.businessUnit(), make.businessUnit({ id: `{${rootUnitId.toUpperCase()}}` })]),
        teams: known([make.team()]),
      },
      checked: 1,
    },
    {
      when: 'the default team of the root unit has its name',
      facts: { link, businessUnits, teams: known([make.team()]) },
      checked: 1,
    },
    {
      when: 'the names differ in letter case and blanks',
      facts: { link, businessUnits, teams: known([make.team({ name: ' CONTOSO ' })]) },
      checked: 1,
    },
    {
      when: 'the mapped unit is not the root, and its default team has its name',
      facts: {
        link: known(make.link({ businessUnitId: '{B2}' })),
        businessUnits,
        teams: known([make.team({ name: 'renamed' }), make.team({ id: 'a2', name: 'Sales', businessUnitId: 'b2' })]),
      },
      checked: 1,
    },
    {
      when: 'other teams of the unit have other names',
      facts: {
        link,
        businessUnits,
        teams: known([make.team(), make.team({ id: 'a2', name: 'USMF Dual Write', isDefault: false })]),
      },
      checked: 1,
    },
    {
      when: 'rows of the unit spell its name in several ways',
      facts: {
        link,
        businessUnits: known([make.businessUnit({ name: 'CONTOSO' }), make.businessUnit({ name: ' contoso' })]),
        teams: known([make.team()]),
      },
      checked: 1,
    },
    {
      when: 'the team is listed twice',
      facts: { link, businessUnits, teams: known([make.team(), make.team({ id: `{${teamId.toUpperCase()}}` })]) },
      checked: 2,
    },
    {
      when: 'the recorded name agrees',
      facts: { link: known(make.link({ defaultTeamName: ' CONTOSO ' })), businessUnits, teams: known([make.team()]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the unit was renamed and its team was not, although the link recorded the name of the team',
      facts: {
        link: known(make.link({ defaultTeamName: 'Contoso' })),
        businessUnits: known([make.businessUnit({ name: 'Contoso Group ' })]),
        teams: known([make.team({ name: ' Contoso' })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ problem: 'renamed', team: 'Contoso', businessUnit: 'Contoso Group', recorded: 'Contoso' }],
    },
    {
      when: 'the only default team is of another unit',
      facts: { link, businessUnits, teams: known([make.team({ businessUnitId: 'b2', name: 'Sales' })]) },
      subjects: [`business-unit ${rootUnitId}`],
      args: [{ problem: 'no-default-team', team: null, businessUnit: 'Contoso', recorded: null }],
    },
    {
      when: 'the default team was renamed',
      facts: { link, businessUnits, teams: known([make.team({ name: 'Contoso Owners' })]) },
      subjects: [`team ${teamId}`],
      args: [{ problem: 'renamed', team: 'Contoso Owners', businessUnit: 'Contoso', recorded: null }],
    },
    {
      when: 'team and unit agree, but the link recorded another name',
      facts: {
        link: known(make.link({ defaultTeamName: 'Contoso Ltd ' })),
        businessUnits,
        teams: known([make.team()]),
      },
      subjects: [`team ${teamId}`],
      args: [{ problem: 'renamed', team: 'Contoso', businessUnit: 'Contoso', recorded: 'Contoso Ltd' }],
    },
    {
      when: 'rows of the unit give it several names, and the team has none of those that the link recorded',
      facts: {
        link: known(make.link({ defaultTeamName: 'Fabrikam' })),
        businessUnits: known([make.businessUnit(), make.businessUnit({ name: 'Contoso Group' })]),
        teams: known([make.team()]),
      },
      subjects: [`team ${teamId}`],
      args: [{ problem: 'renamed', team: 'Contoso', businessUnit: null, recorded: 'Fabrikam' }],
    },
    {
      when: 'rows of the unit give it several names, and it has no default team',
      facts: {
        link: known(make.link({ defaultTeamName: ' Contoso' })),
        businessUnits: known([make.businessUnit(), make.businessUnit({ name: 'Contoso Group' })]),
        teams: known([]),
      },
      subjects: [`business-unit ${rootUnitId}`],
      args: [{ problem: 'no-default-team', team: null, businessUnit: null, recorded: 'Contoso' }],
    },
    {
      when: 'the unit has no default team',
      facts: { link, businessUnits, teams: known([make.team({ isDefault: false })]) },
      subjects: [`business-unit ${rootUnitId}`],
      args: [{ problem: 'no-default-team', team: null, businessUnit: 'Contoso', recorded: null }],
    },
    {
      when: 'the mapped unit does not exist',
      facts: { link: known(make.link({ businessUnitId: 'GONE' })), businessUnits, teams: known([make.team()]) },
      subjects: ['business-unit gone'],
      args: [{ problem: 'unit-gone', team: null, businessUnit: null, recorded: null }],
    },
    {
      when: 'one of two default teams was renamed',
      facts: { link, businessUnits, teams: known([make.team(), make.team({ id: 'A2', name: 'x' })]) },
      subjects: ['team a2'],
      args: [{ problem: 'renamed', team: 'x', businessUnit: 'Contoso', recorded: null }],
    },
    {
      when: 'the mapped unit is not the root, and its default team was renamed',
      facts: {
        link: known(make.link({ businessUnitId: '{B2}' })),
        businessUnits,
        teams: known([make.team(), make.team({ id: 'a2', name: 'Sales Team', businessUnitId: '{b2}' })]),
      },
      subjects: ['team a2'],
      args: [{ problem: 'renamed', team: 'Sales Team', businessUnit: 'Sales', recorded: null }],
    },
  ],
  notApplicable: [
    {
      when: 'the environments are not linked',
      facts: { link: known(make.link({ linked: false })), teams: unknown('failed') },
    },
  ],
  inconclusive: [
    {
      when: 'no unit looks like the root',
      facts: { link, businessUnits: known([make.businessUnit({ parentId: 'b9' })]), teams: known([make.team()]) },
      missing: ['businessUnits.parentId'],
    },
    {
      when: 'two units look like the root',
      facts: {
        link,
        businessUnits: known([make.businessUnit(), make.businessUnit({ id: 'b9', name: 'Fabrikam' })]),
        teams: known([make.team()]),
      },
      missing: ['businessUnits.parentId'],
    },
    {
      when: 'rows of the unit give it several names',
      facts: {
        link,
        businessUnits: known([make.businessUnit(), make.businessUnit({ name: 'Contoso Group' })]),
        teams: known([make.team()]),
      },
      missing: ['businessUnits.name'],
    },
    {
      when: 'only some of the units were seen',
      facts: {
        link,
        businessUnits: known([make.businessUnit()], { coverage: 'partial' }),
        teams: known([make.team({ name: 'x' })]),
      },
      missing: ['businessUnits'],
    },
    {
      when: 'the teams could not be read',
      facts: { link, businessUnits, teams: unknown('not-permitted') },
      missing: ['teams'],
    },
    {
      when: 'only some of the teams were seen',
      facts: { link, businessUnits, teams: known([make.team({ name: 'x' })], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    { when: 'the link is not known', facts: { businessUnits, teams: known([make.team()]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
