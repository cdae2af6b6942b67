import { once } from '../facts/once.js';
import { type RuleText, ruleTexts } from '../rules/rule-texts.js';
import { topics } from './all-topics.js';
import { type Captures, type Diagnosis, diagnosisOf, listed } from './diagnosis.js';
import { messagesOf } from './health-check-messages.js';
import { mapsIn } from './maps-in.js';
import type { Topic } from './topic.js';

/** Microsoft's codes in a normalized text, in the order in which they appear; undocumented ones pass through. */
export function codesIn(plain: string): readonly Diagnosis[] {
  return [...saidByCode(plain)].flatMap(([code, said]) => {
    const topic = topicsByCode().get(code);
    // Codes of map validation are recognized by a signature, with captures.
    if (topic !== undefined && !code.startsWith('DW')) return [];
    const captures = listsIn(said);
    return [topic === undefined ? unknownCode(code, captures) : diagnosisOf(topic, captures)];
  });
}

/** The companies and maps that a normalized text lists after the code of a topic. */
export function listsAfter({ code }: Topic, plain: string): Captures {
  return code === undefined ? {} : listsIn(saidByCode(plain).get(code) ?? '');
}

/** What follows each code, until the next one. */
function saidByCode(plain: string): ReadonlyMap<string, string> {
  const byCode = new Map<string, string>();
  if (!mayHoldCode.test(plain)) return byCode;
  const matches = [...plain.matchAll(/(?<![a-z0-9])(?:DW(?:DV|FO)EV|DIPV)\d{4}(?![a-z0-9])/gi)];
  for (const [index, { 0: words, index: start = 0 }] of matches.entries()) {
    const code = words.toUpperCase();
    const before = byCode.get(code);
    const said = plain.slice(start + code.length, matches[index + 1]?.index);
    byCode.set(code, before === undefined ? said : `${before} ; ${said}`);
  }
  return byCode;
}

/** What every code contains. */
export const mayHoldCode = /ev\d|dipv\d/i;

/**
 * The codes of the catalogue as topics: the rule knows what the code means. Codes that are recognized by their messages have
 * topics of their own.
 */
export const healthCheckTopics = /* @__PURE__ */ once((): readonly Topic[] => {
  const known = new Set(topics.map(({ id }) => id));
  const ownTopics = new Set(topics.map(({ code }) => code));
  return Object.values(ruleTexts)
    .filter(({ code }) => !known.has(code) && !ownTopics.has(code))
    .map(topicOfRule);
});

const topicsByCode = /* @__PURE__ */ once(
  (): ReadonlyMap<string, Topic> =>
    new Map(
      [...healthCheckTopics(), ...topics].flatMap((topic): [string, Topic][] =>
        topic.code === undefined ? [] : [[topic.code, topic]],
      ),
    ),
);

function topicOfRule(rule: RuleText): Topic {
  const [first] = rule.remediation.options;
  return {
    id: rule.code,
    code: rule.code,
    title: rule.title,
    phase: 'link',
    causes: [rule.meaning],
    performedBy: first.performedBy,
    remediation: rule.remediation,
    rules: [rule.code],
    source: rule.sources[0],
    signatures: messagesOf(rule.code),
  };
}

/** What is known of every code that is not documented. */
export const undocumentedCode: Omit<Diagnosis, 'captures'> = {
  id: 'unknown-code',
  title: 'A code that is not documented',
  phase: 'link',
  causes: ['Microsoft has not documented this code, or it is newer than this version of the library.'],
  performedBy: ['microsoft-support'],
  remediation: {
    summary: 'Look for the code in the current documentation; if it is not documented, ask Microsoft Support.',
    options: [
      {
        title: 'Ask Microsoft Support',
        steps: [
          'Search the documentation of dual-write for the code.',
          'If it is not documented, open a support request with the code, the complete message and the time at which it occurred.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: null,
};

function unknownCode(code: string, captures: Captures): Diagnosis {
  return { ...undocumentedCode, code, title: `${code}: a code that is not documented`, captures };
}

/** The companies and maps that follow a code: lists of codes of up to four characters, and names of maps. */
function listsIn(said: string): Captures {
  const lists = said.matchAll(
    /(?::|=|\bcompan(?:y|ies)|\blegal entit(?:y|ies)|\bare\b|[[(]) ?((?:[a-z0-9]{1,4}\b|[\s,;|•*[\]'"()-])+)/gi,
  );
  const companies = [...lists].flatMap(([, list = '']) => companiesIn(list));
  return { ...listed('companies', companies), ...listed('maps', mapsIn(said)) };
}

/** A single word must be in capitals to count as a company; several can be written in any letter case, but all in the same. */
function companiesIn(list: string): readonly string[] {
  const items = list.match(/[a-z0-9]{1,4}/gi) ?? [];
  const isList = items.length > 1 && /[,;|\]•*]/.test(list);
  const inCapitals = items.some((item) => oneCompany.test(item));
  return items.filter(
    (item) =>
      ((isList && !(inCapitals && /[a-z]/.test(item))) || oneCompany.test(item)) &&
      !notCompanies.has(item.toUpperCase()),
  );
}

const oneCompany = /^(?=.*[A-Z])[A-Z0-9]{2,4}$/;

const notCompanies: ReadonlySet<string> = /* @__PURE__ */ new Set(
  'A AND API ARE ASAP AX BE BUT CDS CE CRM DV EU FNO FO FOR HAD HAS HAVE IN IS NO NOT OF OK ON OR THE TO US WE YES'.split(
    ' ',
  ),
);
