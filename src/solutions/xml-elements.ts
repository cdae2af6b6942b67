import { err, fromThrowable, ok, type Result } from 'neverthrow';

/** The part of saxes that is used: it is loaded when XML is read. */
export type XmlLibrary = Pick<typeof import('saxes'), 'SaxesParser'>;

/** An element with its content. Names are lower-case and without a namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, including CDATA. */
  readonly text: string;
}

/** Where a text stops being XML; counted from 1. */
interface XmlFault {
  readonly line: number;
  readonly column: number;
  readonly because: string;
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
  { SaxesParser }: XmlLibrary,
): Result<readonly XmlElement[], XmlFault> {
  const found: XmlElement[] = [];
  /** The open elements, starting with the wanted one. */
  const open: Building[] = [];
  let depth = 0;
  const parser = new SaxesParser({ position: true });
  // An error thrown by a handler ends the parser: the only way to stop it.
  const fail = (because: string): never => {
    throw new XmlStop({ line: parser.line, column: parser.column + 1, because });
  };
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: |\.$/g, '')));
  parser.on('doctype', () => fail('it declares a document type, which solutions never do'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) fail(`nested deeper than ${deepest} elements`);
    const local = localName(name);
    if (open.length === 0 && local !== wanted) return;
    const own = Object.entries(attributes).filter(([key]) => !/^xmlns(?::|$)/.test(key));
    const named = new Map(own.map(([key, value]) => [localName(key), value]));
    open.push({ name: local, attributes: named, children: [], text: '' });
  });
  parser.on('closetag', () => {
    depth -= 1;
    const element = open.pop();
    if (element !== undefined) (open.at(-1)?.children ?? found).push(element);
  });
  const append = (part: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  const parse = fromThrowable(
    () => void parser.write(text).close(),
    (error) => (error instanceof XmlStop ? error.fault : undefined),
  );
  return parse().match(
    () => ok(found),
    (fault) => err(fault ?? { line: parser.line, column: parser.column + 1, because: 'it cannot be read' }),
  );
}

interface Building {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Thrown through the parser, and caught above. */
class XmlStop extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.because);
  }
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
