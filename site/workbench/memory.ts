import { scrub } from '../../src/facts/scrub.js';
import type { CardId, FromWorker, Settings } from './messages.js';
import { beginToRemember, forget, recall, remember } from './remembered-cards.js';
import type { ReadCard } from './session.js';

type About = Extract<FromWorker, { readonly type: 'remembering' }>;

/**
 * Keeps what is remembered like the cards of a session, where somebody asked for it.
 *
 * @param cards - the cards of the session
 * @param say - called with what changed about remembering by itself
 */
export function createMemory(cards: Map<CardId, ReadCard>, say: (about: About) => void) {
  /** The cards that are remembered; `undefined` where nothing is to be. */
  let kept: Set<CardId> | undefined;
  let settings: Settings | undefined;

  return { begin, end, keepUp, restore };

  async function begin(own: Settings): Promise<void> {
    settings = own;
    try {
      await beginToRemember({ added: [...cards].map(asKept), removed: [], settings });
      kept = new Set(cards.keys());
      say({ type: 'remembering', isOn: true });
    } catch {
      await forget().catch(() => undefined); // a database without content, where one could be made
      say({ type: 'remembering', isOn: false, problem: 'This browser does not let the page remember anything.' });
    }
  }

  async function end(): Promise<void> {
    kept = undefined;
    try {
      await forget();
      say({ type: 'remembering', isOn: false });
    } catch {
      const problem = 'The browser did not forget it: clear the data of this page in the settings of the browser.';
      say({ type: 'remembering', isOn: true, problem });
    }
  }

  /** Remembers what was added or removed since the last time, and the settings where they are others. */
  async function keepUp(next?: Settings): Promise<void> {
    settings = next ?? settings;
    if (kept === undefined || settings === undefined) return;
    const before = kept;
    const added = [...cards].filter(([id]) => !before.has(id));
    const removed = [...before].filter((id) => !cards.has(id));
    if (added.length + removed.length === 0 && next === undefined) return;
    try {
      if (await remember({ added: added.map(asKept), removed, settings })) kept = new Set(cards.keys());
      else {
        kept = undefined;
        say({ type: 'remembering', isOn: false, problem: 'Everything was forgotten in another tab.' });
      }
    } catch {
      const problem = 'The last change is not remembered: the browser may have no room for it. What was before it is.';
      say({ type: 'remembering', isOn: true, problem });
    }
  }

  /** Puts what was remembered into the session, and continues to remember; `undefined` where nothing was. */
  async function restore(): Promise<Settings | undefined> {
    const remembered = await recall().catch(() => 'nothing' as const); // where the browser keeps nothing
    if (remembered === 'nothing') return undefined;
    if (remembered === 'unreadable') {
      await forget().catch(() => undefined);
      const problem =
        'What was remembered is of another version of this page, which this one cannot read. It was removed.';
      say({ type: 'remembering', isOn: false, problem });
      return undefined;
    }
    for (const [id, card] of remembered.cards) cards.set(id, card);
    kept = new Set(remembered.cards.map(([id]) => id));
    settings = remembered.settings;
    return settings;
  }
}

/** A text that was pasted is kept without keys, passwords and addresses: results do not show them either. */
export function asKept([id, card]: readonly [CardId, ReadCard]): readonly [CardId, ReadCard] {
  const inputs = card.inputs.map((input) =>
    input.kind === 'error-text' ? { ...input, text: scrub(input.text) } : input,
  );
  return [id, { ...card, inputs }];
}
