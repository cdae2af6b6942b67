/**
 * Whether a normalized text consists only of what was matched, or names dual-write: the condition for words that any
 * product can print. What logs, emails and JSON put around a message does not count.
 */
export function saysNothingElse(plain: string, places: readonly RegExpMatchArray[]): boolean {
  if (isDualWrite(plain)) return true;
  let rest = plain;
  for (const [words] of places) rest = rest.replace(words, ' ');
  const left =
    rest
      .replace(logPrefix, ' ')
      .replace(keysOfJson, ' ')
      .replace(identifiers, ' ')
      .toLowerCase()
      .match(/[\p{L}_]{2,}/gu) ?? [];
  return left.every((word) => frame.has(word));
}

/** Whether a normalized text is about another product: its errors share words with those of dual-write. */
export function namesOtherProduct(plain: string): boolean {
  return otherProducts.test(plain) && !isDualWrite(plain);
}

const otherProducts =
  /\b(?:airflow|ansible|azure devops|boomi|business central|confluence|data ?factory|databricks|docker|elasticsearch|entity framework|github|gitlab|grafana|hubspot|informatica|jenkins|jira|kafka|kubernetes|mongodb|mulesoft|nuget|npm|oracle|outlook|postgres|power ?bi|prometheus|redis|salesforce|sap|servicenow|sharepoint|snowflake|ssis|talend|terraform|wordpress|workday|zendesk)\b/i;

/** The product by name, its own words around an inner error, its projects and its table of companies. */
const namesDualWrite =
  /dual[\s_-]?write|dynamics\.integrator|dataintegrator\.|unable to write data to (?:entity|table) [a-z]\w{2,100} ?(?:[.,;:"']|$)|writes to \w{1,100} failed with error message|cds error code|\bDWM-[0-9a-f]{8}-|\bcdm_compan/i;

/**
 * The same around the name of an entity as the page shows it: with blanks, in quotes or with brackets, such as `Customers V3`. It is not
 * a path, and does not begin as other words of a sentence do.
 */
const namesEntityOfDualWrite =
  /\bwrites to (?!(?:a|all|an|any|both|each|every|its|many|my|one|our|several|some|that|the|their|these|this|those|your)\b)["'([]{0,3}[\p{L}\d](?:[^/\\]| [/\\] ){0,99}? failed with error message/iu;

function isDualWrite(plain: string): boolean {
  return namesDualWrite.test(plain) || namesEntityOfDualWrite.test(plain);
}

/** `"errorMessage":` */
const keysOfJson = /["']\w{1,40}["']\s?[:=]/g;

/** GUIDs and long numbers in hexadecimal. */
const identifiers =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b(?=[a-f]{0,20}\d)[0-9a-f]{8,64}\b|0x[0-9a-f]{1,16}/gi;

/** `2026-11-20T10:00:00Z [worker-1] sync[312] ERROR`. */
const logPrefix = /^[^a-z]{0,40}(?:(?:\[[^\][]{1,60}\]|\([^()]{1,60}\)|\{[^{}]{1,90}\})[^a-z[({]{0,10}){0,5}/i;

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
