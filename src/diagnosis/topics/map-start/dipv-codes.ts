import type { NonEmptyTuple } from 'type-fest';
import type { RuleCode } from '../../../rules/catalogue.js';
import * as links from '../../../rules/remediation/links.js';
import { recreateInWizard, repairConnection } from '../../../rules/remediation/recreate-connection.js';
import type { Link, Performer, RemediationOption } from '../../../rules/remediation/remediation.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import { type RuleText, ruleTexts } from '../../../rules/rule-texts.js';
import type { Signature, Topic } from '../../topic.js';

/** The message of a code. */
interface Message {
  readonly message: string;
  /** When the message is sufficient: always, only if dual-write is named, or only after the sentence of the validation. */
  readonly spoken: 'anywhere' | 'alone' | 'in-validation';
  readonly none?: readonly string[];
}

/** A code that a rule detects in advance: the rule knows what it means. */
interface RuleRow extends Message {
  readonly rule: RuleText;
}

/** Another code of the validation that runs before a map starts. Those that need more text have their own topics. */
interface OwnRow extends Message {
  readonly code: `DIPV${number}`;
  readonly title: string;
  readonly cause: string;
  /** The fix in one line, without its period. */
  readonly fix: string;
  readonly steps: Readonly<NonEmptyTuple<string>>;
  readonly performedBy: Readonly<NonEmptyTuple<Performer>>;
  readonly links?: readonly Link[];
  /** What else can be done after these steps. */
  readonly after?: readonly RemediationOption[];
  readonly rules?: readonly RuleCode[];
}

function topicOf(row: RuleRow | OwnRow): Topic {
  return 'rule' in row ? topicOfRule(row) : topicOfCode(row);
}

function topicOfRule(row: RuleRow): Topic {
  const { code, title, meaning, remediation, sources } = row.rule;
  return {
    id: code,
    code,
    title,
    phase: 'map-start',
    causes: [meaning],
    performedBy: remediation.options[0].performedBy,
    remediation,
    rules: [code],
    source: sources[0],
    signatures: signaturesOf(code, row),
  };
}

function topicOfCode(row: OwnRow): Topic {
  const { code, title, cause, fix, steps, performedBy, after = [], rules = [] } = row;
  const own: RemediationOption = {
    title: fix,
    steps,
    performedBy,
    destroys: null,
    links: row.links ?? [links.errorCodes],
  };
  return {
    id: code,
    code,
    title,
    phase: 'map-start',
    causes: [cause],
    performedBy,
    remediation: { summary: `${fix}, then run the map again.`, options: [own, ...after] },
    rules,
    source: { title: links.errorCodes.title, date: '2024-04-01' },
    signatures: signaturesOf(code, row),
  };
}

function signaturesOf(code: string, { message, spoken, none }: Message): readonly Signature[] {
  const byCode: Signature = { all: [code.toLowerCase()] };
  if (spoken === 'anywhere') return [byCode, { all: [message], none }];
  const inValidation: Signature = { all: ['project validation failed', message], none };
  return spoken === 'alone' ? [byCode, { all: [message], alone: true, none }, inValidation] : [byCode, inValidation];
}

const bothAdministrators: OwnRow['performedBy'] = ['finops-system-administrator', 'dataverse-system-administrator'];
const support: OwnRow['performedBy'] = ['microsoft-support'];

const askSupport: OwnRow['steps'] = [
  'Run the map again to check whether the fault was temporary.',
  'Look for an inner error in the message, and diagnose that text separately.',
  'Open a support request with the exception, the session and activity ids, and the time.',
];

const refreshBothSides: OwnRow['steps'] = [
  'For an entity of finance and operations, open Data management > Framework parameters > Entity settings, select Refresh entity list, and wait until it is done.',
  'On the Dual-write page, open the map while it is stopped and select Refresh tables.',
  'If the table is no longer offered, install the solution that contains it, or deploy the model of the entity.',
];

/** The documented fix of a damaged connection set; the steps before it may be enough. */
const resetIfItStays: RemediationOption = { ...resetDualWrite, title: 'If the message remains: reset the link' };

const lookAtCompanies: OwnRow['steps'] = [
  'On the Dual-write page, open Environment details > Legal entities and check that the companies are listed.',
  'Write down which maps run, in which versions, with their integration keys.',
  'If the list is correct and the message remains, use the next option.',
];

const rows: readonly (RuleRow | OwnRow)[] = [
  {
    code: 'DIPV1000',
    title: 'A connection of the link no longer works',
    cause: 'One of the two Power Apps connections that the link uses is broken, expired or missing.',
    fix: 'Repair the connections',
    steps: [
      'Read the rest of the message: it says which connection failed, and why.',
      'Run the health check of the Dual-write page, or this check, and look for findings about connections.',
    ],
    performedBy: ['setup-user', 'environment-maker'],
    links: [links.errorCodes, links.healthCheck],
    after: [repairConnection, recreateInWizard],
    rules: ['DWDVEV1001', 'DWFOEV1001', 'DWDVEV9101', 'DWFOEV9101', 'DWDVEV9102', 'DWFOEV9102'],
    message: 'connection validation failed',
    spoken: 'in-validation',
  },
  {
    code: 'DIPV1001',
    title: 'The validation of the map was aborted',
    cause: 'The validation itself encountered an unknown error.',
    fix: 'Ask Microsoft Support with the exception',
    steps: askSupport,
    performedBy: support,
    message: 'exceptions encountered during dual write project validation',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1003,
    message: 'integration keys are missing',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1004,
    message: 'is not bi directionally mapped',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1005',
    title: 'The link lacks data about one of its environments',
    cause: 'The connection set of the link is damaged: it has no data about the environment that the map uses.',
    fix: 'Make sure that both environments are listed, and keep a record of the maps',
    steps: [
      'On the Dual-write page, open Environment details and check that both addresses are correct.',
      'Write down which maps run, in which versions, with their integration keys.',
      'If the message remains, use the next option.',
    ],
    performedBy: bothAdministrators,
    links: [links.reset, links.errorCodes],
    after: [resetIfItStays],
    rules: ['DWFOEV9303'],
    message: 'missing environment info for dataset',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1006',
    title: 'The validation of the project was aborted',
    cause: 'The validation of a map, or of a data integration project, encountered an unknown error.',
    fix: 'Ask Microsoft Support with the exception',
    steps: askSupport,
    performedBy: support,
    message: 'exceptions encountered during project validation',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1007',
    title: 'A task uses an environment outside of the connection set',
    cause: 'The integration project is damaged, or was created for another connection set.',
    fix: 'Create the project again',
    steps: [
      'Write down the mappings, filters and the schedule of the project.',
      'For data integration, open Data integration in the Power Platform admin center and create the project again with the current connection set.',
      'For a dual-write map, stop it, and use Apply Solution to restore it.',
    ],
    performedBy: bothAdministrators,
    after: [resetIfItStays],
    message: 'environment that does not exist in the connection set',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1008',
    title: 'A company or business unit of the link no longer exists',
    cause: 'The business unit in Dataverse, or the legal entity in finance and operations, was deleted or renamed.',
    fix: 'Restore the company or business unit under its old name',
    steps: [
      'On the Dual-write page, open Environment details > Legal entities, and compare the list with both sides.',
      'Rename or create again what is missing: the legal entity in finance and operations, or the business unit in Dataverse.',
      'If the company is no longer needed, remove it from the list.',
    ],
    performedBy: bothAdministrators,
    links: [links.legalEntities, links.errorCodes],
    rules: ['DWDVEV1003', 'DWFOEV1003', 'DWFOEV1006'],
    message: 'data partition is not valid',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1010,
    message: 'mandatory field in destination entity must be mapped',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1011,
    message: 'read only field in destination entity must not be mapped',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1012,
    message: 'error occurred while parsing {side:word} entity source filter',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1014,
    message: 'mapping is missing for integration key',
    spoken: 'anywhere',
    none: ['integration key for lookup field'],
  },
  {
    rule: ruleTexts.DIPV1015,
    message: 'mapping is missing for integration key for lookup field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1016',
    title: 'The link has no companies for the destination entity',
    cause: 'The connection set of the link is damaged: the pairs of companies are missing for the destination.',
    fix: 'Make sure that the list of companies is complete, and keep a record of the maps',
    steps: lookAtCompanies,
    performedBy: bothAdministrators,
    links: [links.legalEntities, links.errorCodes],
    after: [resetIfItStays],
    message: 'missing organization mapping for destination entity',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1017',
    title: 'The link has no companies for a related entity',
    cause:
      'The connection set of the link is damaged: the pairs of companies are missing for an entity that a lookup refers to.',
    fix: 'Make sure that the list of companies is complete, and keep a record of the maps',
    steps: lookAtCompanies,
    performedBy: bothAdministrators,
    links: [links.legalEntities, links.errorCodes],
    after: [resetIfItStays],
    message: 'missing organization mapping for related entity',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1018',
    title: 'Dual-write has not read the source table',
    cause: 'Dual-write has no stored description of the columns of the source.',
    fix: 'Refresh the source',
    steps: refreshBothSides,
    performedBy: bothAdministrators,
    message: 'missing source schema',
    spoken: 'alone',
  },
  {
    code: 'DIPV1019',
    title: 'Dataverse tables of this kind cannot be mapped',
    cause: 'The table has no version number, as is the case for virtual and elastic tables.',
    fix: 'Map a standard table',
    steps: [
      'In the Power Apps maker portal, look at the type of the table under its properties.',
      'For a virtual or elastic table, choose or create a standard table that contains the data, and map it.',
      'For a standard table, check that its column `versionnumber` can be read, and select Refresh tables on the map.',
    ],
    performedBy: ['system-customizer', 'finops-system-administrator'],
    message: 'due to the missing versionnumber field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1020',
    title: 'Dual-write has not read the destination table',
    cause: 'Dual-write has no stored description of the columns of the destination.',
    fix: 'Refresh the destination',
    steps: refreshBothSides,
    performedBy: bothAdministrators,
    message: 'missing destination schema',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1021,
    message: 'missing source field in the mapping',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1023,
    message: 'duplicate source fields',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1024,
    message: 'missing destination field in the mapping',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1026,
    message: 'duplicate destination fields',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1027,
    message: 'map the integration key associated with the entity lookup field to the destination field',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1028,
    message: 'map the integration key associated with the entity lookup field to the source field',
    spoken: 'anywhere',
  },
  {
    rule: ruleTexts.DIPV1029,
    message: 'duplicate value map',
    spoken: 'alone',
  },
  {
    rule: ruleTexts.DIPV1030,
    message: 'data type mismatch',
    spoken: 'in-validation',
  },
  {
    rule: ruleTexts.DIPV1031,
    message: 'missing default transform for mandatory destination field',
    spoken: 'anywhere',
  },
];

/** The codes of the validation of a map. */
export const dipvCodes: readonly Topic[] = /* @__PURE__ */ rows.map(topicOf);
