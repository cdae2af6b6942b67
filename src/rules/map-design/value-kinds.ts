import { nameKey } from '../../facts/keys.js';

/** What values of a type are, whatever the service calls it. */
type ValueKind = 'text' | 'whole' | 'decimal' | 'boolean' | 'moment' | 'choice' | 'guid' | 'lookup';

const kinds: ReadonlyMap<string, ValueKind> = /* @__PURE__ */ new Map<string, ValueKind>([
  ['string', 'text'],
  ['memo', 'text'],
  ['text', 'text'],
  ['integer', 'whole'],
  ['int', 'whole'],
  ['int16', 'whole'],
  ['int32', 'whole'],
  ['int64', 'whole'],
  ['bigint', 'whole'],
  ['decimal', 'decimal'],
  ['double', 'decimal'],
  ['money', 'decimal'],
  ['real', 'decimal'],
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['date', 'moment'],
  ['datetime', 'moment'],
  ['datetimeoffset', 'moment'],
  ['utcdatetime', 'moment'],
  ['dateonly', 'moment'],
  ['picklist', 'choice'],
  ['enum', 'choice'],
  ['state', 'choice'],
  ['status', 'choice'],
  ['noyes', 'choice'],
  ['optionset', 'choice'],
  ['uniqueidentifier', 'guid'],
  ['guid', 'guid'],
  ['lookup', 'lookup'],
  ['customer', 'lookup'],
  ['owner', 'lookup'],
]);

/** The kind of a type of Dataverse (`Picklist`), of OData (`Edm.Int32`) or of finance and operations (`UtcDateTime`). */
export function valueKindOf(type: string | null | undefined): ValueKind | undefined {
  const name = nameKey(type ?? '');
  if (name.startsWith('microsoft.dynamics.dataentities.')) return 'choice';
  return kinds.get(name.replace(/^edm\./, '').replace(/type$/, ''));
}

/** What each kind can be stored as without a value map. Texts represent choices by their labels. */
const stored: Readonly<Record<ValueKind, readonly ValueKind[]>> = {
  text: ['text', 'choice', 'guid', 'lookup'],
  whole: ['whole', 'decimal', 'choice', 'text'],
  decimal: ['decimal', 'text'],
  boolean: ['boolean', 'choice', 'text'],
  moment: ['moment', 'text'],
  choice: ['choice', 'boolean', 'whole', 'text'],
  guid: ['guid', 'lookup', 'text'],
  lookup: ['lookup', 'guid', 'text'],
};

/** Whether values of one kind can be stored as another, without loss. */
export function fits(from: ValueKind, to: ValueKind): boolean {
  return stored[from].includes(to);
}
