type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/**
 * The codes that belong to Microsoft and to this library. Custom rules stay outside.
 * @public
 */
export type ReservedCode = `DWDVEV${string}` | `DWFOEV${string}` | `DIPV${string}` | `TABLE-MAP-HEALTH${string}`;

/**
 * `Code` itself when a custom rule may use it, else a sentence that says why not: capital letters, digits and hyphens,
 * a letter first, a digit last, outside Microsoft's space.
 * @public
 */
export type CustomCode<Code extends string> = Code extends ReservedCode
  ? 'a custom code must not begin with DWDVEV, DWFOEV, DIPV or TABLE-MAP-HEALTH'
  : Code extends `${Uppercase<Code>}`
    ? Code extends `${Digit | '-'}${string}`
      ? 'a custom code begins with a letter'
      : Code extends `${string}${Digit}`
        ? Code
        : 'a custom code ends with a digit'
    : 'a custom code is written in capital letters';

/** Whether a custom rule may use `code`; the same rule as {@link CustomCode}, for code without types. */
export function isCustomCode(code: string): boolean {
  return customCode.test(code);
}

/** What {@link isCustomCode} accepts. */
export const customCode = /^(?!DWDVEV|DWFOEV|DIPV|TABLE-MAP-HEALTH)[A-Z][A-Z0-9-]*\d$/;
