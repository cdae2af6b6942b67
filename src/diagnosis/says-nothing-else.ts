import type { Match } from './problem.js';

/**
 * Whether a normalized text consists only of what was matched: the condition for words that any product can print. What logs,
 * emails and JSON put around a message does not count.
 */
export function saysNothingElse(plain: string, matches: readonly Match[]): boolean {
  const left =
    without(plain, matches)
      .replace(start, '')
      .replace(keysOfJson, ' ')
      .replace(identifiers, ' ')
      .toLowerCase()
      .match(/[\p{L}_]{2,}/gu) ?? [];
  return left.every((word) => frame.has(word));
}

function without(plain: string, matches: readonly Match[]): string {
  let rest = '';
  let end = 0;
  for (const { at, words } of [...matches].sort((a, b) => a.at - b.at)) {
    rest += `${plain.slice(end, at)} `;
    end = Math.max(end, at + words.length);
  }
  return rest + plain.slice(end);
}

/** `"errorMessage":` */
const keysOfJson = /["']\w{1,40}["']\s?[:=]/g;

/** GUIDs and long numbers in hexadecimal. */
const identifiers =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b(?=[a-f]{0,20}\d)[0-9a-f]{8,64}\b|0x[0-9a-f]{1,16}/gi;

/** What comes before the first word, so that the first key of JSON counts: it is the name of what the rest is about. */
const start = /^\P{L}+/u;

/** Words around messages that have no meaning of their own. */
const frame: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'activity an and app at apr aug body cause code correlation critical data date debug dec desc description detail details ' +
    'err error errorcode errordetails errormessage errors exception fail failed fatal feb fri from gmt got http https id in info ' +
    'information inner innererror innerexception instance is issue jan jul jun level line log logger mar may message messages ' +
    'microsoft mon msg name nov now null oct on output pid re reason request response result root sat sep session severity ' +
    'something source stack stacktrace status string sun system text the this thread thu time timestamp trace true tue type uncaught utc value ' +
    'verboseerror warn warning we wed went when with wrong your'
  ).split(' '),
);
