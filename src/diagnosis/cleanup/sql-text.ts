/**
 * Characters that cannot be seen or change how the lines around them look, line breaks among them, and the dollar sign with which
 * sqlcmd begins a variable, in literals and comments too.
 */
const treacherous = /([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|\$(?=\())/gu;

/**
 * A text as a literal of SQL Server. Quotes are doubled; treacherous characters are written as `NCHAR(…)`, so that what a person
 * reviews is what runs. A backslash before a line break, which would swallow both, cannot come about for the same reason.
 */
export function sqlText(value: string): string {
  // Every second piece is a treacherous character.
  const pieces = value.split(treacherous).map((piece, index) => ({ piece, isTreacherous: index % 2 === 1 }));
  const terms = pieces.flatMap(({ piece, isTreacherous }) => {
    if (isTreacherous) return piece.split('').map((unit) => `NCHAR(${unit.charCodeAt(0)})`);
    return piece === '' ? [] : [`N'${piece.replaceAll("'", "''")}'`];
  });
  return terms.length === 0 ? "N''" : terms.join(' + ');
}

/** A text as a comment on one line, which nothing in it ends. */
export function sqlComment(text: string): string {
  const shown = text.replace(treacherous, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `-- ${shown}`.trimEnd();
}
