import type { RuleCode } from '../../../rules/catalogue.js';
import * as links from '../../../rules/remediation/links.js';
import type { Link, Performer } from '../../../rules/remediation/remediation.js';
import { updateFinops } from '../../../rules/remediation/update-finops.js';
import { type RuleText, ruleTexts } from '../../../rules/rule-texts.js';
import type { Signature, Topic } from '../../topic.js';

/** One result of the check that runs on a single map; its number is not meaningful without its words. */
interface Row {
  readonly code: `${number}`;
  readonly title: string;
  readonly cause: string;
  readonly summary: string;
  /** What the steps achieve. */
  readonly fix: string;
  readonly steps: Topic['remediation']['options'][0]['steps'];
  readonly performedBy: Topic['performedBy'];
  readonly links?: readonly Link[];
  readonly rules?: readonly RuleCode[];
  readonly signatures: readonly Signature[];
}

function topicOf(row: Row): Topic {
  const { code, title, cause, summary, fix, steps, performedBy, rules = [], signatures } = row;
  return {
    id: `table-map-health-${code}`,
    code,
    title,
    phase: 'map-start',
    causes: [cause],
    performedBy,
    remediation: {
      summary,
      options: [
        { title: fix, steps, performedBy, destroys: null, links: [links.tableMapHealth, ...(row.links ?? [])] },
      ],
    },
    rules,
    source: { title: links.tableMapHealth.title, date: '2022-05-31' },
    signatures: [...signatures, bareCode(code)],
  };
}

/**
 * `Error Code 1900`, as people write about a result. Numbers of three digits are also those of HTTP: for them it does not
 * suffice that the text names dual-write.
 */
function bareCode(code: Row['code']): Signature {
  const number = `(?<![\\w.])${code}(?!\\w|\\.\\d)`;
  return {
    all: [
      {
        find: new RegExp(
          `\\bcodes?[\\W\\d_]{1,20}?(?:and[\\W\\d_]{1,9}?)?${number}|\\bhealth\\b.{0,40}?\\b(?:error|warning|message|number)[\\W_]{1,3}${number}`,
          'i',
        ),
        anchor: code,
      },
      code.length > 3 ? mapHealthOrDualWrite : mapHealth,
    ],
  };
}

const mapHealth = {
  find: /\bmaps?\b.{0,20}\bhealth\b|\bhealth check\w*\b.{0,30}\bmaps?\b/i,
  anchor: 'health',
} as const;

const mapHealthOrDualWrite = {
  find: new RegExp(`${mapHealth.find.source}|dual[\\s_-]?write`, 'i'),
  anchor: '',
} as const;

/** What a rule that detects the same problem in advance recommends. */
function stepsOf({ remediation }: RuleText): Row['steps'] {
  return remediation.options[0].steps;
}

const finopsAdministrator: readonly [Performer] = ['finops-system-administrator'];
const developer: readonly [Performer] = ['developer'];
const finopsAdministratorAndDeveloper: readonly [Performer, Performer] = ['finops-system-administrator', 'developer'];

const rows: readonly Row[] = [
  {
    code: '100',
    title: 'Map health check: the platform is too old',
    cause:
      'Finance and operations is older than 10.0.19 (platform update 43), the first version that can run this check.',
    summary: 'Update finance and operations to 10.0.19 or newer; the map itself was not checked.',
    fix: 'Update finance and operations',
    steps: [updateFinops.steps[0], ...updateFinops.steps.slice(1, -1), 'Run the health check of the map again.'],
    performedBy: finopsAdministrator,
    rules: ['DWFOEV9001'],
    signatures: [
      {
        all: [
          'minimum required finance and operations platform version is {required} to run finance and operations recommendations',
        ],
      },
      { all: ['minimum required finance and operations platform version'] },
    ],
  },
  {
    code: '400',
    title: 'Map health check: no change tracking for the entity',
    cause:
      'Nothing is registered to report changes of the entity: the map is not running, or every column flows only from Dataverse to finance and operations.',
    summary: 'Look at the state of the map and at the directions of its columns, then start it again.',
    fix: 'Check the directions and restart the map',
    steps: [
      'On the Dual-write page, check whether the map is Running; if it is not, run it.',
      'Open the map and look at the arrows: if all of them point to finance and operations, the result is expected.',
      'Otherwise stop the map and run it again, which registers the entity again.',
      'Change a record in finance and operations and check that it arrives in Dataverse.',
    ],
    performedBy: finopsAdministrator,
    links: [links.enableMaps, links.liveSync],
    signatures: [
      { all: ['no business events registration data found for the entity {entity} which means'] },
      { all: ['no business events registration data found'] },
    ],
  },
  {
    code: '500',
    title: 'Map health check: no project configuration',
    cause:
      'Finance and operations has no configuration of the map: it was never started, or its columns flow only from Dataverse.',
    summary: 'Look at the directions of the columns; if some point to Dataverse, start the map again.',
    fix: 'Check the directions and restart the map',
    steps: [
      'On the Dual-write page, open the map and look at its arrows: a map that writes only to finance and operations does not need a configuration there.',
      'Otherwise stop the map and run it again; skip the initial synchronization if the data already exists.',
      'Run the health check of the map again, and change one record as a test.',
    ],
    performedBy: finopsAdministrator,
    links: [links.enableMaps, links.liveSync],
    rules: ['DWFOEV9305', 'table-map-health-500'],
    signatures: [
      { all: ['no project configurations found for project {project} this could be either'] },
      { all: ['no project configurations found for project DWM'] },
      { all: ['field mappings are unidirectional from customer engagement to finance and operations'] },
    ],
  },
  {
    code: '900',
    title: 'Map health check: the filter cannot be read',
    cause: 'The filter on the finance and operations side of the map has a syntax error.',
    summary: 'Correct the filter of the map.',
    fix: 'Correct the filter',
    steps: stepsOf(ruleTexts['table-map-health-900']),
    performedBy: finopsAdministrator,
    links: [links.liveSync],
    rules: ['table-map-health-900'],
    signatures: [{ all: ['invalid source filter', 'format for entity {entity:word}'] }],
  },
  {
    code: '1000',
    title: 'Map health check: the query behind the entity',
    cause:
      'The result shows the query that decides which records are sent; its inner joins and filters exclude records that do not meet them.',
    summary: 'This result is informational. If records are missing in Dataverse, compare them with the query.',
    fix: 'Compare a missing record with the query',
    steps: [
      'Take the query in the message and one record that was not sent.',
      'In a sandbox, run the query for that record, and remove joins and conditions one by one until the record appears.',
      'Complete the data that the join or condition requires, or have the entity changed so that it does not need them.',
      'Save the record again and check that it arrives.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    links: [links.liveSync],
    signatures: [
      { all: ['entity {entity:word} query used for dual write live sync'] },
      { all: ['query used for dual write live sync is'] },
    ],
  },
  {
    code: '1300',
    title: 'Map health check: virtual fields are not tracked',
    cause:
      'Mapped fields are virtual, that is, computed and not stored: a change of only their value does not send anything, although their value is sent with other changes.',
    summary: 'Do not rely on virtual fields to start a synchronization; map stored fields next to them.',
    fix: 'Map stored fields',
    steps: [
      'In the message, check which fields are virtual and find out which stored fields they are computed from.',
      'Stop the map, map those stored fields if the entity exposes them, save, and run the map.',
      'If it does not expose them, have a developer add the fields to the entity.',
      'If late values are acceptable, leave the map as it is: the values arrive with the next tracked change.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    signatures: [
      { all: ['virtual fields {field} for entity', 'for entity {entity:word} may not be tracked'] },
      { all: ['virtual fields', 'may not be tracked for dual write'] },
    ],
  },
  {
    code: '1500',
    title: 'Map health check: no mapped field on a data source',
    cause:
      'A data source of the entity has no field that is mapped to a plain column of Dataverse, so changes to its table are not noticed.',
    summary: 'Map at least one field of the data source to a column that is not a lookup, if its changes matter.',
    fix: 'Map a field of the data source',
    steps: [
      'Find out which fields of the entity come from the data source in the message.',
      'On the Dual-write page, stop the map and open it.',
      'Select Add mapping for one of those fields, pair it with a Dataverse column that is not a lookup, and save.',
      'Run the map, change that field, and check that the record arrives.',
    ],
    performedBy: finopsAdministrator,
    signatures: [
      {
        all: [
          'field mapped to a non lookup field on customer engagement to enable tracking on the data source {source:word}',
        ],
      },
      { all: ['at least one field mapped to a non lookup field on customer engagement'] },
    ],
  },
  {
    code: '1600',
    title: 'Map health check: a range limits what is sent',
    cause:
      'A data source of the entity has a fixed range: records outside it are never sent from finance and operations to Dataverse.',
    summary: 'This result is informational. If records do not arrive, check whether they are inside the range.',
    fix: 'Compare the record with the range',
    steps: [
      'Have a developer look up the ranges of the data source in the entity in the message.',
      'In a sandbox database, select a missing record from the view of the entity; if nothing is returned, the range excludes it.',
      'Correct the record, or use an entity without that range.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    signatures: [
      { all: ['data source {source:word} for entity {entity:word} has a range'] },
      { all: ['satisfy the range condition are picked up for outbound'] },
    ],
  },
  {
    code: '1700',
    title: 'Map health check: one table feeds several entities',
    cause: 'Several mapped entities track the same table, so each change to it makes dual-write evaluate all of them.',
    summary:
      'This is often unavoidable. If saving is slow, let fewer entities track the table or make their queries faster.',
    fix: 'Let fewer entities track the table',
    steps: [
      'Collect all results of this kind and count how many entities track each table.',
      'On the Dual-write page, stop maps that nobody needs.',
      'Have a developer trim data sources that the remaining entities do not use, and look at the plans of slow queries.',
      'Run the maps again and measure how long it takes to save a record.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    links: [links.syncLimits],
    signatures: [
      { all: ['table {table:word} for entity {entity:word} is tracked for entity {otherEntity:word}'] },
      { all: ['same tables tracked for multiple entities'] },
    ],
  },
  {
    code: '1800',
    title: 'Map health check: a range affects what comes in',
    cause:
      'The entity has a fixed range. It does not see records outside of it, so an update from Dataverse becomes an insert, which fails because the record already exists.',
    summary: 'Try updates of records outside the range before the map goes live.',
    fix: 'Try records outside the range',
    steps: [
      'In a test environment, pick records that the range of the data source excludes.',
      'Change each of them in Dataverse, and check whether finance and operations accepts the change or reports a duplicate.',
      'If it fails, filter these records out on the Dataverse side of the map, or have a developer provide an entity without the range.',
      'Repeat the test before you change production.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    signatures: [
      { all: ['data source {source} for entity {entity:word} includes a range value'] },
      { all: ['inbound record upserts from dataverse to finance and operations can be affected by range values'] },
    ],
  },
  {
    code: '1900',
    title: 'Map health check: data sources that are not tracked',
    cause: 'The entity has many data sources without any tracked field; they only make its query slower.',
    summary: 'Trim the entity, or tell dual-write in code which records a change affects.',
    fix: 'Trim the entity',
    steps: [
      'List the data sources of the entity and mark those that no mapped field comes from.',
      'Remove them from your own entity; for a standard entity, build a smaller copy and map that one.',
      'If they are needed, implement `getEntityRecordIdsImpactedByTableChange`, so that only records that a change affects are queried.',
      'Stop and run the map, and measure again.',
    ],
    performedBy: developer,
    links: [links.syncLimits],
    signatures: [
      { all: ['has {source} data sources', 'are not being tracked for outbound dual write'] },
      { all: ['are not being tracked for outbound dual write'] },
      { all: ['remodel the entity in finance and operations to remove unused data sources'] },
    ],
  },
  {
    code: '2000',
    title: 'Map health check: key fields may be empty in finance and operations',
    cause: 'Fields of the integration key are optional in finance and operations; a record without them has no key.',
    summary: 'Make the fields of the key mandatory in finance and operations.',
    fix: 'Make the fields mandatory',
    steps: [
      'Find records in which one of the fields is empty, and complete them.',
      'Open the page where the fields are entered, select Options > Personalize this page, and mark each field as required; publish the view to all who enter data.',
      'For imports and integrations, which bypass the page, have a developer set Mandatory on the fields.',
      'Run the health check of the map again.',
    ],
    performedBy: finopsAdministratorAndDeveloper,
    links: [links.integrationKeys],
    signatures: [
      { all: ['FnO entity {entity:word} fields {field} defined as integration key attributes'] },
      {
        all: [
          // Long lists of fields too, but not across the result for another entity.
          { find: /\bFnO[\W_]{1,9}(?:entity|table)\b(?:(?!\bDataverse\b).){1,600}?\bdefined as\b/i, anchor: 'defined' },
          'defined as integration key attributes are not configured as mandatory',
        ],
      },
    ],
  },
  {
    code: '5000',
    title: 'Map health check: synchronous plug-ins on the table',
    cause: 'Plug-ins run synchronously on the Dataverse table, and every row that dual-write writes waits for them.',
    summary: 'If writes are slow, let these plug-ins run asynchronously.',
    fix: 'Let the plug-ins run asynchronously',
    steps: [
      'Take the list of plug-ins from the message and find out who maintains each; do not change those of dual-write.',
      'In the Plug-in Registration Tool (started with `pac tool prt` of the Power Platform CLI), open the step of each plug-in that need not finish before the row is saved.',
      'Set its execution mode to Asynchronous and update the step, in a test environment first.',
      'For a large initial synchronization, disable steps that the load does not need, and enable them afterward.',
    ],
    performedBy: ['dataverse-system-administrator', 'developer'],
    links: [links.initialSync],
    signatures: [
      { all: ['synchronous plug ins are registered for data management events for entity {table:word}'] },
      { all: ['synchronous plug ins are registered for data management events'] },
      { all: ['can impact initial sync and live sync import performance into dataverse'] },
    ],
  },
  {
    code: '5100',
    title: 'Map health check: integration key without an alternate key',
    cause: 'The columns of the integration key of the map do not match any alternate key of the Dataverse table.',
    summary: 'Align the integration key with an alternate key of the table.',
    fix: 'Align the keys',
    steps: stepsOf(ruleTexts['table-map-health-5100']),
    performedBy: ['finops-system-administrator', 'system-customizer'],
    links: [links.integrationKeys],
    rules: ['table-map-health-5100'],
    signatures: [
      {
        all: ['integration key {key} is not defined as one of alternate keys in dataverse for entity {table:word}'],
      },
      { all: ['is not defined as one of alternate keys in dataverse'] },
    ],
  },
  {
    code: '5200',
    title: 'Map health check: key columns may be empty in Dataverse',
    cause: 'Columns of the integration key are optional in Dataverse; a row without them has no key.',
    summary: 'Make the columns of the key required in Dataverse.',
    fix: 'Make the columns required',
    steps: stepsOf(ruleTexts['table-map-health-5200']),
    performedBy: ['system-customizer'],
    links: [links.integrationKeys],
    rules: ['table-map-health-5200'],
    signatures: [
      { all: ['dataverse entity {table:word} fields {field} defined as integration key attributes'] },
      {
        all: [
          {
            find: /\bDataverse[\W_]{1,9}(?:entity|table)\b(?:(?!\bFnO\b).){1,600}?\bdefined as\b/i,
            anchor: 'dataverse',
          },
          'defined as integration key attributes are not configured as mandatory',
        ],
      },
    ],
  },
];

/**
 * The results of the health check of a single map, known by number; the current documentation repeats the text of 100 for 400.
 */
export const tableMapHealth: readonly Topic[] = /* @__PURE__ */ rows.map(topicOf);
