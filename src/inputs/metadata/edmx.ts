import { Parser } from 'saxen';
import { readXml } from '../../solutions/read-xml.js';

/** A `$metadata` document of Dataverse or of finance and operations, as far as it describes tables. */
export interface Edmx {
  readonly side: 'dataverse' | 'finops';
  readonly types: readonly EntityType[];
  /** The entity sets, by the name of their type. */
  readonly sets: ReadonlyMap<string, string>;
  /** Why not all of it was read; what is before that was. */
  readonly fault?: string | undefined;
}

/** An entity type. Names of types are without their namespace. */
export interface EntityType {
  readonly name: string;
  readonly baseType: string | undefined;
  readonly isAbstract: boolean;
  /** The properties of its primary key. */
  readonly key: readonly string[];
  readonly properties: readonly EdmxProperty[];
  /** The properties that hold the id of a row of another type. */
  readonly references: readonly { readonly property: string; readonly type: string }[];
  readonly annotations: Annotations;
  /** The properties of each alternate key; `undefined` if the document has none for this type. */
  readonly alternateKeys: readonly (readonly string[])[] | undefined;
}

export interface EdmxProperty {
  readonly name: string;
  readonly type: string | undefined;
  readonly annotations: Annotations;
}

/** By the last part of the term: `AllowEdit`; the text of the value. */
type Annotations = ReadonlyMap<string, string>;

/** The namespaces of the two services; others describe other products. */
const sides: ReadonlyMap<string, Edmx['side']> = /* @__PURE__ */ new Map([
  ['microsoft.dynamics.crm', 'dataverse'],
  ['microsoft.dynamics.dataentities', 'finops'],
]);

/** Deeper than any such document. */
const deepest = 50;

/**
 * What a `$metadata` document says; `undefined` for other XML. It is read in one pass, and only what is named in {@link Edmx} is kept.
 * Declarations of a document type are refused, and so are entities other than those of XML itself.
 */
export function readEdmx(text: string): Edmx | undefined {
  if (!/<(?:[\w.-]+:)?Edmx[\s>]/i.test(text.slice(0, startLength))) return undefined;
  const reader = new EdmxReader();
  const fault = reader.read(text);
  const { side, types, sets } = reader;
  return side === undefined ? undefined : { side, types, sets, fault };
}

/** Its root element is within these characters. */
const startLength = 4_096;

interface Building {
  readonly name: string;
  readonly baseType: string | undefined;
  readonly isAbstract: boolean;
  readonly key: string[];
  readonly properties: EdmxProperty[];
  readonly references: { readonly property: string; readonly type: string }[];
  readonly annotations: Map<string, string>;
  alternateKeys: string[][] | undefined;
}

type Attributes = Readonly<Record<string, string>>;

/** Follows the elements of a document. */
class EdmxReader {
  side: Edmx['side'] | undefined;
  readonly types: EntityType[] = [];
  readonly sets = new Map<string, string>();
  /** The local names of the open elements. */
  readonly #open: string[] = [];
  /** The namespace that is open is one of the known ones. */
  #isKnown = false;
  #type: Building | undefined;
  /** It counts once the document continues: an element that another one closes is only then known as a fault. */
  #closedType: Building | undefined;
  #property:
    | { readonly name: string; readonly type: string | undefined; readonly annotations: Map<string, string> }
    | undefined;
  /** The type that an open navigation property leads to, if it is one row. */
  #reference: string | undefined;
  #term: string | undefined;

  /** @returns why it could not be read to its end */
  read(text: string): string | undefined {
    const handlers = {
      opened: (name: string, attributes: Attributes) => this.#opened(localName(name), attributes),
      closed: (name: string) => this.#closed(localName(name)),
      said: (content: string) => this.#said(content),
    };
    const fault = readXml(text, deepest, handlers, { Parser });
    return fault?.isCutOff ? 'its end is missing' : fault && `line ${fault.line}: ${fault.because}`;
  }

  #opened(name: string, attributes: Attributes): void {
    this.#keepClosedType();
    this.#open.push(name);
    const own = attributes.Name ?? '';
    switch (name) {
      case 'Schema':
        this.#enter(sides.get((attributes.Namespace ?? '').toLowerCase()));
        break;
      case 'EntityType':
        if (this.#isKnown) this.#type = building(own, attributes);
        break;
      case 'EntitySet':
        if (this.#isKnown && own !== '') this.sets.set(lastPart(attributes.EntityType ?? ''), own);
        break;
      default:
        if (this.#type !== undefined) this.#openedIn(this.#type, name, own, attributes);
    }
  }

  /** A document has several namespaces, of which one describes the tables. */
  #enter(side: Edmx['side'] | undefined): void {
    this.#isKnown = side !== undefined && (this.side === undefined || this.side === side);
    if (this.#isKnown) this.side = side;
  }

  #openedIn(type: Building, name: string, own: string, attributes: Attributes): void {
    switch (name) {
      case 'PropertyRef':
        if (this.#open.at(-2) === 'Key' && own !== '') type.key.push(own);
        break;
      case 'Property':
        this.#property = { name: own, type: attributes.Type, annotations: new Map() };
        break;
      case 'NavigationProperty':
        this.#reference = /^Collection\(/i.test(attributes.Type ?? '') ? undefined : lastPart(attributes.Type ?? '');
        break;
      case 'ReferentialConstraint':
        if (this.#reference && attributes.Property)
          type.references.push({ property: attributes.Property, type: this.#reference });
        break;
      case 'Annotation':
        this.#term = lastPart(attributes.Term ?? '');
        this.#annotate(attributes.Bool ?? attributes.EnumMember);
        if (this.#term === 'AlternateKeys') type.alternateKeys ??= [];
        break;
      case 'PropertyValue':
        this.#keyValue(type, attributes);
        break;
    }
  }

  /** A key is a value of the list, with a value for each of its columns. */
  #keyValue({ alternateKeys }: Building, { Property, PropertyPath }: Attributes): void {
    if (this.#term !== 'AlternateKeys' || alternateKeys === undefined) return;
    if (Property === 'Key') alternateKeys.push([]);
    if (Property === 'Name' && PropertyPath) alternateKeys.at(-1)?.push(PropertyPath);
  }

  #said(content: string): void {
    const element = this.#open.at(-1);
    if (element === 'EnumMember' || element === 'Bool') this.#annotate(content.trim());
  }

  /** An annotation inside a navigation property, or inside a value, says nothing of the type. */
  #annotate(value: string | undefined): void {
    if (value === undefined || !this.#term || this.#open.includes('NavigationProperty')) return;
    (this.#property ?? this.#type)?.annotations.set(this.#term, value);
  }

  #keepClosedType(): void {
    if (this.#closedType !== undefined && this.#closedType.name !== '') this.types.push(this.#closedType);
    this.#closedType = undefined;
  }

  #closed(name: string): void {
    this.#keepClosedType();
    this.#open.pop();
    if (name === 'Schema') this.#isKnown = false;
    if (name === 'NavigationProperty') this.#reference = undefined;
    if (name === 'Annotation') this.#term = undefined;
    if (name === 'Property' && this.#property !== undefined) {
      if (this.#property.name !== '') this.#type?.properties.push(this.#property);
      this.#property = undefined;
    }
    if (name === 'EntityType') {
      this.#closedType = this.#type;
      this.#type = undefined;
    }
  }
}

function building(name: string, attributes: Attributes): Building {
  return {
    name,
    baseType: attributes.BaseType && lastPart(attributes.BaseType),
    isAbstract: attributes.Abstract === 'true',
    key: [],
    properties: [],
    references: [],
    annotations: new Map(),
    alternateKeys: undefined,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `account` of `mscrm.account`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).trim();
}
