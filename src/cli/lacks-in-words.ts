import type { FactLack } from '../inputs/facts-of.js';

/** What facts still lack, a line each: first those that something says something about, then the others in one line. */
export function lacksInWords(lacks: readonly FactLack[]): readonly string[] {
  const others = lacks.filter(({ isGiven }) => !isGiven).map(({ fact }) => fact);
  return [
    ...lacks.filter(({ isGiven }) => isGiven).map(({ fact, because }) => `${fact}: ${because}`),
    ...(others.length === 0
      ? []
      : [
          `nothing was given about ${others.join(', ')}; \`urls\` lists the addresses that answer it, as far as there are any`,
        ]),
  ];
}
