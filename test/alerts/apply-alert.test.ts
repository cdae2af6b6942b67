import { describe, expect, test } from 'vitest';
import { type AlertPorts, applyAlert, type FiredAlert } from '../../src/alerts/index.js';
import { evaluatorOf, settingWith } from './setting.js';

function fire(over: Parameters<typeof settingWith>[0] = {}): FiredAlert {
  const [alert] = evaluatorOf([settingWith({ ...over, threshold: 1 })]).add({
    type: 'Application error',
    at: 0,
  }).fired;
  if (alert === undefined) throw new Error('nothing fired');
  return alert;
}

function recording(over: AlertPorts = {}) {
  const called: string[] = [];
  const port = (name: string) => async () => void called.push(name);
  const ports: AlertPorts = { notify: port('notify'), pause: port('pause'), stop: port('stop'), ...over };
  return { called, ports };
}

describe.each([
  ['pause', ['admins@contoso.com'], ['pause', 'notify']],
  ['stop', ['admins@contoso.com'], ['stop', 'notify']],
  ['none', ['admins@contoso.com'], ['notify']],
  ['pause', [], ['pause']],
  ['none', [], []],
] as const)('the action %s with recipients %j', (action, recipients, expected) => {
  test(`calls ${expected.join(', ')}`, async () => {
    const { called, ports } = recording();
    expect(await applyAlert(fire({ action, recipients }), ports)).toEqual({
      name: 'Maintenance',
      at: '1970-01-01T00:00:00.000Z',
      steps: expected.map((step) => ({ step, status: 'done' })),
    });
    expect(called).toEqual(expected);
  });
});

const words = (reason: unknown) => async () => {
  throw reason;
};
test.each([
  ['pause rejects', { pause: words(new Error('no such map')) }, ['failed', 'done'], 'no such map'],
  ['pause throws', { pause: () => JSON.parse('{') }, ['failed', 'done'], 'JSON'],
  ['notify rejects', { notify: words(new Error('to jane@contoso.com')) }, ['done', 'failed'], 'to [email]'],
  ['both reject', { pause: words('one'), notify: words('two') }, ['failed', 'failed'], 'one'],
  ['what is thrown has no words', { notify: words(Object.create(null)) }, ['done', 'failed'], 'no reason given'],
  ['nothing is thrown', { notify: words(undefined) }, ['done', 'failed'], 'undefined'],
  ['pause is not there', { pause: undefined }, ['not-tried', 'done'], 'no-port'],
  ['notify is not there', { notify: undefined }, ['done', 'not-tried'], 'no-port'],
])('%s: the other is tried, and both are told', async (_name, over, statuses, text) => {
  const { steps } = await applyAlert(fire(), recording(over).ports);
  expect(steps.map(({ step, status }) => [step, status])).toEqual([
    ['pause', statuses[0]],
    ['notify', statuses[1]],
  ]);
  expect(JSON.stringify(steps)).toContain(text);
  expect(JSON.stringify(steps)).not.toContain('contoso');
  expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
});

test('a port that hangs keeps the other from nothing, and is unknown once nobody waits', async () => {
  const controller = new AbortController();
  let seen: AbortSignal | undefined;
  const { called, ports } = recording({
    pause: (_alert, { signal }) => {
      seen = signal;
      return new Promise(() => {});
    },
  });
  const applied = applyAlert(fire(), ports, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(called).toEqual(['notify']);
  controller.abort();
  expect((await applied).steps).toEqual([
    { step: 'pause', status: 'unknown', because: 'aborted' },
    { step: 'notify', status: 'done' },
  ]);
  expect(seen?.aborted).toBe(true);
});

test('nothing is called after the signal', async () => {
  const { called, ports } = recording();
  const { steps } = await applyAlert(fire(), ports, { signal: AbortSignal.abort() });
  expect(steps).toEqual([
    { step: 'pause', status: 'not-tried', because: 'aborted' },
    { step: 'notify', status: 'not-tried', because: 'aborted' },
  ]);
  expect(called).toEqual([]);
});

test.each([
  [[], ['pause done', 'notify not-tried']],
  [['admins@contoso.com'], ['pause done', 'notify done', 'notify not-tried']],
])('recipients %j of a captured or redacted setting may lack some, which is told', async (recipients, expected) => {
  const { steps } = await applyAlert(fire({ recipients, recipientsKnown: false }), recording().ports);
  expect(steps.map(({ step, status }) => `${step} ${status}`)).toEqual(expected);
  expect(steps.at(-1)).toMatchObject({ because: 'recipients-unknown' });
});
