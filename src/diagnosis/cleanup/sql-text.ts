/**
 * A text as a literal of SQL Server. Quotes are doubled; characters that cannot be seen, or that change how the lines around
 * them look, are written as `NCHAR(…)`, so that what a person reviews is what runs. A backslash before a line break, which
 * would swallow both, cannot come about for the same reason.
 */
export function sqlText(value: string): string {
  const pieces = value.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}])/gu).filter((piece) => piece !== '');
  if (pieces.length === 0) return "N''";
  return pieces
    .map((piece) =>
      /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]$/u.test(piece)
        ? piece
            .split('')
            .map((unit) => `NCHAR(${unit.charCodeAt(0)})`)
            .join(' + ')
        : `N'${piece.replaceAll("'", "''")}'`,
    )
    .join(' + ');
}
