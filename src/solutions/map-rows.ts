import type { Issue } from '../fault.js';
import type { JsonObject } from '../maps/json.js';
import type { XmlElement } from './xml-elements.js';

/** The element that a saved map is, in `customizations.xml` and in files of their own. */
export const mapElement = 'msdyn_dualwriteentitymap';

/** The columns that are kept exactly as written. */
const documents: ReadonlySet<string> = /* @__PURE__ */ new Set(['msdyn_mapping', 'msdyn_properties']);

/**
 * A saved map as a row, whichever way its columns are written: as elements, as attributes, or as elements that have their names
 * in an attribute (`<field name="msdyn_name" value="…" />`).
 */
export function mapRow(element: XmlElement, place: string, issues: Issue[]): JsonObject {
  const columns = new Map<string, string>();
  for (const [name, value] of element.attributes) columns.set(name, value);
  for (const { name, attributes, children, text } of element.children) {
    if (attributes.get('nil') === 'true') continue;
    const named = attributes.get('name')?.trim().toLowerCase();
    const column = named === undefined || name.startsWith('msdyn_') ? name : named;
    if (children.length > 0) issues.push({ path: `${place}.${column}`, message: 'expected text, found elements' });
    else {
      const content = text === '' ? (attributes.get('value') ?? '') : text;
      columns.set(column, documents.has(column) ? content : content.trim());
    }
  }
  return Object.fromEntries(columns);
}
