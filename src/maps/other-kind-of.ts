/** What a value is that was taken for a saved map, in words for people; `undefined` where that is not known. */
export function otherKindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = new Set(Object.keys(value).map((key) => key.toLowerCase()));
  const kind = kinds.find(({ has }) => has.every((key) => keys.has(key.toLowerCase())));
  if (kind !== undefined) return kind.words;
  if (!('schemaVersion' in value && 'kind' in value) || typeof value.kind !== 'string') return undefined;
  return /^[a-z-]{1,30}$/.test(value.kind) ? `the result "${value.kind}" of another command` : undefined;
}

/** By the keys that a kind has; the first that fits counts. */
const kinds: readonly { readonly has: readonly string[]; readonly words: string }[] = [
  { has: ['value'], words: 'a response, whose rows are in its value' },
  { has: ['outcomes'], words: 'a report' },
  { has: ['facts'], words: 'a snapshot' },
  { has: ['log'], words: 'a HAR file' },
  { has: ['uniquename', 'version'], words: 'a list of solutions' },
  { has: ['leftEntity', 'rightEntity'], words: 'a map as the Dual-write page lists it, without its fields' },
  { has: ['msdyn_dualwriteruntimeconfigid'], words: 'a runtime configuration' },
  { has: ['ProjectName', 'ExternalEnvironmentUrl'], words: 'a project configuration' },
  { has: ['LogicalName', 'EntitySetName'], words: 'metadata of tables' },
];
