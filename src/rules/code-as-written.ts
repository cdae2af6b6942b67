import { catalogueOutline } from './catalogue-outline.js';

/** The code of the catalogue that somebody wrote in any letter case; any other text in capitals, as most codes are. */
export function codeAsWritten(text: string): string {
  const capitals = text.toUpperCase();
  return catalogueOutline.find(({ code }) => code.toUpperCase() === capitals)?.code ?? capitals;
}
