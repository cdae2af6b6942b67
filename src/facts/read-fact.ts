import type { Reader, ReaderContext } from './adapter.js';
import { type Fact, unknown } from './fact.js';
import { issueInWords } from './issues.js';
import { malformedBy } from './parse-with.js';
import { quickParser } from './quick-parser.js';
import { type FactName, type Facts, factEnvelopes } from './schemas.js';
import { errorText, scrub } from './scrub.js';

/** Answers that have already been checked: combined adapters pass them on, and there are many rows. */
const checked = /* @__PURE__ */ new WeakMap<object, FactName>();

/**
 * Runs one reader and checks the shape of its answer. The one `try` around readers: any failure becomes an
 * unknown fact, and error text is scrubbed because it may quote tokens or people.
 */
export async function readFact<Name extends FactName>(
  name: Name,
  reader: Reader<Name>,
  context: ReaderContext,
): Promise<Fact<Facts[Name]>> {
  try {
    const answer = await reader(context);
    if (checked.get(answer) === name) return answer;
    const parsed = quickParser(factEnvelopes()[name], 'dropped')(answer);
    if (parsed.success) {
      checked.set(parsed.data, name);
      return parsed.data;
    }
    return unknown('malformed', scrub(issueInWords(malformedBy(parsed.error).issues[0])));
  } catch (error) {
    return unknown('failed', errorText(error));
  }
}
