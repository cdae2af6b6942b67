import { factOf } from '../../src/facts/snapshot.js';
import { withLegalEntities } from '../../src/facts/with-legal-entities.js';
import type { Facts, SnapshotFacts } from '../../src/index.js';
import type { TypedFacts } from './messages.js';

/*
 * The facts that only a person knows, as fields of a form. Each field is a property of a fact whose value is one object; what is typed
 * counts over what the cards say, property by property.
 */

type ObjectFact = 'link' | 'dataverseEnvironment' | 'finopsEnvironment';

/** A field of the form. */
export interface FactField {
  readonly id: string;
  readonly fact: ObjectFact;
  readonly property: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'number' | 'list' | 'yes-no' | readonly (readonly [value: string, label: string])[];
}

const apiHub = [
  ['required', 'Required'],
  ['bypassed', 'Bypassed'],
  ['unknown', 'Not known'],
] as const;

export const factFields: readonly FactField[] = [
  field('link', 'linked', 'Linked', 'yes-no', 'The Dual-write page shows a link'),
  field('link', 'legalEntities', 'Linked companies', 'list', 'Codes with commas, such as USMF, DEMF'),
  field('link', 'businessUnitId', 'Mapped business unit', 'text', 'Its id; leave it blank for the root'),
  field('link', 'defaultTeamName', 'Default team', 'text', 'Its name on the Dual-write page'),
  field('link', 'apiHub', 'API hub connections', apiHub),
  field('link', 'dataverseUrl', 'Dataverse address in the link', 'text', 'https://contoso.crm.dynamics.com'),
  field(
    'link',
    'finopsUrl',
    'Finance and operations address in the link',
    'text',
    'https://contoso.operations.dynamics.com',
  ),
  field('dataverseEnvironment', 'url', 'Address', 'text'),
  field('dataverseEnvironment', 'version', 'Version', 'text', '9.2.24093.196'),
  field('dataverseEnvironment', 'tenantId', 'Tenant', 'text', 'Its id'),
  field('dataverseEnvironment', 'geography', 'Geography', 'text', 'Europe'),
  field('dataverseEnvironment', 'dynamics365Apps', 'Dynamics 365 apps enabled', 'yes-no'),
  field('finopsEnvironment', 'url', 'Address', 'text'),
  field('finopsEnvironment', 'applicationRelease', 'Application release', 'text', '10.0.43'),
  field('finopsEnvironment', 'platformUpdate', 'Platform update', 'number', '67'),
  field('finopsEnvironment', 'tenantId', 'Tenant', 'text', 'Its id'),
  field('finopsEnvironment', 'geography', 'Geography', 'text', 'Europe'),
  field('finopsEnvironment', 'customerManaged', 'Customer managed', 'yes-no', 'A cloud-hosted environment of your own'),
];

function field(fact: ObjectFact, property: string, label: string, kind: FactField['kind'], hint?: string): FactField {
  return { id: `${fact}-${property}`, fact, property, label, kind, ...(hint === undefined ? {} : { hint }) };
}

/** The value of a field as it is typed; `undefined` where the facts do not say it. */
export function shownValue({ fact, property, kind }: FactField, facts: SnapshotFacts): string | undefined {
  const read = facts[fact];
  if (read?.status !== 'known') return undefined;
  const value: unknown = Object.entries(read.value).find(([name]) => name === property)?.[1];
  if (value == null || value === '') return undefined;
  if (kind === 'yes-no') return value === true ? 'yes' : 'no';
  return Array.isArray(value) ? (value.length === 0 ? undefined : value.join(', ')) : String(value);
}

/** The link comes last: who names companies confirms a link between the environments that are known by then. */
const objectFacts = ['dataverseEnvironment', 'finopsEnvironment', 'link'] as const satisfies readonly ObjectFact[];

/** The facts that were typed, on top of those that are known; empty where nothing was typed. */
export function typedFacts(typed: TypedFacts, known: SnapshotFacts): SnapshotFacts {
  let facts: SnapshotFacts = {};
  for (const fact of objectFacts) {
    const values = factFields.flatMap((field) => {
      const text = field.fact === fact ? (typed[field.id]?.trim() ?? '') : '';
      return text === '' ? [] : [[field.property, parsed(field, text)] as const];
    });
    if (values.length === 0) continue;
    const value = { ...valueBelow(fact, { ...known, ...facts }), ...Object.fromEntries(values) };
    facts = { ...facts, [fact]: { status: 'known', value } }; // each field writes the type of its property
  }
  return facts;
}

/** What is under the properties that were typed. */
function valueBelow(fact: ObjectFact, known: SnapshotFacts): object {
  const value = valueIn(fact, known);
  if (value !== undefined) return value;
  if (fact === 'link') return valueIn('link', withLegalEntities(known, [])) ?? {};
  const link = valueIn('link', known);
  return { url: (fact === 'dataverseEnvironment' ? link?.dataverseUrl : link?.finopsUrl) ?? '' };
}

function valueIn<Name extends ObjectFact>(name: Name, facts: SnapshotFacts): Facts[Name] | undefined {
  const fact = factOf(facts, name);
  return fact.status === 'known' ? fact.value : undefined;
}

function parsed({ kind }: FactField, text: string): unknown {
  if (kind === 'yes-no') return text === 'yes';
  if (kind === 'list') return text.split(/[\s,;]+/).filter((part) => part !== '');
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : null;
  return text;
}
