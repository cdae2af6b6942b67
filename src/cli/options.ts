import type { Argument, Option } from './define-command.js';
import { parseBound } from './parse-value.js';

// Options that several commands share.

type Options = Readonly<Record<string, Option>>;

export const dataverse = {
  type: 'text',
  value: 'url',
  description: 'read this Dataverse environment, and what is found from its address',
} as const satisfies Option;

export const finops = {
  type: 'text',
  value: 'url',
  description: 'read this finance and operations environment (default: the one that Dataverse names)',
} as const satisfies Option;

/** How one signs in to live services. */
export const signInOptions = {
  auth: {
    type: 'choice',
    value: 'how',
    choices: ['default', 'azure-cli', 'token'],
    default: 'default',
    description:
      'sign in through the Azure CLI (az login), or with tokens from the environment; "default" is @azure/identity where it is installed, else the Azure CLI',
  },
} as const satisfies Options;

/** Where facts come from. */
export const factsOptions = {
  dataverse,
  finops,
  environmentId: {
    type: 'text',
    value: 'id',
    description: 'read this environment in the Power Platform (default: the id that Dataverse names)',
  },
  powerPlatform: { type: 'text', value: 'url', description: 'the Power Platform of a sovereign cloud' },
  ...signInOptions,
  gateway: { type: 'files', description: 'captured JSON of the Dual-write page' },
  with: { type: 'file', description: 'facts from a file; they take precedence over everything else' },
  legalEntities: { type: 'list', value: 'codes', description: 'the linked companies, such as USMF,DEMF' },
} as const satisfies Options;

/** What a check counts as unhealthy, and what it accepts. */
export const failOn = {
  type: 'choice',
  value: 'severity',
  choices: ['error', 'warning'],
  description: 'what makes it unhealthy (default: error)',
} as const satisfies Option;

export const governanceOptions = {
  config: {
    type: 'file',
    description: 'settings (default: dual-write-health.config.json in this folder or a parent folder)',
  },
  baseline: { type: 'file', description: 'accept the findings in a baseline or an earlier report' },
} as const satisfies Options;

/** What rows of sync errors are read from. */
export const rowsInWords = 'sync errors as JSON Lines, JSON, CSV or in a snapshot, or - for standard input';

export const rowFiles = { type: 'files', description: rowsInWords } as const satisfies Argument;

/** Which rows of sync errors are meant. */
export const selectionOptions = {
  from: {
    type: 'parsed',
    value: 'date',
    parse: parseBound,
    description: 'rows written then or later: 2026-01-14 (midnight in UTC) or 2026-01-14T10:00Z',
  },
  to: { type: 'parsed', value: 'date', parse: parseBound, description: 'rows written before then' },
  entity: {
    type: 'repeated',
    value: 'name',
    description: 'rows of this entity; may be given several times',
  },
  dataSource: {
    type: 'repeated',
    value: 'name',
    description: 'rows whose change came from there; may be given several times',
  },
  company: { type: 'repeated', value: 'code', description: 'rows of this company; may be given several times' },
  uniqueKey: {
    type: 'repeated',
    value: 'key',
    description: 'rows of the business record with this key on the source side; may be given several times',
  },
  category: {
    type: 'list',
    value: 'categories',
    description: 'rows of these categories: application, system, concurrency, conflict, unknown',
  },
  problem: {
    type: 'list',
    value: 'topics',
    description:
      'rows that report these known problems, by id or code as the summary shows them; none for no known one',
  },
  id: { type: 'list', value: 'ids', description: 'the rows with these ids' },
  text: { type: 'text', value: 'text', description: 'rows that hold this text' },
} as const satisfies Options;
