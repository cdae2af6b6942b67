/** A row of one of the two tables, by the names of their columns. */
export type SqlRow = Readonly<Record<string, string | number>>;

/** The two tables that a cleanup script deletes from. */
export interface CleanupTables {
  readonly DUALWRITEPROJECTCONFIGURATION: readonly SqlRow[];
  readonly DUALWRITEPROJECTFIELDCONFIGURATION: readonly SqlRow[];
}

/**
 * The tables after the deletions of a script, as SQL Server carries them out: texts are equal whatever their letter case and the blanks
 * at their end.
 *
 * @throws an error for anything that a cleanup script does not hold
 */
export function runCleanupSql(statements: readonly string[], tables: CleanupTables): CleanupTables {
  let now = tables;
  for (const text of statements) {
    const [, table, where] = /^DELETE FROM (\w+)\nWHERE ([\s\S]*);$/.exec(text.replace(/^--.*\n/gm, '')) ?? [];
    if (table === undefined || where === undefined) continue;
    if (!(table in now)) throw new Error(`${table}: there is no such table`);
    const name = table as keyof CleanupTables; // Safe: it is one of the keys.
    const before = now;
    now = { ...now, [name]: now[name].filter((row) => !holds(where, row, before)) };
  }
  return now;
}

function holds(where: string, row: SqlRow, tables: CleanupTables): boolean {
  return where.split('\n  AND ').every((condition) => {
    const [, others] = /^NOT EXISTS \(SELECT 1 FROM DUALWRITEPROJECTCONFIGURATION WHERE (.*)\)$/s.exec(condition) ?? [];
    if (others !== undefined)
      return !tables.DUALWRITEPROJECTCONFIGURATION.some((other) => holds(others, other, tables));
    const [, host] = byHost.exec(condition) ?? [];
    if (host !== undefined) return isAt(String(row.EXTERNALENVIRONMENTURL), literalsIn(host)[0] ?? '');
    const [, column = '', value = ''] = /^(\w+) = (.*)$/s.exec(condition) ?? [];
    const cell = row[column];
    if (cell === undefined) throw new Error(`not understood: ${condition}`);
    return typeof cell === 'number' ? cell === Number(value) : literalsIn(value).map(collated).includes(collated(cell));
  });
}

const byHost =
  /^REPLACE\(REPLACE\(EXTERNALENVIRONMENTURL, N'https:\/\/', N''\), N'\.api\.crm', N'\.crm'\) \+ N'\/' LIKE (.*)$/s;

/** Whether an address without its scheme and the label of the API is like a pattern that ends with `%`. */
function isAt(address: string, pattern: string): boolean {
  const stored = address.toLowerCase().replaceAll('https://', '').replaceAll('.api.crm', '.crm');
  const start = pattern.replace(/%$/, '').replace(/\[(.)\]/g, '$1');
  return pattern.endsWith('%') && `${stored}/`.startsWith(start.toLowerCase());
}

function collated(text: string): string {
  return text.replace(/ +$/, '').toLowerCase();
}

/** The texts of literals with commas between them. */
export function literalsIn(list: string): readonly string[] {
  const term = /N'((?:[^']|'')*)'|NCHAR\((\d+)\)/y;
  const texts = [''];
  while (term.lastIndex < list.length) {
    const match = term.exec(list);
    if (match === null) throw new Error(`not a literal: ${list}`);
    const [, quoted, code] = match;
    const piece = quoted === undefined ? String.fromCharCode(Number(code)) : quoted.replaceAll("''", "'");
    texts.push(`${texts.pop() ?? ''}${piece}`);
    if (list.startsWith(' + ', term.lastIndex)) term.lastIndex += 3;
    else if (list.startsWith(', ', term.lastIndex)) {
      term.lastIndex += 2;
      texts.push('');
    }
  }
  return texts;
}
