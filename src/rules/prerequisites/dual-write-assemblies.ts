import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

export const registrationAssembly = 'DualWriteRegistration.Plugins';
export const runtimeAssembly = 'DualWriteRuntime.Plugins';

/** The rows of one of the two assemblies: those with its bare name, and those with the name after a prefix that ends with a dot. */
export function rowsOfAssembly(assemblies: Facts['pluginAssemblies'], name: string): Facts['pluginAssemblies'] {
  const key = nameKey(name);
  return assemblies.filter((row) => nameKey(row.name) === key || nameKey(row.name).endsWith(`.${key}`));
}
