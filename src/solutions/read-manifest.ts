import { nameKey } from '../facts/keys.js';
import type { Issue } from '../fault.js';
import { compareMapVersions } from '../maps/map-version.js';
import type { DualWriteSolution, SolutionPublisher, SolutionRequirement } from './dual-write-solution.js';
import { childOf, textIn, type XmlElement } from './xml-elements.js';

/** The content of `solution.xml` without the maps; `undefined` if it names no solution. */
export function readManifest(
  manifest: XmlElement | undefined,
  issues: Issue[],
): Omit<DualWriteSolution, 'maps' | 'issues' | 'coverage' | 'detail'> | undefined {
  const uniqueName = textIn(manifest, 'uniquename');
  if (uniqueName === undefined) return undefined;
  return {
    uniqueName,
    displayName: displayNameIn(manifest),
    version: textIn(manifest, 'version') ?? null,
    publisher: publisherOf(childOf(manifest, 'publisher')),
    isManaged: isManaged(textIn(manifest, 'managed'), issues),
    requires: requirementsOf(childOf(manifest, 'missingdependencies')),
  };
}

function publisherOf(publisher: XmlElement | undefined): SolutionPublisher {
  return {
    uniqueName: textIn(publisher, 'uniquename') ?? null,
    displayName: displayNameIn(publisher),
    prefix: textIn(publisher, 'customizationprefix') ?? null,
  };
}

/** `<LocalizedName description="Contoso" languagecode="1033" />` */
function displayNameIn(holder: XmlElement | undefined): string | null {
  const names = childOf(holder, 'localizednames')?.children ?? [];
  return names.map(({ attributes }) => attributes.get('description')?.trim()).find((name) => name) ?? null;
}

/** 1 and 0; 2 means both, if a solution was unpacked for source control. */
function isManaged(text: string | undefined, issues: Issue[]): boolean | null {
  const word = text?.toLowerCase();
  if (word === '1' || word === 'true') return true;
  if (word === '0' || word === 'false') return false;
  issues.push({ path: 'solution.xml: Managed', message: 'expected 1 or 0' });
  return null;
}

/** The parts of `msdyn_DualWriteCore (1.0.6)`; a text without a version in parentheses at its end is a name. */
export function solutionWithVersion(text: string): { readonly name: string; readonly version: string | null } {
  const open = text.lastIndexOf('(');
  const isVersion = open >= 0 && text.indexOf(')', open) === text.length - 1;
  if (!isVersion) return { name: text, version: null };
  return { name: text.slice(0, open).trimEnd(), version: text.slice(open + 1, -1).trim() || null };
}

/** The names that exports write for components that do not belong to an installable solution. */
const noSolution: ReadonlySet<string> = /* @__PURE__ */ new Set(['active', 'default', 'system']);

/** One entry for each solution, with the highest required version. */
function requirementsOf(missing: XmlElement | undefined): readonly SolutionRequirement[] {
  const found = new Map<string, { solution: string | null; version: string | null; components: Set<string> }>();
  for (const dependency of missing?.children ?? []) {
    const required = childOf(dependency, 'required');
    if (required === undefined) continue;
    const text = required.attributes.get('solution')?.trim() || textIn(required, 'package') || '';
    const { name, version } = solutionWithVersion(text);
    const key = noSolution.has(nameKey(name)) ? '' : nameKey(name);
    const entry = found.get(key) ?? { solution: key === '' ? null : name, version: null, components: new Set() };
    found.set(key, entry);
    if (key !== '') entry.version = higher(entry.version, version);
    const component = textIn(required, 'schemaname') ?? textIn(required, 'displayname') ?? textIn(required, 'id');
    if (component !== undefined) entry.components.add(component);
  }
  return [...found.values()].map(({ components, ...entry }) => ({ ...entry, components: [...components].sort() }));
}

/** A text that is not a version is kept, so that a person can look at it. */
function higher(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return (compareMapVersions(one, other) ?? 0) < 0 ? other : one;
}
