/**
 * Ten application errors within a quarter of an hour pause dual-write and tell its administrators; whatever else an HTTP
 * service answers is only reported. The settings are what a file would contain; the ports represent the mail service and for
 * the person or script that pauses.
 */
import { applyAlert, createAlertEvaluator, parseAlertSettings, replayAlerts } from 'dual-write-health/alerts';

const parsed = parseAlertSettings([
  {
    name: 'Maintenance',
    errorTypes: ['Application error'],
    threshold: 10,
    window: { length: 15, unit: 'minutes' },
    recipients: 'dual-write-admins@contoso.com, on-call@contoso.com',
    action: 'pause',
  },
  {
    name: 'Unreachable',
    errorTypes: ['502 Bad Gateway', '503 Service Unavailable', 'Any other HTTP error'],
    threshold: 3,
    window: { length: 1, unit: 'hours' },
    recipients: 'on-call@contoso.com',
  },
]);
if (parsed.isErr()) throw new Error(parsed.error.because);
const settings = parsed.value;

/** An error a minute from ten o'clock on, every fourth one because the other side does not answer. */
const start = Date.parse('2026-11-20T10:00:00Z');
const events = Array.from({ length: 20 }, (_, minute) => ({
  type: minute % 4 === 3 ? '503' : 'Application error',
  at: start + minute * 60_000,
  map: 'Customers V3 (accounts)',
}));

const ports = {
  notify: () => Promise.reject(new Error('the mail service does not answer')),
  pause: () => console.log('  (writes wait in the queue from here on)'),
};

const created = createAlertEvaluator(settings, { latenessMs: 0 });
if (created.isErr()) throw new Error(created.error.because);
for (const event of events) {
  for (const alert of created.value.add(event).fired) {
    console.log(`${alert.at} ${alert.setting.name}: ${alert.count} errors since ${alert.since}`);
    // A notification that fails keeps nobody from pausing, and is told.
    for (const result of (await applyAlert(alert, ports)).steps) console.log(`  ${result.step}: ${result.status}`);
  }
}

const lastWeek = replayAlerts(settings, events);
if (lastWeek.isErr()) throw new Error(lastWeek.error.because);
for (const { name, fired, largest } of lastWeek.value.alerts) {
  console.log(`${name} would have fired ${fired} times; its window held ${largest?.count ?? 0} errors at most`);
}
