/**
 * Whether a normalised text says nothing but what was matched, or names dual-write: the condition for words that any
 * product can print. What logs, mails and JSON put around a message does not count.
 */
export function saysNothingElse(plain: string, places: readonly RegExpMatchArray[]): boolean {
  if (namesDualWrite.test(plain)) return true;
  let rest = plain;
  for (const [words] of places) rest = rest.replace(words, ' ');
  const left =
    rest
      .replace(logPrefix, ' ')
      .toLowerCase()
      .match(/[\p{L}_]{2,}/gu) ?? [];
  return left.every((word) => frame.has(word));
}

const namesDualWrite = /dual[\s_-]?write|dynamics\.integrator|data ?integrator|connection ?set|\bDWM-|\bcdm_|\bmsdyn_/i;

/** `2026-11-20T10:00:00Z [worker-1] sync[312] ERROR`. */
const logPrefix = /^[^a-z]{0,40}(?:\[[^\][]{1,60}\][^a-z]{0,10}){0,4}/i;

/** Words that stand around messages and say nothing. */
const frame: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'activity an and app at apr aug body cause code correlation critical data date debug dec desc description detail details ' +
    'err error errorcode errordetails errormessage errors exception fail failed fatal feb fri from gmt got http https id in info ' +
    'information inner innererror innerexception instance is issue jan jul jun level line log logger mar may message messages ' +
    'microsoft mon msg name nov now null oct on output pid re reason request response result root sat sep session severity ' +
    'source stack stacktrace status string sun system text the this thread thu time timestamp trace true tue type utc value ' +
    'verboseerror warn warning we wed when with'
  ).split(' '),
);
