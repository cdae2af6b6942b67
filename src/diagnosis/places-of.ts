/** Where a global expression matches. Not `matchAll`, which makes a new expression each time: most calls find nothing. */
export function placesOf(find: RegExp, plain: string): readonly RegExpExecArray[] {
  const places: RegExpExecArray[] = [];
  find.lastIndex = 0;
  for (let match = find.exec(plain); match !== null; match = find.exec(plain)) places.push(match);
  return places;
}
