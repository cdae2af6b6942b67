import { once } from '../facts/once.js';
import { type RuleText, ruleTexts } from '../rules/rule-texts.js';
import { topics } from './all-topics.js';
import { type Captures, type Diagnosis, diagnosisOf, listed } from './diagnosis.js';
import { messagesOf } from './health-check-messages.js';
import { mapsIn } from './maps-in.js';
import type { Topic } from './topic.js';

/**
 * Microsoft's codes in a normalized text, in the order in which they appear; undocumented ones pass through. A known code is also one if
 * a blank or a hyphen precedes its number, or letters were read instead of digits, as programs that read pictures write them: the capture
 * `misread` then has it as it was written.
 */
export function codesIn(plain: string): readonly Diagnosis[] {
  return [...saidByCode(plain)].flatMap(([code, { said, written }]) => {
    const topic = topicsByCode().get(code);
    const misread = listed(
      'misread',
      written.map(withoutSeparator).filter((one) => one.toUpperCase() !== code),
    );
    // Codes of map validation are recognized by a signature, with captures, where they are written as they are.
    if (topic !== undefined && !code.startsWith('DW') && written.some((one) => one.toUpperCase() === code)) return [];
    const captures = { ...listsIn(said), ...misread };
    return [topic === undefined ? unknownCode(code, captures) : diagnosisOf(topic, captures)];
  });
}

/** The companies and maps that a normalized text lists after the code of a topic. */
export function listsAfter({ code }: Topic, plain: string): Captures {
  return code === undefined ? {} : listsIn(saidByCode(plain).get(code)?.said ?? '');
}

interface CodeInText {
  /** What follows it, until the next code. */
  readonly said: string;
  /** How it is written, each time. */
  readonly written: readonly string[];
}

function saidByCode(plain: string): ReadonlyMap<string, CodeInText> {
  const byCode = new Map<string, CodeInText>();
  if (!mayHoldCode.test(plain)) return byCode;
  const codes = [...plain.matchAll(writtenCode)].flatMap(({ 0: written, index: start = 0 }) => {
    const code = codeAsMeant(written);
    return code === undefined ? [] : [{ code, written, start }];
  });
  for (const [index, { code, written, start }] of codes.entries()) {
    const before = byCode.get(code);
    const said = plain.slice(start + written.length, codes[index + 1]?.start);
    byCode.set(
      code,
      before === undefined
        ? { said, written: [written] }
        : { said: `${before.said} ; ${said}`, written: [...before.written, written] },
    );
  }
  return byCode;
}

const writtenCode = /(?<![a-z0-9])(?:dw(?:dv|f[o0])ev|d[il1]pv)[ _-]?[\doil]{4}(?![a-z0-9])/gi;

/** What every code contains. */
export const mayHoldCode = /ev\d|d(?:w(?:dv|f[o0])ev|[il1]pv)/i;

/**
 * The code that is written here, in capitals. Where the writing differs from it in more than letter case, it must have a digit and be a
 * code that is known: other words are not read as codes.
 */
export function codeAsMeant(written: string): string | undefined {
  const bare = withoutSeparator(written).toUpperCase();
  if (!likeCode.test(bare)) return undefined;
  const prefix = bare.slice(0, -4).replace('F0', 'FO').replace(/D[L1]/, 'DI');
  const code = prefix + bare.slice(-4).replaceAll('O', '0').replace(/[IL]/g, '1');
  return code === written.toUpperCase() || topicsByCode().has(code) ? code : undefined;
}

const likeCode = /^D(?:W(?:(?:DV|F[O0])EV)?|[IL1]PV)(?=.*\d)[\dOIL]{4}$/;

function withoutSeparator(written: string): string {
  return written.replace(/[\s_-]/g, '');
}

/**
 * The codes of the catalogue as topics: the rule knows what the code means. Codes that are recognized by their messages have
 * topics of their own.
 */
export const healthCheckTopics = /* @__PURE__ */ once((): readonly Topic[] => {
  const own = new Set(topics.flatMap(({ id, code }) => [id, code]));
  return Object.values(ruleTexts)
    .filter(({ code }) => !own.has(code))
    .map(topicOfRule);
});

const topicsByCode = /* @__PURE__ */ once(
  (): ReadonlyMap<string | undefined, Topic> =>
    new Map([...healthCheckTopics(), ...topics].map((topic) => [topic.code, topic])),
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
  const items = [...list.matchAll(/[a-z0-9]{1,4}/gi)].map(([item]) => item);
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
