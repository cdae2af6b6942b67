import { groupsBy } from '../../facts/groups-by.js';
import type { Inline, Item } from '../document.js';
import { code, items, strong } from '../inlines.js';
import { counted } from '../words.js';

export function whatToDo(text: string): Inline {
  return [strong('What to do:'), ` ${text}`];
}

/** What a plan leaves out, reason by reason, and what to do about it. */
export function refusalItems<Type extends string>(
  refused: readonly { readonly type: Type; readonly id: string; readonly whatToDo: string }[],
  inWords: Readonly<Record<Type, string>>,
  noun: string,
): readonly Item[] {
  return [...groupsBy(refused, ({ type }) => type)].map(([type, group]) => {
    const ids = group.map(({ id }) => code(id));
    return {
      text: [`${inWords[type]} (${counted(group.length, noun)}): `, items(ids, noun)],
      items: [{ text: whatToDo(group[0].whatToDo) }],
    };
  });
}
