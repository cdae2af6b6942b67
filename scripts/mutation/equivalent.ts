/** Mutants that no test can find, since the program does the same with them. */
export interface Equivalent {
  readonly file: string;
  readonly because: string;
  /** What the code says and what the mutant says instead; of several that say the same, which one, from 1. */
  readonly mutants: readonly (readonly [original: string, replacement: string, occurrence?: number])[];
}

export const equivalent: readonly Equivalent[] = [
  {
    file: 'src/adapters/odata/authentication.ts',
    because: 'the name of a policy only has to differ from the others',
    mutants: [["'authentication'", '""']],
  },
  {
    file: 'src/adapters/odata/authentication.ts',
    because:
      'neither the text in place of a header nor the word undefined is a challenge or base64, and what has no end returns undefined',
    mutants: [
      ["''", '"Stryker was here!"'],
      ['encoded === undefined', 'false'],
      ['{\n    return undefined; // not base64: the token is requested again without them\n  }', '{}'],
    ],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'the name of a policy only has to differ from the others',
    mutants: [["'body'", '""']],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'the text in place of a header names no character set',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/adapters/odata/body.ts',
    because: 'decoding nothing throws, and what throws here is not read either',
    mutants: [['bytes === undefined', 'false', 2]],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'without it, the policy for forms does nothing but load code: no request has a body',
    mutants: [['{ name: formDataPolicyName }', '{}']],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'the policy is the last of those without a phase, which come just before that phase',
    mutants: [
      ["{ phase: 'Retry' }", '{}'],
      ["'Retry'", '""'],
    ],
  },
  {
    file: 'src/adapters/odata/connect.ts',
    because: 'the text in place of a header or a body is not a type, a page or JSON either',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/adapters/odata/entra-refusal.ts',
    because: 'the text in place of nothing holds no code',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/adapters/odata/failure-of-response.ts',
    because: 'the text in place of nothing is not what is looked for, and what has no end returns undefined',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ["''", '"Stryker was here!"', 2],
      ['{\n    return undefined; // HTML, or nothing\n  }', '{}'],
    ],
  },
  {
    file: 'src/adapters/odata/proxy.ts',
    because: 'the variable is one that has a value: the types need an answer for the rest',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/adapters/odata/proxy.ts',
    because:
      'of a match, the first place is not looked at; an address in words has no bits; undefined is not true either',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['{\n    return false;\n  }', '{}'],
      ["''", '"Stryker was here!"', 5],
      ['[]', '["Stryker was here"]', 2],
    ],
  },
  {
    file: 'src/adapters/odata/retry.ts',
    because: 'the name of a strategy is not looked at',
    mutants: [["'reads'", '""']],
  },
  {
    file: 'src/adapters/odata/retry.ts',
    because:
      'there is a response or an error, and neither undefined nor the text in place of a code says anything: the types need them',
    mutants: [
      ['responseError?.statusCode', 'responseError.statusCode'],
      ['responseError?.code', 'responseError.code'],
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
    ],
  },
  {
    file: 'src/adapters/odata/rows.ts',
    because: 'what is not needed is left out, which takes longer and is not seen',
    mutants: [["'kept'", '""']],
  },
  {
    file: 'src/adapters/odata/status-of-error.ts',
    because: 'the text in place of nothing is not an error that is known',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
    ],
  },
  {
    file: 'src/diagnosis/codes.ts',
    because: 'a shortcut: nothing is found in a text without codes, or after a code that is not there',
    mutants: [
      ['code === undefined', 'false'],
      ["''", '"Stryker was here!"'],
      ['!mayHoldCode.test(plain)', 'false'],
    ],
  },
  {
    file: 'src/diagnosis/codes.ts',
    because: 'every match has a list: the types need an answer for none',
    mutants: [["''", '"Stryker was here!"', 3]],
  },
  {
    file: 'src/diagnosis/diagnose-lines.ts',
    because: 'a shortcut: of a long record, what is not shown is not scrubbed',
    mutants: [['text.slice(0, 2 * exampleLength)', 'text']],
  },
  {
    file: 'src/diagnosis/diagnose.ts',
    because: 'a shorter way to the same result: plain text stays as it is, and what is not there is not found',
    mutants: [
      ['worthTrying.length === 0 && !mayHoldMore.test(early)', 'false'],
      ['early === text', 'true'],
      ['problems.length === 0', 'false'],
      ['`${mayHoldCode.source}|${mayHoldWrite.source}`', '``'],
      ['problems.length < 2', 'false'],
    ],
  },
  {
    file: 'src/diagnosis/explain.ts',
    because: 'the text only distinguishes a problem with a code, which has its own, from one without',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/diagnosis/explain.ts',
    because: 'a cause that no outcome was about is not checkable where nothing else is said, and names nothing',
    mutants: [
      ["'not-checkable'", '""'],
      ["'not-checkable'", '""', 2],
    ],
  },
  {
    file: 'src/diagnosis/explained-writes.ts',
    because: 'a shortcut: without writes nothing is inside of one, and what is not a code has no meaning',
    mutants: [
      ['writes.length === 0', 'false'],
      ['write.code === undefined', 'false'],
    ],
  },
  {
    file: 'src/diagnosis/explained-writes.ts',
    because:
      'the last write ends with the text, so that every place comes before the end of one: the types need an answer',
    mutants: [
      ['writes[next]?.end', 'writes[next].end'],
      ['write !== undefined', 'true'],
    ],
  },
  {
    file: 'src/diagnosis/explained-writes.ts',
    because: 'the text in place of nothing is not a write, a status, a privilege or an id',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 3],
      ["''", '"Stryker was here!"', 4],
    ],
  },
  {
    file: 'src/diagnosis/failed-write.ts',
    because: 'a shortcut: without any of these words, no opening is found',
    mutants: [['!mayBeWrite.test(plain)', 'false']],
  },
  {
    file: 'src/diagnosis/failed-write.ts',
    because: 'there is a chain where there is an outer place, and every place has an entity: the types need an answer',
    mutants: [
      ['chain?.push', 'chain.push'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/diagnosis/finding-index.ts',
    because: 'only the other two relations are looked at',
    mutants: [["'other'", '""']],
  },
  {
    file: 'src/diagnosis/maps-in.ts',
    because: 'every form names both sides, and forms without names are left out: the types need an answer',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ['[]', '["Stryker was here"]', 2],
      ['a?.index', 'a.index'],
      ['b?.index', 'b.index'],
    ],
  },
  {
    file: 'src/diagnosis/matcher.ts',
    because:
      'a shorter way to the same result: a text must have all words of a signature, whichever of them is looked for first',
    mutants: [
      [
        'all.flatMap((part) => part.words).sort((a, b) => tellingOf(b) - tellingOf(a))',
        'all.flatMap(part => part.words)',
      ],
      ['(a, b) => tellingOf(b) - tellingOf(a)', '() => undefined'],
      ['tellingOf(b) - tellingOf(a)', 'tellingOf(b) + tellingOf(a)'],
      ['anchors.sort((a, b) => b.length - a.length)', 'anchors'],
      ['(a, b) => b.length - a.length', '() => undefined'],
      ['b.length - a.length', 'b.length + a.length', 2],
      ['{\n  return everyday.has(word) ? word.length / 100 : word.length;\n}', '{}'],
      ['word.length / 100', 'word.length * 100'],
      [
        "'access already before changes check code company connection contacts customer dataverse different disabled enabled '",
        '""',
      ],
      [
        "'environment error exceeded exist existing export failed filled format from must occurred operation operations project related '",
        '""',
      ],
      ["'string that validation with '", '""'],
      [
        "'filter found health import includes invalid item link live location message missing module multiple nothing number open page '",
        '""',
      ],
      [
        "'party query range record request requests resource response returned returns server success supports table token type '",
        '""',
      ],
      ["'unable used value values version'", '""'],
      ["' '", '""'],
    ],
  },
  {
    file: 'src/diagnosis/named-things.ts',
    because: 'every form names an entity: the types need an answer for none',
    mutants: [
      ['entity?.trim', 'entity.trim'],
      ['[]', '["Stryker was here"]', 8],
    ],
  },
  {
    file: 'src/diagnosis/normalize.ts',
    because: 'a shortcut: a text that has not changed does not change again, and plain characters stay as they are',
    mutants: [
      ['plain === before', 'false'],
      ['hasOddCharacters(plain)', 'true'],
    ],
  },
  {
    file: 'src/diagnosis/problem.ts',
    because: 'a topic has a cause and somebody who can act: the types need an answer for none',
    mutants: [['first === undefined', 'false']],
  },
  {
    file: 'src/diagnosis/untranslated.ts',
    because: 'a shortcut: the expression has the word without which it is not tried',
    mutants: [["'ax'", '""']],
  },
  {
    file: 'src/diagnosis/untranslated.ts',
    because: 'expressions of topics are built again, with flags that are the same for all',
    mutants: [["'i'", '""']],
  },
  {
    file: 'src/engine/evaluate.ts',
    because:
      'every planned rule has an outcome, and what blocks a rule comes before it: the types need an answer for none',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['outcome?.severity', 'outcome.severity'],
    ],
  },
  {
    file: 'src/engine/judge.ts',
    because:
      'facts that a rule needs are known when it judges, and a fact that is not known has no coverage: the types need the question',
    mutants: [
      ["fact.status === 'known'", 'true', 2],
      ["fact.status === 'known'", 'true', 3],
    ],
  },
  {
    file: 'src/engine/judge.ts',
    because:
      'no property has this name, and none begins with a capital letter: a fact still comes before its properties',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/engine/nearest.ts',
    because: 'counts one more only for names that are equal, which are at no distance from each other',
    mutants: [['length < a.length', 'length <= a.length']],
  },
  {
    file: 'src/evaluate-snapshot.ts',
    because: 'names that are not names of facts are not in a report',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/facts/error-type.ts',
    because:
      'the documented types have three digits, a space and words, or no digits at all; what is left out of a match is not read',
    mutants: [
      ['/^(\\d{3}) (.+)$/', '/(\\d{3}) (.+)$/'],
      ['/^(\\d{3}) (.+)$/', '/^(\\d{3}) (.+)/'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/facts/error-type.ts',
    because:
      'a shorter way to the same result: letters find what the exact spelling finds, and all characters are replaced',
    mutants: [
      ['exact !== undefined', 'false'],
      ['/[^\\p{L}\\p{N}]+/gu', '/[^\\p{L}\\p{N}]/gu'],
    ],
  },
  {
    file: 'src/facts/error-type.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [["''", '"Stryker was here!"', 3]],
  },
  {
    file: 'src/facts/fact.ts',
    because: 'a fact that is unknown has no value',
    mutants: [["fact.status === 'known'", 'true']],
  },
  {
    file: 'src/facts/gather-snapshot.ts',
    because:
      'the types do not know that every wanted fact has a reader and an answer, and that whole numbers are numbers',
    mutants: [
      ['answers.get(name)?.status', 'answers.get(name).status'],
      ['reader === undefined', 'false'],
      ["typeof value === 'number'", 'true', 2],
    ],
  },
  {
    file: 'src/facts/gather-snapshot.ts',
    because: 'calling no listener throws, which is caught like what a listener throws',
    mutants: [['onEvent?.(event)', 'onEvent(event)']],
  },
  {
    file: 'src/facts/gather-snapshot.ts',
    because: 'a detail that is `undefined` is none',
    mutants: [['detail === undefined', 'false']],
  },
  {
    file: 'src/facts/instant.ts',
    because:
      'shorter ways to the same result: no month ends before its 28th day, and the expression reads every fraction',
    mutants: [
      ['day <= 28', 'false'],
      ['day <= 28', 'day < 28'],
      ["text[text.length - 1] === 'Z'", 'false'],
      ['text.length - 1', 'text.length + 1'],
      ["'Z'", '""'],
      [
        "{\n    if (text.length === 20) return 0;\n    const [tens, ones] = [two(text, 20), two(text, 21)];\n    if (text.length === 24 && text[19] === '.' && tens + ones < notDigits) return 10 * tens + (ones % 10);\n  }",
        '{}',
      ],
      ['text.length === 20', 'false'],
      ['[two(text, 20), two(text, 21)]', '[]'],
      ["text.length === 24 && text[19] === '.' && tens + ones < notDigits", 'false'],
      ["'.'", '""'],
    ],
  },
  {
    file: 'src/facts/instant.ts',
    because: 'the whole match is not looked at, and a sum is as odd as the difference',
    mutants: [
      ["''", '"Stryker was here!"', 2],
      ['month + Math.floor(month / 8)', 'month - Math.floor(month / 8)'],
    ],
  },
  {
    file: 'src/facts/keys.ts',
    because: 'keys are in lower case, so that the text in place of no stem is not the stem of one',
    mutants: [["''", '"Stryker was here!"', 4]],
  },
  {
    file: 'src/facts/parse-json-text.ts',
    because:
      'only lines are distinguished, and the place is looked for only where `JSON.parse` found a fault in the text',
    mutants: [
      ["'document'", '""'],
      ['position === undefined', 'false'],
      ['(error) => error', '() => undefined'],
      ['at < text.length', 'at <= text.length'],
      ["'nothing'", '""'],
    ],
  },
  {
    file: 'src/facts/parse-json-text.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/facts/parse-with.ts',
    because: 'the types need an answer: an alternative that does not fit says why',
    mutants: [
      ['first?.message', 'first.message'],
      ['[]', '["Stryker was here"]'],
    ],
  },
  {
    file: 'src/facts/parse-with.ts',
    because: 'what is not of the kind of an alternative has this one issue',
    mutants: [
      [
        "issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys')",
        "issues.some(({\n  path,\n  code\n}) => path.length > 0 || code === 'unrecognized_keys')",
      ],
    ],
  },
  {
    file: 'src/facts/quick-parser.ts',
    because: 'what is counted is only asked for where extras are dropped',
    mutants: [["extras === 'dropped'", 'true']],
  },
  {
    file: 'src/facts/quick-parser.ts',
    because: 'a shorter way to the same result: zod says whether it changes a value, and most own properties have one',
    mutants: [
      ["def.type === 'string' || def.type === 'number'", 'true'],
      ['property !== undefined', 'false'],
    ],
  },
  {
    file: 'src/facts/read-fact.ts',
    because: 'an answer that was checked passes again: it only takes longer',
    mutants: [['checked.get(answer) === name', 'false']],
  },
  {
    file: 'src/facts/scrub.ts',
    because: 'a shorter way to the same result: no pattern fits a text without any of these words and signs',
    mutants: [['!mayBeConfidential.test(text)', 'false']],
  },
  {
    file: 'src/facts/tail-of.ts',
    because: 'other numbers that are as good; the last characters of that text contain a blank, so its tail is 0 too',
    mutants: [
      ['unit < 0x21', 'unit <= 0x21'],
      ['tail * 101 + (unit | 0x20)', 'tail * 101 - (unit | 0x20)'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/facts/version-number.ts',
    because:
      'the types need an answer: no version is not a version, and a version has four parts at most, of which the third may lack',
    mutants: [
      ["''", '"Stryker was here!"'],
      ['part < 4', 'part <= 4'],
      ['[]', '["Stryker was here"]'],
      ['version === undefined', 'false'],
    ],
  },
  {
    file: 'src/govern/govern.ts',
    because: 'a shorter way to the same result: marking with nothing that is accepted changes nothing',
    mutants: [['accepted.size === 0', 'false']],
  },
  {
    file: 'src/govern/govern.ts',
    because:
      'a failed outcome has at least one finding, and every fingerprint has a code: the types need an answer for the rest',
    mutants: [
      ['first === undefined', 'false'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/govern/govern.ts',
    because: 'the text that is in the list in place of nothing is not a fingerprint',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'the copy has one more key, which is undefined: reports and JSON leave it out',
    mutants: [
      ['accepted === undefined', 'false'],
      ['accepted === undefined', 'false', 2],
    ],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'splitting gives at least one piece: the types need a value for none',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/govern/suppression.ts',
    because: 'what is before a day is found when the day is compared with the calendar',
    mutants: [
      ['/^\\d{4}-\\d{2}-\\d{2}$/', '/\\d{4}-\\d{2}-\\d{2}$/'],
      [
        '/^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})$/',
        '/\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})$/',
      ],
    ],
  },
  {
    file: 'src/inputs/code-page.ts',
    because:
      'there is always a page; what is behind the last byte is taken for ASCII; and bytes are counted modulo 256',
    mutants: [
      ['best === undefined', 'false'],
      ['index < bytes.length', 'index <= bytes.length'],
      ['index + 128', 'index - 128'],
    ],
  },
  {
    file: 'src/inputs/code-page.ts',
    because: 'Shift-JIS has no character that begins with the byte 0xa0',
    mutants: [['byte < 0xa0', 'byte <= 0xa0']],
  },
  {
    file: 'src/inputs/json-chunks.ts',
    because: 'a name begins again before it is compared, and only the names that a path can have are',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ["''", '"Stryker was here!"'],
      ['depth <= path.length', 'true'],
      ['depth <= path.length', 'true', 2],
      ['depth <= path.length', 'true', 3],
      ['depth > path.length', 'false'],
      ['arrayDepth !== undefined', 'true'],
    ],
  },
  {
    file: 'src/inputs/json-chunks.ts',
    because: 'of an item that is left out, nothing is given, whatever was kept of it',
    mutants: [
      ['!isItemDropped', 'true'],
      ["''", '"Stryker was here!"', 6],
    ],
  },
  {
    file: 'src/inputs/json-chunks.ts',
    because: 'it only keeps the memory for a name small',
    mutants: [
      ['`${name}${text.slice(nameStart, place)}`.slice(0, longestName)', '`${name}${text.slice(nameStart, place)}`'],
      ['`${name}${text.slice(nameStart)}`.slice(0, longestName)', '`${name}${text.slice(nameStart)}`'],
    ],
  },
  {
    file: 'src/inputs/json-lines-reader.ts',
    because: 'of several lines, only the first one and their number are said',
    mutants: [['first + place', 'first - place']],
  },
  {
    file: 'src/inputs/kinds/activity-log.ts',
    because: 'only a known fact passes the schema, which takes longer',
    mutants: [
      ["!isRecord(body) || body.status !== 'known'", 'false'],
      ["body.status !== 'known'", 'false'],
    ],
  },
  {
    file: 'src/inputs/kinds/alert-settings.ts',
    because: 'only a known fact passes the schema, which takes longer',
    mutants: [["body.status !== 'known'", 'false']],
  },
  {
    file: 'src/inputs/kinds/report.ts',
    because: 'what is not there does not pass the schema, which takes longer',
    mutants: [["!('explanations' in value)", 'false']],
  },
  {
    file: 'src/inputs/kinds/snapshot.ts',
    because:
      'the quick check knows the same snapshots, which a property compares; the workbench is built without it, and a browser tries that',
    mutants: [
      ['whole.isOk()', 'false'],
      ["{ kind: 'snapshot', snapshot: whole.value, lacks: [] }", '{}'],
      ["'snapshot'", '""', 2],
      ['[]', '["Stryker was here"]', 2],
    ],
  },
  {
    file: 'src/inputs/kinds/sync-errors.ts',
    because: 'it is set with the first row that is counted, and only then shown',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/inputs/kinds/table-metadata.ts',
    because: 'no entity has that name',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/inputs/recognize-large.ts',
    because: 'what is not looked at yet is held, and looked at with the next part or at the end',
    mutants: [['size >= enoughToTell', 'size > enoughToTell']],
  },
  {
    file: 'src/inputs/recognize-large.ts',
    because: 'there is no reader without a decoder',
    mutants: [['decoder !== undefined', 'true']],
  },
  {
    file: 'src/inputs/recognize-maps.ts',
    because: 'what has no text is not JSON either',
    mutants: [["decoded.type !== 'text'", 'false']],
  },
  {
    file: 'src/inputs/recognize.ts',
    because:
      'what is not JSON does not begin like it; without an end, nothing is cut out; and the text in place of nothing is neither a tag nor a name',
    mutants: [
      ["read.type === 'broken'", 'true'],
      ['end !== undefined', 'true'],
      ["''", '"Stryker was here!"', 2],
      ["''", '"Stryker was here!"', 3],
      ["''", '"Stryker was here!"', 4],
    ],
  },
  {
    file: 'src/reporters/escape.ts',
    because: 'a shorter way to the same result: the characters that are left out are not among the first ones',
    mutants: [['text.slice(0, 2 * limit + 2)', 'text']],
  },
  {
    file: 'src/reporters/escape.ts',
    because: 'a shorter way to the same result: what is not known to be printable is searched, which takes longer',
    mutants: [
      ['isPrintableAscii(json)', 'false'],
      [
        "{\n  const encoder = new TextEncoder();\n  const bytes = new Uint8Array(Math.min(json.length, 16_384));\n  for (let start = 0; start < json.length; start += bytes.length) {\n    const part = json.slice(start, start + bytes.length);\n    const { read, written } = encoder.encodeInto(part, bytes);\n    if (read < part.length || written > part.length) return false;\n  }\n  return !json.includes('\\x7f');\n}",
        '{}',
      ],
      ['Math.min(json.length, 16_384)', 'Math.max(json.length, 16_384)'],
      ['json.slice(start, start + bytes.length)', 'json'],
      ['read < part.length || written > part.length', 'true'],
      ['read < part.length', 'read <= part.length'],
      ['written > part.length', 'written >= part.length'],
      ['written > part.length', 'written <= part.length'],
      ["'\\x7f'", '""'],
    ],
  },
  {
    file: 'src/reporters/escape.ts',
    because: 'splitting keeps the words as well as what is between them, so that either of them may be the separator',
    mutants: [['/([^ `|()<>"\',;]+)/', '/([ `|()<>"\',;]+)/']],
  },
  {
    file: 'src/reporters/to-html.ts',
    because: 'a text among the blocks is not a block, and nothing is shown of it',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/reporters/to-markdown.ts',
    because: 'the text in place of no address is not an address either',
    mutants: [["''", '"Stryker was here!"', 3]],
  },
  {
    file: 'src/reporters/words.ts',
    because: 'of a match, the first place is not looked at',
    mutants: [['[]', '["Stryker was here"]', 2]],
  },
  {
    file: 'src/rules/api-hub-connection/link-connections.ts',
    because:
      'a link for which this is open may work without connections, and then no rule looks at those that may be its own',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/rules/business-unit/default-team-name-mismatch.ts',
    because: 'a finding about a name always has the name of the team: the type says that others have none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/business-unit/judge-default-teams.ts',
    because: 'the rules say that the unit is gone before they judge: the types need an answer',
    mutants: [
      ["mapped.state === 'gone'", 'false'],
      ["'gone'", '""'],
    ],
  },
  {
    file: 'src/rules/business-unit/mapped-business-unit.ts',
    because: 'only the other two states are requested',
    mutants: [["'found'", '""']],
  },
  {
    file: 'src/rules/business-unit/owning-teams.ts',
    because: 'a shortcut: teams that own nothing are left out again later, and no team has a blank id or this one',
    mutants: [
      ['teams.length <= synced.length', 'true'],
      ['teams.length <= synced.length', 'false'],
      ['teams.length <= synced.length', 'teams.length < synced.length'],
      ['teams.length <= synced.length', 'teams.length > synced.length'],
      ['teams.filter(({ id }) => owners.has(guidKey(id)))', 'teams'],
    ],
  },
  {
    file: 'src/rules/companies.ts',
    because:
      'shortcuts: what is not left out by its tail, or not known to have one row, is looked at, with the same result',
    mutants: [
      ['companies.every(isActive)', 'false'],
      ["''", '"Stryker was here!"', 4],
      ["''", '"Stryker was here!"', 6],
      ['place - 1', 'place + 1'],
    ],
  },
  {
    file: 'src/rules/map-design/column-behind.ts',
    because: 'a field of finance and operations that is there was found by its name before its path is followed',
    mutants: [["'column'", '""']],
  },
  {
    file: 'src/rules/map-design/filter-fault.ts',
    because:
      'both dialects say the same where there is no backslash, and nothing is at fault where the first finds nothing',
    mutants: [
      ["fault === undefined || !text.includes('\\\\')", 'false'],
      ["fault === undefined || !text.includes('\\\\')", "fault === undefined && !text.includes('\\\\')"],
      ['fault === undefined', 'false'],
      ["'\\\\'", '""'],
    ],
  },
  {
    file: 'src/rules/map-design/filter-fault.ts',
    because: 'only of an operator it is said what it is, and the piece before the first one is none',
    mutants: [
      ["{ role: undefined, said: '', position: 0 }", '{}'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/rules/map-design/integration-key-no-alternate-key.ts',
    because: 'a column with an unknown form has the same name in both keys that are compared',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/integration-keys.ts',
    because: 'behind the last dot of a lookup there is always a column',
    mutants: [["path.type === 'column'", 'true']],
  },
  {
    file: 'src/rules/map-design/integration-keys.ts',
    because: 'neither the text in place of a missing type nor no text is the type of a lookup',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/judge-lookups.ts',
    because: 'no table has the text in place of a name',
    mutants: [['[]', '["Stryker was here"]', 8]],
  },
  {
    file: 'src/rules/map-design/judge-maps.ts',
    because:
      'a verdict that says neither that the rule does not apply nor that facts are not provided is taken as judged',
    mutants: [["'judged'", '""']],
  },
  {
    file: 'src/rules/map-design/key-column-optional.ts',
    because: 'no column has the text in place of a name, and a column that is not there is open',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/key-mappings.ts',
    because: 'no key has the text in place of a name as a column',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/mandatory-field-unmapped.ts',
    because: 'neither the text in place of a missing type nor no text is the type of an id',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/mandatory-field-without-default.ts',
    because: 'of the other transforms only a constant has a default value, and that is asked before',
    mutants: [["transform.type === 'value-map'", 'true']],
  },
  {
    file: 'src/rules/map-design/read-filter.ts',
    because: 'what may be either only has to differ from a condition and from a value',
    mutants: [
      ["'either'", '""'],
      ["'either'", '""', 2],
      ["'either'", '""', 3],
    ],
  },
  {
    file: 'src/rules/map-design/read-filter.ts',
    because: 'no other token has the text of an operator',
    mutants: [
      ["current.kind === 'operator'", 'true'],
      ["current.kind === 'operator'", 'true', 2],
    ],
  },
  {
    file: 'src/rules/map-design/read-filter.ts',
    because: 'once the form is not known, nothing that is read changes that',
    mutants: [
      ['!isLost', 'true'],
      ["{ kind: 'end', text: '' }", '{}'],
      ["'end'", '""', 3],
      ["''", '"Stryker was here!"', 4],
    ],
  },
  {
    file: 'src/rules/map-design/read-filter.ts',
    because: 'a token has both a kind and a text, or neither',
    mutants: [
      ['[]', '["Stryker was here"]', 3],
      ['kind === undefined || said === undefined', 'kind === undefined && said === undefined'],
      ['kind === undefined', 'false'],
      ['said === undefined', 'false'],
    ],
  },
  {
    file: 'src/rules/map-design/read-filter.ts',
    because: 'what is not a token only has to differ from all tokens, and has no text that counts',
    mutants: [
      ["'unknown'", '""'],
      ["''", '"Stryker was here!"', 3],
    ],
  },
  {
    file: 'src/rules/map-design/read-maps.ts',
    because: 'every map has a subject',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/read-maps.ts',
    because: 'every form has a place among the counts, and there is a last one',
    mutants: [
      ['counts[at]?.get', 'counts[at].get'],
      ['form?.(map)', 'form(map)'],
    ],
  },
  {
    file: 'src/rules/map-design/tables.ts',
    because: 'the text in place of a row is of neither side',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/rules/map-design/tables.ts',
    because: 'there is always a name to choose',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/value-kinds.ts',
    because: 'neither the text in place of a missing type nor no text is a type',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/map-design/written-side.ts',
    because: 'no column has the text in place of a name',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/operations/alert-setting-inert.ts',
    because: 'neither the text in place of a missing time nor no text is a time',
    mutants: [
      ["''", '"Stryker was here!"'],
      ["''", '"Stryker was here!"', 2],
    ],
  },
  {
    file: 'src/rules/operations/async-core-outdated.ts',
    because: 'whether a core without a version that can be read is older is not known either',
    mutants: [['core.highest === undefined', 'false']],
  },
  {
    file: 'src/rules/operations/map-activity.ts',
    because: 'neither the text in place of a missing time nor no text is a time',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/operations/map-version-below-minimum.ts',
    because: 'the version in a finding is one that was read',
    mutants: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/rules/operations/sync-error-groups.ts',
    because: 'a job is here because of an error, which names it',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/prerequisites/judge-solution.ts',
    because: 'whether a solution without a version that can be read is older is not known either',
    mutants: [['installed.highest === undefined', 'false']],
  },
  {
    file: 'src/rules/role-standing.ts',
    because: 'no template has this text as its id',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/stale-configuration/company-duplicate-or-blank.ts',
    because: 'blank names are not looked up among the shared ones',
    mutants: [["''", '"Stryker was here!"', 2]],
  },
  {
    file: 'src/rules/stale-configuration/company-duplicate-or-blank.ts',
    because: 'a shortcut: a company that is not known to be fine is judged, with the same result',
    mutants: [
      [
        "({ code, name }: Facts['companies'][number]) =>\n      !isBlank(code) && !isBlank(name) && !shared.has(nameKey(name))",
        '() => undefined',
      ],
      ['!isBlank(code) && !isBlank(name) && !shared.has(nameKey(name))', 'false'],
      ['!isBlank(code)', 'isBlank(code)'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/dataverse-company-mismatch.ts',
    because: 'linked companies have codes: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/stale-configuration/finops-configuration-stale.ts',
    because: 'a shortcut: nothing of nothing is without a project',
    mutants: [['fields.length === 0', 'false']],
  },
  {
    file: 'src/rules/stale-configuration/map-application-outdated.ts',
    because: 'any word says that there is nothing to report, and nobody reads which one',
    mutants: [["'new-enough'", '""']],
  },
  {
    file: 'src/rules/stale-configuration/map-application-outdated.ts',
    because: 'the texts of the two versions were made of versions: the types need a value for others',
    mutants: [
      ['[]', '["Stryker was here"]'],
      ['[]', '["Stryker was here"]', 2],
    ],
  },
  {
    file: 'src/rules/stale-configuration/map-dependency-off.ts',
    because: 'what is neither `runs` nor `unknown` counts as `off`',
    mutants: [["'off'", '""', 3]],
  },
  {
    file: 'src/rules/stale-configuration/map-solution-outdated.ts',
    because: 'two versions that are equal in numbers and length are the same text',
    mutants: [['difference < 0', 'difference <= 0']],
  },
  {
    file: 'src/rules/stale-configuration/map-solution-outdated.ts',
    because: 'where no version can be read, none is certain: the types need the question',
    mutants: [['found.highest === undefined', 'false']],
  },
  {
    file: 'src/rules/stale-configuration/match-rows.ts',
    because: 'shortcuts: what was found is kept to be found sooner, and what was not kept is found again',
    mutants: [
      ['rank === undefined', 'true'],
      ['known !== undefined', 'false'],
      ['entries.length > 0', 'true'],
      ['entries.length > 0', 'false'],
      ['entries.length > 0', 'entries.length >= 0'],
      ['entries.length > 0', 'entries.length <= 0'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/match-rows.ts',
    because: 'every map that is requested was indexed: the types need an answer for others',
    mutants: [
      [
        'byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable))?.isMatched',
        'byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable)).isMatched',
      ],
      ['byPair.get(nameKey(map.finopsEntity))?.get', 'byPair.get(nameKey(map.finopsEntity)).get'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/project-findings.ts',
    because: 'shortcuts: what is left out here is not looked up later, and the same is worked out again',
    mutants: [
      ['projects.size === 0', 'false'],
      ['!mayBeIn(row.projectName)', 'false'],
      ['projects.has(key)', 'true'],
      ['all.length === 1', 'false'],
      ['texts.length < 2', 'false'],
    ],
  },
  {
    file: 'src/rules/stale-configuration/project-findings.ts',
    because: 'a project with a problem has at least one row: the types need a value for none',
    mutants: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/rules/stale-configuration/project-index.ts',
    because: 'a shortcut: in an index without projects nothing is found',
    mutants: [
      ['() => byKey.size === 0', '() => undefined'],
      ['byKey.size === 0', 'false'],
    ],
  },
  {
    file: 'src/rules/verdict.ts',
    because: 'a shortcut: one finding put together is that finding',
    mutants: [['group.length === 1', 'false']],
  },
];
