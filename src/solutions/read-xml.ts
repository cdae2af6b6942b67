/** The part of saxen that is used: it is loaded when XML is read. */
export type XmlLibrary = Pick<typeof import('saxen'), 'Parser'>;

/** What is done with the parts of a document, in its order. Names are as written. */
export interface XmlHandlers {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  closed(name: string): void;
  /** Text between elements, also from CDATA. */
  said(text: string): void;
}

/** Where a text stops being XML that is read here; counted from 1. */
export interface XmlFault {
  readonly line: number;
  readonly column: number;
  readonly because: string;
  /** The text ends before the document does. */
  readonly isCutOff: boolean;
}

/**
 * Reads a document in one pass, up to its first fault. Declarations of a document type are refused, and so are entities other than those
 * of XML itself, and elements that are nested deeper than any of ours.
 *
 * @returns why it was not read to its end
 */
export function readXml(
  text: string,
  deepest: number,
  { opened, closed, said }: XmlHandlers,
  { Parser }: XmlLibrary,
): XmlFault | undefined {
  const parser = new Parser();
  let fault: XmlFault | undefined;
  let depth = 0;
  let hasRoot = false;

  const fail = (because: string, context: () => Place) => {
    parser.stop();
    const isCutOff = endsEarly.test(because);
    const { line, column } = isCutOff ? placeOf(text, text.length) : context();
    fault ??= { line: line + 1, column: column + 1, because, isCutOff };
  };
  const decoded = (part: string, context: () => Place) =>
    part.replace(/&(#x[\da-f]+|#\d+|\w+)?;?/gi, (entity, name: string = '') => {
      const character = entity.endsWith(';') ? characterOf(name) : undefined;
      if (character === undefined) fail('an entity that XML does not have', context);
      return character ?? '';
    });

  parser.on('error', ({ message }, context) => fail(message, context));
  // What others that read XML refuse.
  parser.on('warn', ({ message }, context) => fail(message, context));
  parser.on('attention', (_part, _decode, context) => fail('it declares a document type', context));
  parser.on('openTag', (name, attributesOf, _decode, _isClosed, context) => {
    depth += 1;
    if (depth === 1 && hasRoot) return fail('it has a second root element', context);
    hasRoot = true;
    if (depth > deepest) return fail(`nested deeper than ${deepest} elements`, context);
    const attributes = Object.entries(attributesOf()).map(([key, value]) => [key, decoded(value, context)] as const);
    if (fault === undefined) opened(name, Object.fromEntries(attributes));
  });
  parser.on('closeTag', (name) => {
    depth -= 1;
    closed(name);
  });
  parser.on('text', (part, _decode, context) => {
    const content = decoded(part, context);
    if (fault === undefined) said(content);
  });
  parser.on('cdata', said);

  const end = text.search(forbidden);
  parser.parse((end < 0 ? text : text.slice(0, end)).replace(/\r\n?/g, '\n'));
  if (!hasRoot) fail('missing start tag', () => placeOf(text, 0));
  if (end < 0 || (fault !== undefined && !fault.isCutOff)) return fault;
  const { line, column } = placeOf(text, end);
  return { line: line + 1, column: column + 1, because: 'XML does not have this character', isCutOff: false };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What saxen says where the text ends, or where a quotation mark has no other up to the end. */
const endsEarly =
  /^(?:unclosed |unexpected end of file|missing start tag|missing closing quotes|attribute value quote)/;

/** Characters that XML cannot have, not even as an entity. */
const forbidden = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const named: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

/** The character that an entity stands for. */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? named[name] : undefined;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\0';
  return forbidden.test(character) ? undefined : character;
}

/** Counted from 0. */
function placeOf(text: string, at: number): Place {
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}
