/** The part of saxen that is used; it comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Context = () => { readonly line: number; readonly column: number };

  export class Parser {
    on(
      event: 'openTag',
      handle: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: Decode,
        isClosed: boolean,
        context: Context,
      ) => void,
    ): this;
    on(event: 'closeTag' | 'cdata', handle: (text: string) => void): this;
    on(event: 'text' | 'attention', handle: (text: string, decode: Decode, context: Context) => void): this;
    on(event: 'error' | 'warn', handle: (error: Error, context: Context) => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}
