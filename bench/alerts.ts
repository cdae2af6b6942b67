import type { AlertSetting } from '../src/alerts/index.js';
import { createAlertEvaluator, documentedErrorTypes, type SyncErrorEvent } from '../src/alerts/index.js';
import { atLeast, type Section } from './section.js';
import { inTurns, type Spread, spreadOf, spreadOfRatios } from './spread.js';

/** Events through alert settings. */
export function alerts(): Section {
  const { speed, milliseconds } = measureAlerts();
  const goalOf = (what: string, one: Spread) =>
    atLeast(`speed of a million events through fifty alert settings against a loop that counts, ${what}`, one, 0.5);
  return {
    goals: [
      goalOf('the documented error types', speed.spread),
      goalOf('all of one type', speed.allAlike),
      goalOf('no two alike', speed.allDifferent),
      goalOf('events up to a minute late', speed.late),
    ],
    text: `## Alerts

A million events pass fifty settings in ${milliseconds.ours.toFixed(0)} ms; the loop, which knows no windows and no thresholds, takes ${milliseconds.plain.toFixed(0)} ms.`,
  };
}

/** What a million events through fifty settings take, against one plain loop that checks the type and counts. */
interface AlertsMeasurement {
  /** Our speed as a part of the speed of the plain loop: at least 0.5 is asked for. */
  readonly speed: {
    /** Settings and events spread over the documented error types. */
    readonly spread: Spread;
    /** Every event concerns every setting, and the settings differ in threshold and window only. */
    readonly allAlike: Spread;
    /** Every event concerns every setting, and no two settings ask for the same combination of types. */
    readonly allDifferent: Spread;
    /** As `spread`, with events up to a minute late. */
    readonly late: Spread;
  };
  /** Milliseconds of the plain loop and of the evaluator, as `spread`. */
  readonly milliseconds: { readonly plain: number; readonly ours: number };
}

const eventCount = 1_000_000;
const settingCount = 50;

function measureAlerts(): AlertsMeasurement {
  const spread = settingsOf((index) => [documentedErrorTypes[index % documentedErrorTypes.length] ?? '']);
  const alike = settingsOf(() => ['Application error']);
  const different = settingsOf((index) => ['Application error', `${430 + index}`]);
  const mixed = eventsOf((index) => documentedErrorTypes[(index * 7919) % documentedErrorTypes.length] ?? '');
  const same = eventsOf(() => 'Application error');
  const shuffled = mixed.map((event, index) => ({ ...event, at: Number(event.at) - ((index * 7919) % 60_000) }));

  const compared = (settings: readonly AlertSetting[], events: readonly SyncErrorEvent[], latenessMs = 0) =>
    inTurns(
      11,
      () => countPlainly(settings, events),
      () => run(settings, events, latenessMs),
    );
  const pairs = compared(spread, mixed);
  return {
    speed: {
      spread: spreadOfRatios(pairs),
      allAlike: spreadOfRatios(compared(alike, same)),
      allDifferent: spreadOfRatios(compared(different, same)),
      late: spreadOfRatios(compared(spread, shuffled, 60_000)),
    },
    milliseconds: {
      plain: spreadOf(pairs.map(([plain]) => plain)).median,
      ours: spreadOf(pairs.map(([, ours]) => ours)).median,
    },
  };
}

/** The loop to compare with: for each event and each setting, is it the type, and if so one more. No windows, no thresholds. */
function countPlainly(settings: readonly AlertSetting[], events: readonly SyncErrorEvent[]): number {
  const counters = settings.map(({ errorTypes }) => ({ type: errorTypes[0], count: 0 }));
  for (const event of events) {
    for (const counter of counters) if (counter.type === event.type) counter.count += 1;
  }
  return counters.reduce((sum, { count }) => sum + count, 0);
}

function run(settings: readonly AlertSetting[], events: readonly SyncErrorEvent[], latenessMs = 0): number {
  const evaluator = createAlertEvaluator(settings, { latenessMs })._unsafeUnwrap();
  let fired = 0;
  for (const event of events) fired += evaluator.add(event).fired.length;
  fired += evaluator.finish().length;
  const { accepted } = evaluator.totals();
  if (fired === 0 || accepted !== events.length) throw new Error(`${fired} fired, ${accepted} accepted`);
  return fired;
}

/** Thresholds from 5 to 1,000 and windows from minutes to a day; some are breached now and then, some always, some never. */
function settingsOf(typesOf: (index: number) => readonly string[]): readonly AlertSetting[] {
  return Array.from({ length: settingCount }, (_, index) => ({
    name: `Setting ${index}`,
    enabled: true,
    errorTypes: typesOf(index),
    threshold: [5, 10, 50, 200, 1_000][index % 5] ?? 10,
    window: index % 2 === 0 ? { length: 5 + index, unit: 'minutes' } : { length: 1 + (index % 24), unit: 'hours' },
    recipients: [],
    action: 'none',
  }));
}

/** Bursts and quiet hours over months. */
function eventsOf(typeOf: (index: number) => string): readonly SyncErrorEvent[] {
  let at = Date.UTC(2026, 0, 1);
  return Array.from({ length: eventCount }, (_, index) => {
    at += index % 1_000 === 0 ? 12 * 3_600_000 : (index * 7919) % 30_000;
    return { type: typeOf(index), at, map: 'Customers V3 (accounts)' };
  });
}
