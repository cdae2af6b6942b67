import { err, ok, type Result } from 'neverthrow';
import { readXml, type XmlFault, type XmlLibrary } from './read-xml.js';

/** An element with its content. Names are lower-case and without a namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, including CDATA. */
  readonly text: string;
}

/** Deeper than any solution. */
const deepest = 200;

/**
 * The elements with this name, wherever they are, each with its content; everything else is read but not kept. Entities
 * other than those of XML itself, and declarations of them, are refused.
 */
export function xmlElements(
  text: string,
  wanted: string,
  library: XmlLibrary,
): Result<readonly XmlElement[], XmlFault> {
  const found: XmlElement[] = [];
  /** The open elements, starting with the wanted one. */
  const open: Building[] = [];
  const opened = (name: string, attributes: Readonly<Record<string, string>>) => {
    const local = localName(name);
    if (open.length === 0 && local !== wanted) return;
    const own = Object.entries(attributes).filter(([key]) => !/^xmlns(?::|$)/.test(key));
    const named = new Map(own.map(([key, value]) => [localName(key), value]));
    open.push({ name: local, attributes: named, children: [], text: '' });
  };
  const closed = () => {
    const element = open.pop();
    if (element !== undefined) (open.at(-1)?.children ?? found).push(element);
  };
  const said = (part: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  const fault = readXml(text, deepest, { opened, closed, said }, library);
  return fault === undefined ? ok(found) : err(fault);
}

interface Building {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The trimmed text of the first child of a name, or the attribute of that name; `undefined` if both are blank. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || element?.attributes.get(name)?.trim() || undefined;
}
