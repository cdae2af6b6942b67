import type { SnapshotFacts } from '../../src/index.js';
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

/** What an object fact is where nobody says more than one property of it. */
const blank: { readonly [Fact in ObjectFact]: Readonly<Record<string, unknown>> } = {
  // Whoever names companies or a team describes a link.
  link: { linked: true, legalEntities: [], apiHub: 'unknown' },
  dataverseEnvironment: { url: '' },
  finopsEnvironment: { url: '' },
};

/** The facts that were typed, on top of those that are known; empty where nothing was typed. */
export function typedFacts(typed: TypedFacts, known: SnapshotFacts): SnapshotFacts {
  const facts = new Map<ObjectFact, Record<string, unknown>>();
  for (const one of factFields) {
    const text = typed[one.id]?.trim() ?? '';
    if (text === '') continue;
    const value = facts.get(one.fact) ?? {
      ...blank[one.fact],
      ...urlOfLink(one.fact, known),
      ...knownValueOf(known, one.fact),
    };
    value[one.property] = parsed(one, text);
    facts.set(one.fact, value);
  }
  // Safe: each field writes the type of its property, and the blank values have what is required.
  return Object.fromEntries([...facts].map(([name, value]) => [name, { status: 'known', value }])) as SnapshotFacts;
}

function knownValueOf(known: SnapshotFacts, fact: ObjectFact): object {
  const read = known[fact];
  return read?.status === 'known' ? read.value : {};
}

function urlOfLink(fact: ObjectFact, { link }: SnapshotFacts): object {
  if (link?.status !== 'known' || fact === 'link') return {};
  const url = fact === 'dataverseEnvironment' ? link.value.dataverseUrl : link.value.finopsUrl;
  return url == null ? {} : { url };
}

function parsed({ kind }: FactField, text: string): unknown {
  if (kind === 'yes-no') return text === 'yes';
  if (kind === 'list') return text.split(/[\s,;]+/).filter((part) => part !== '');
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : null;
  return text;
}
