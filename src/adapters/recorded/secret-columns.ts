/** `ServiceBusConnectionString` and `StorageAccountSASConnectionString` of project configurations are columns of plain text. */
const isSecret = /(?:ConnectionString|password|secret|accesskey|accountkey|(?:access|refresh|sas|id)_?token)$/i;

/** A reviver for `JSON.parse` that leaves out columns named as secrets, at any depth. */
export function reviveWithoutSecrets(name: string, value: unknown): unknown {
  return isSecret.test(name) ? undefined : value;
}

/** Parsed JSON without columns named as secrets. It is copied only where it has some. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutSecrets);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const kept = entries.flatMap(([name, one]) => (isSecret.test(name) ? [] : [[name, withoutSecrets(one)] as const]));
  const isSame = kept.length === entries.length && kept.every(([, one], index) => one === entries[index]?.[1]);
  return isSame ? value : Object.fromEntries(kept);
}
