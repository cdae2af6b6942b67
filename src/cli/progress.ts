import type { WriteStream } from 'node:tty';
import type { RowProblem } from '../adapters/row-problem.js';
import type { GatherEvent } from '../facts/gather-snapshot.js';
import { visible } from '../reporters/escape.js';

/** Shows how the reading goes: a list that changes in place on a terminal, lines in a log. */
export function showProgress(stream: WriteStream) {
  const isTerminal = stream.isTTY === true && process.env.TERM !== 'dumb';
  const states = new Map<string, string>();
  const remarks: string[] = [];
  let shown = 0;
  return {
    note(event: GatherEvent): void {
      const line = lineOf(event);
      if (line === undefined) return;
      const [fact, state] = line;
      states.set(fact, state);
      if (event.type === 'fact-known' && event.detail !== undefined) remarks.push(`${fact}: ${visible(event.detail)}`);
      if (isTerminal) redraw();
      else if (event.type !== 'fact-started') stream.write(`${fact}: ${state}\n`);
    },
    noteRowProblem({ fact, id, problem }: RowProblem): void {
      remarks.push(`${fact}: row ${visible(id)}: ${visible(problem)}`);
    },
    /** What was noticed along the way comes last, where a list can no longer overwrite it. */
    end(): void {
      for (const remark of new Set(remarks)) stream.write(`${remark}\n`);
    },
  };

  function redraw(): void {
    const width = Math.max(20, stream.columns ?? 80) - 1;
    const lines = [...states].map(([fact, state]) => `${fact}: ${state}`.slice(0, width));
    const upwards = shown === 0 ? '' : `\u001b[${shown}A`;
    stream.write(`${upwards}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    shown = lines.length;
  }
}

function lineOf(event: GatherEvent): readonly [fact: string, state: string] | undefined {
  switch (event.type) {
    case 'fact-started':
      return [event.fact, 'reading …'];
    case 'fact-known':
      return [event.fact, event.coverage === 'partial' ? 'read in part' : 'read'];
    case 'fact-unknown':
      return [
        event.fact,
        `not read (${event.reason})${event.detail === undefined ? '' : `: ${visible(event.detail)}`}`,
      ];
    default:
      return undefined;
  }
}
