import { diagnose, diagnoseBy } from '../src/diagnosis/diagnose.js';
import { topics } from '../src/diagnosis/index.js';
import { compileSignature, matcherOf } from '../src/diagnosis/matcher.js';
import { labeledMessages } from '../test/diagnosis/labeled-messages.js';
import { atLeast, atMost, type Section } from './section.js';
import { inTurns, type Spread, spreadOfRatios } from './spread.js';

/** `diagnose` of the lines of a log, against a plain loop. */
export function diagnosisOfLogs(): Section {
  const { faster, growth } = measureDiagnosis();
  return {
    goals: [
      ...([10, 30] as const).map((percent) =>
        atLeast(
          `every expression on every line of a log against diagnose, ${percent} % of the lines with a message`,
          faster[percent],
          5,
        ),
      ),
      atMost('diagnose of lines four times as long', growth.length, 5),
      atMost('diagnose by four times the topics', growth.topics, 5),
    ],
    text: `## Error texts

A log of 100,000 lines is diagnosed line by line. The plain loop tries every expression on each raw line, and so
recognizes less: it neither unescapes nor unwraps.`,
  };
}

/** What reading a log takes, against a plain loop that tries every expression on every line. */
interface DiagnosisMeasurement {
  /** How many times longer the plain loop takes, with so many lines in a hundred that hold a message. */
  readonly faster: Readonly<Record<10 | 30, Spread>>;
  /** How many times longer four times the length of the lines, and four times the topics, take. */
  readonly growth: { readonly length: Spread; readonly topics: Spread };
}

const size = 100_000;

function measureDiagnosis(): DiagnosisMeasurement {
  const all = matcherOf(topics);
  const expressions = topics.flatMap((topic) =>
    topic.signatures.map((one) => compileSignature(topic, one).all.map(({ find }) => find())),
  );
  const loop = (line: string) => {
    let found = 0;
    for (const parts of expressions) if (parts.every((find) => line.search(find) >= 0)) found += 1;
    return found;
  };
  const faster = (percent: number) => {
    const lines = linesWith(percent);
    return compared([lines, loop], [lines, diagnose]);
  };
  const quarter = matcherOf(topics.filter((_, index) => index % 4 === 0));
  const lines = linesWith(10);
  const short = linesWith(10, 100);
  const long = linesWith(10, 400);
  return {
    faster: { 10: faster(10), 30: faster(30) },
    growth: {
      length: compared([long, diagnose], [short, diagnose]),
      topics: compared([lines, (line) => diagnoseBy(all, line)], [lines, (line) => diagnoseBy(quarter, line)]),
    },
  };
}

/** A log: messages of the labeled ones among lines of everyday traffic; `length` pads every line to so many characters. */
function linesWith(percent: number, length = 0): readonly string[] {
  const messages = labeledMessages.map(({ text }) => text.replace(/\s+/g, ' ')).filter((text) => text.length < 400);
  return Array.from({ length: size }, (_, index) => {
    const start = `2026-11-20T10:00:${String(index % 60).padStart(2, '0')}.${index}Z [worker-${index % 8}]`;
    const line =
      (index * 7919) % 100 < percent
        ? `${start} ERROR ${messages[index % messages.length]}`
        : `${start} INFO GET /api/orders/${index}?company=USMF answered 200 in ${index % 900} ms, 12 records for user ${index % 77}`;
    return length === 0 ? line : line.slice(0, length).padEnd(length, ' lorem ipsum dolor sit amet, consectetur');
  });
}

type Work = readonly [lines: readonly string[], run: (line: string) => unknown];

function compared(one: Work, other: Work): Spread {
  const each = ([lines, run]: Work) => {
    for (const line of lines) run(line);
  };
  return spreadOfRatios(
    inTurns(
      5,
      () => each(one),
      () => each(other),
    ),
  );
}
