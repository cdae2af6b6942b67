import type { NonEmptyTuple } from 'type-fest';
import type { RuleCode } from '../../../rules/catalogue.js';
import * as links from '../../../rules/remediation/links.js';
import { recreateInWizard, repairConnection } from '../../../rules/remediation/recreate-connection.js';
import type { Link, Performer, RemediationOption } from '../../../rules/remediation/remediation.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import type { Signature, Topic } from '../../topic.js';

/** One code of the validation that runs before a map starts. Those with more to say have topics of their own. */
interface Row {
  readonly code: `DIPV${number}`;
  readonly title: string;
  readonly cause: string;
  /** The fix in one line, without its full stop. */
  readonly fix: string;
  readonly steps: Readonly<NonEmptyTuple<string>>;
  readonly performedBy: Readonly<NonEmptyTuple<Performer>>;
  readonly links?: readonly Link[];
  /** What else can be done after these steps. */
  readonly after?: readonly RemediationOption[];
  readonly rules?: readonly RuleCode[];
  readonly message: string;
  /** How far the message speaks for itself: always, where dual-write is named, or only behind the sentence of the validation. */
  readonly spoken: 'anywhere' | 'alone' | 'in-validation';
  readonly none?: readonly string[];
}

function topicOf(row: Row): Topic {
  const { code, title, cause, fix, steps, performedBy, after = [], rules = [] } = row;
  const own: RemediationOption = { title: fix, steps, performedBy, destroys: null, links: row.links ?? [errorCodes] };
  return {
    id: code,
    code,
    title,
    phase: 'map-start',
    causes: [cause],
    performedBy,
    remediation: { summary: `${fix}, then run the map again.`, options: [own, ...after] },
    rules,
    source: { title: errorCodes.title, date: '2024-04-01' },
    signatures: [{ all: [code.toLowerCase()] }, ...signaturesOf(row)],
  };
}

function signaturesOf({ message, spoken, none }: Row): readonly Signature[] {
  if (spoken === 'anywhere') return [{ all: [message], none }];
  const inValidation: Signature = { all: ['project validation failed', message], none };
  return spoken === 'alone' ? [{ all: [message], alone: true, none }, inValidation] : [inValidation];
}

const errorCodes: Link = {
  title: 'Error codes for dual-write and Data Integrator',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/dual-write-error-codes',
};

const integrationKeys: Link = {
  title: 'Manage dual-write integration keys',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/dual-write-integration-keys',
};

const mapMakers: Row['performedBy'] = ['finops-system-administrator', 'system-customizer'];
const bothAdministrators: Row['performedBy'] = ['finops-system-administrator', 'dataverse-system-administrator'];
const support: Row['performedBy'] = ['microsoft-support'];

const askSupport: Row['steps'] = [
  'Run the map once more, to see whether it was a passing fault.',
  'Look in the message for an inner error, and diagnose that text by itself.',
  'Open a support ticket with the exception, the session and activity ids, and the time.',
];

const refreshBothSides: Row['steps'] = [
  'For an entity of finance and operations, open Data management > Framework parameters > Entity settings, select Refresh entity list, and wait until it is done.',
  'On the Dual-write page, open the map while it is stopped and select Refresh tables.',
  'If the table is not offered any more, install the solution that brings it, or deploy the model of the entity.',
];

const lookAtCompanies: Row['steps'] = [
  'On the Dual-write page, open Environment details > Legal entities and see that the companies are there.',
  'Write down which maps run, in which versions, with their integration keys.',
  'If the list is right and the message stays, reset the link.',
];

const rows: readonly Row[] = [
  {
    code: 'DIPV1000',
    title: 'A connection of the link does not work any more',
    cause: 'One of the two Power Apps connections that the link goes through is broken, expired or gone.',
    fix: 'Bring the connections in order',
    steps: [
      'Read the rest of the message: it says which connection failed, and why.',
      'Run the health check of the Dual-write page, or this check, and look for findings about connections.',
    ],
    performedBy: ['setup-user', 'environment-maker'],
    links: [errorCodes, links.healthCheck],
    after: [repairConnection, recreateInWizard],
    rules: ['DWDVEV1001', 'DWFOEV1001', 'DWDVEV9101', 'DWFOEV9101', 'DWDVEV9102', 'DWFOEV9102'],
    message: 'connection validation failed',
    spoken: 'in-validation',
  },
  {
    code: 'DIPV1001',
    title: 'The validation of the map broke off',
    cause: 'The validation itself ran into an error that it does not know.',
    fix: 'Ask Microsoft Support with the exception',
    steps: askSupport,
    performedBy: support,
    message: 'exceptions encountered during dual write project validation',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1003',
    title: 'The Dataverse table has no integration key',
    cause:
      'No key tells the rows of the Dataverse table apart: it has no alternate key, or dual-write has not read it yet.',
    fix: 'Give the table an alternate key and refresh the map',
    steps: [
      'In the Power Apps maker portal, open the table, select Keys, and make a key of columns whose values never change.',
      'Wait until the key is shown as active.',
      'On the Dual-write page, open the map and select Refresh tables.',
      'Under Environment details > Integration key, see that the table has the key you want.',
    ],
    performedBy: ['system-customizer', 'finops-system-administrator'],
    links: [integrationKeys, errorCodes],
    message: 'integration keys are missing',
    spoken: 'alone',
  },
  {
    code: 'DIPV1004',
    title: 'A key field is mapped one way only',
    cause: 'Some fields of the map go both ways, but not all of those that make up the integration key.',
    fix: 'Map every key field both ways',
    steps: [
      'Under Environment details > Integration key, look which columns form the key of the table.',
      'Open the map while it is stopped and set the direction of these mappings to both ways.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    links: [integrationKeys, errorCodes],
    message: 'is not bi directionally mapped',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1005',
    title: 'The link does not know one of its environments',
    cause: 'The connection set of the link is damaged: it has no data on the environment that the map uses.',
    fix: 'See that both environments are there, and keep a record of the maps',
    steps: [
      'On the Dual-write page, open Environment details and see that both addresses are right.',
      'Write down which maps run, in which versions, with their integration keys.',
      'If the message stays, reset the link.',
    ],
    performedBy: bothAdministrators,
    links: [links.reset, errorCodes],
    after: [resetDualWrite],
    rules: ['DWFOEV9303'],
    message: 'missing environment info for dataset',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1006',
    title: 'The validation of the project broke off',
    cause: 'The validation of a map, or of a data integration project, ran into an error that it does not know.',
    fix: 'Ask Microsoft Support with the exception',
    steps: askSupport,
    performedBy: support,
    message: 'exceptions encountered during project validation',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1007',
    title: 'A task uses an environment outside of the connection set',
    cause: 'The integration project is damaged, or was made for another connection set.',
    fix: 'Make the project anew',
    steps: [
      'Write down the mappings, filters and the schedule of the project.',
      'For data integration, open Data integration in the Power Platform admin center and create the project again on the present connection set.',
      'For a map of dual-write, stop it, and let Apply Solution bring it again.',
    ],
    performedBy: bothAdministrators,
    after: [resetDualWrite],
    message: 'environment that does not exist in the connection set',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1008',
    title: 'A company or business unit of the link is gone',
    cause:
      'The business unit in Dataverse, or the legal entity in finance and operations, was deleted or has another name now.',
    fix: 'Bring the company or business unit back under its old name',
    steps: [
      'On the Dual-write page, open Environment details > Legal entities, and compare the list with both sides.',
      'Rename or create again what is missing: the legal entity in finance and operations, or the business unit in Dataverse.',
      'If the company is not wanted any more, take it off the list.',
    ],
    performedBy: bothAdministrators,
    links: [links.legalEntities, errorCodes],
    rules: ['DWDVEV1003', 'DWFOEV1003', 'DWFOEV1006'],
    message: 'data partition is not valid',
    spoken: 'alone',
  },
  {
    code: 'DIPV1010',
    title: 'A mandatory field of the destination is not mapped',
    cause: 'Rows cannot be created without this field, and the map does not fill it.',
    fix: 'Map the mandatory field',
    steps: [
      'Read the name of the field in the message.',
      'Open the map while it is stopped, add a mapping for it, or one without a source and with a default value.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'mandatory field in destination entity must be mapped',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1011',
    title: 'The map writes a read-only field',
    cause: 'A field that takes no values from outside is mapped as a destination.',
    fix: 'Let the read-only field be a source only',
    steps: [
      'Open the map while it is stopped and find the field that the message names.',
      'Change the direction of its mapping so that it only goes away from that field, or delete the mapping.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'read only field in destination entity must not be mapped',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1012',
    title: 'The filter on the Dataverse side cannot be read',
    cause: 'The source filter of the map is no valid OData filter, or names a column that is not there.',
    fix: 'Correct the filter',
    steps: [
      'Open the map while it is stopped and select the filter on the Dataverse side.',
      'Write it as OData with logical column names, for example `customertypecode eq 3`; lookups are named `_column_value`.',
      'Try it in the address bar, behind `$filter=` of the Web API, before you save.',
    ],
    performedBy: mapMakers,
    message: 'error occurred while parsing {side:word} entity source filter',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1014',
    title: 'A field of the integration key is not mapped',
    cause: 'Without all fields of the key, dual-write cannot find the row that belongs to the other side.',
    fix: 'Map every field of the key',
    steps: [
      'Under Environment details > Integration key, look which columns form the key of the table.',
      'Open the map while it is stopped and add a mapping for each that has none.',
      'If the key is not the one you want, choose another there, and select Refresh tables on the map.',
    ],
    performedBy: mapMakers,
    links: [integrationKeys, errorCodes],
    message: 'mapping is missing for integration key',
    spoken: 'anywhere',
    none: ['integration key for lookup field'],
  },
  {
    code: 'DIPV1015',
    title: 'A lookup in the key is not mapped to its own key',
    cause: 'The integration key holds a lookup, and the key columns of the table that it leads to have no mapping.',
    fix: 'Map the key columns behind the lookup',
    steps: [
      'Under Environment details > Integration key, look up the key of the table that the lookup leads to.',
      'Open the map while it is stopped and map each of these columns, written with a dot: `msdyn_company.cdm_companycode`.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    links: [integrationKeys, errorCodes],
    message: 'mapping is missing for integration key for lookup field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1016',
    title: 'No company of the destination entity in the link',
    cause: 'The connection set of the link is damaged: the pairs of companies are missing for the destination.',
    fix: 'See that the list of companies is complete, and keep a record of the maps',
    steps: lookAtCompanies,
    performedBy: bothAdministrators,
    links: [links.legalEntities, errorCodes],
    after: [resetDualWrite],
    message: 'missing organization mapping for destination entity',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1017',
    title: 'No company of a related entity in the link',
    cause:
      'The connection set of the link is damaged: the pairs of companies are missing for an entity that a lookup leads to.',
    fix: 'See that the list of companies is complete, and keep a record of the maps',
    steps: lookAtCompanies,
    performedBy: bothAdministrators,
    links: [links.legalEntities, errorCodes],
    after: [resetDualWrite],
    message: 'missing organization mapping for related entity',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1018',
    title: 'Dual-write has not read the source table',
    cause: 'There is no stored description of the columns of the source.',
    fix: 'Refresh the source',
    steps: refreshBothSides,
    performedBy: bothAdministrators,
    message: 'missing source schema',
    spoken: 'alone',
  },
  {
    code: 'DIPV1019',
    title: 'Dataverse tables of this kind cannot be mapped',
    cause: 'The table has no version number, as is so with virtual and elastic tables.',
    fix: 'Map a standard table',
    steps: [
      'In the Power Apps maker portal, look at the type of the table under its properties.',
      'For a virtual or elastic table, choose or create a standard table that holds the data, and map that.',
      'For a standard table, see that its column `versionnumber` can be read, and select Refresh tables on the map.',
    ],
    performedBy: ['system-customizer', 'finops-system-administrator'],
    message: 'due to the missing versionnumber field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1020',
    title: 'Dual-write has not read the destination table',
    cause: 'There is no stored description of the columns of the destination.',
    fix: 'Refresh the destination',
    steps: refreshBothSides,
    performedBy: bothAdministrators,
    message: 'missing destination schema',
    spoken: 'alone',
  },
  {
    code: 'DIPV1021',
    title: 'A mapping has no source field',
    cause: 'A line of the map names a destination only, and has no default value either.',
    fix: 'Give the mapping a source or a default value',
    steps: [
      'Open the map while it is stopped and look for the line without a source.',
      'Choose a source field, or add a transform of the type Default with the value that all rows are to get.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'missing source field in the mapping',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1023',
    title: 'A source field is mapped twice',
    cause: 'The field stands in more than one mapping that goes both ways, so its value could come from two places.',
    fix: 'Keep one of the mappings',
    steps: [
      'Open the map while it is stopped and search for the field that the message names.',
      'Delete the superfluous mapping, or let it go one way only.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'duplicate source fields',
    spoken: 'alone',
  },
  {
    code: 'DIPV1024',
    title: 'A mapping has no destination field',
    cause: 'A line of the map names a source only.',
    fix: 'Give the mapping a destination, or delete it',
    steps: [
      'Open the map while it is stopped and look for the line without a destination.',
      'Choose a destination field, or delete the line.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'missing destination field in the mapping',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1026',
    title: 'A destination field is mapped twice',
    cause: 'Two mappings write to one field, and the last one would win.',
    fix: 'Keep one of the mappings',
    steps: [
      'Open the map while it is stopped and search for the field that the message names.',
      'Delete the mapping that is not meant.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'duplicate destination fields',
    spoken: 'alone',
  },
  {
    code: 'DIPV1027',
    title: 'A lookup of the destination is mapped without its key',
    cause: 'The destination is a lookup, and nothing says by which key the row behind it is found.',
    fix: 'Map the key columns of the table behind the destination lookup',
    steps: [
      'Under Environment details > Integration key, look up the key of the table that the lookup leads to.',
      'Open the map while it is stopped and replace the mapping to the lookup by one for each of these columns, written with a dot.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    links: [integrationKeys, errorCodes],
    message: 'map the integration key associated with the entity lookup field to the destination field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1028',
    title: 'A lookup of the source is mapped without its key',
    cause: 'The source is a lookup, and nothing says which value of the row behind it is to be sent.',
    fix: 'Map the key columns of the table behind the source lookup',
    steps: [
      'Under Environment details > Integration key, look up the key of the table that the lookup leads to.',
      'Open the map while it is stopped and replace the mapping from the lookup by one for each of these columns, written with a dot.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    links: [integrationKeys, errorCodes],
    message: 'map the integration key associated with the entity lookup field to the source field',
    spoken: 'anywhere',
  },
  {
    code: 'DIPV1029',
    title: 'The same pair of fields is mapped twice',
    cause: 'Two lines of the map have the same source and the same destination.',
    fix: 'Delete one of the two lines',
    steps: [
      'Open the map while it is stopped and sort its lines by source field.',
      'Compare the transforms of the two lines, keep the one that is complete, and delete the other.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'duplicate value map',
    spoken: 'alone',
  },
  {
    code: 'DIPV1030',
    title: 'Source and destination have types that do not fit',
    cause: 'Values of the source field cannot be stored in the destination, or would lose something on the way.',
    fix: 'Map fields of types that fit',
    steps: [
      'Read in the message which two fields and types are meant.',
      'Choose another field on one side, or have the type of the column of your own changed.',
      'For an option set, add a value map that turns each text of finance and operations into its number.',
      'Select Refresh tables on the map after a change of a column.',
    ],
    performedBy: ['finops-system-administrator', 'system-customizer', 'developer'],
    message: 'data type mismatch',
    spoken: 'in-validation',
  },
  {
    code: 'DIPV1031',
    title: 'A mandatory destination field has no default value',
    cause: 'The source may be empty while the destination must not be, and the mapping has no value for that case.',
    fix: 'Add a default value to the mapping',
    steps: [
      'Open the map while it is stopped and find the destination field that the message names.',
      'Add a transform of the type Default with a value that is valid on the other side.',
      'Save the map under a new version.',
    ],
    performedBy: mapMakers,
    message: 'missing default transform for mandatory destination field',
    spoken: 'anywhere',
  },
];

/** The codes of the validation of a map. @internal */
export const dipvCodes: readonly Topic[] = /* @__PURE__ */ rows.map(topicOf);
