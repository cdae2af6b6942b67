import { xmlText } from './escape.js';

/*
 * As much of XML as the JUnit format needs. The libraries for it do not fit: xmlbuilder2 needs Node when bundled,
 * junit-report-builder writes files, and fast-xml-builder, which works in browsers, lets through characters that XML cannot
 * hold, and adds 21 kB to each bundle that uses any other reporter.
 */

/** XML that is complete already. */
export interface Xml {
  readonly xml: string;
}

/** An element; text in it and in its attributes is escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (Xml | string)[] = [],
): Xml {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)];
  if (children.length === 0) return { xml: `<${start.join(' ')}/>` };
  // Only between elements: in text, white space counts.
  const space = children.some((child) => typeof child === 'string') ? '' : '\n';
  const content = children.map((child) => (typeof child === 'string' ? xmlText(child) : child.xml));
  return { xml: `<${start.join(' ')}>${['', ...content, ''].join(space)}</${name}>` };
}

/** A document with that element. */
export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
