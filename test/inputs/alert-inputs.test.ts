import { describe, expect, test } from 'vitest';
import { alertEventsIn } from '../../src/inputs/kinds/alert-events.js';
import { alertSettingsIn, foundAlertSettings } from '../../src/inputs/kinds/alert-settings.js';
import { recognize } from '../../src/inputs/recognize.js';
import { encodings } from '../support/encodings.js';
import { make } from '../support/facts.js';

const setting = make.alertSetting({ name: 'Maintenance é', threshold: 2 });
const captured = {
  ...{ name: 'Maintenance', state: 'Enabled', errorTypes: ['ApplicationError'], action: 'Pause' },
  threshold: { count: 2, interval: 15, unitOfTime: 'Minutes' },
};
const event = { type: '503', at: '2026-11-20T10:00:00Z', map: 'm' };
const lines = (...values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n');

describe.each(encodings)('%s', (_, encode) => {
  test.each([
    ['a list', JSON.stringify([setting])],
    ['one setting', JSON.stringify(setting)],
    ['JSON Lines', lines(setting, { ...setting, name: 'b' })],
    ['an envelope', JSON.stringify({ value: [setting] })],
    ['a list of pages', JSON.stringify([{ value: [setting] }, { value: [{ ...setting, name: 'b' }] }])],
    ['the fact alone', JSON.stringify({ status: 'known', value: [setting] })],
  ])('settings: %s', (_name, text) => {
    const input = recognize(encode(text));
    expect(input).toMatchObject({ kind: 'alert-settings', lacks: [] });
    expect(input).toMatchObject({ settings: text.includes('"b"') ? [setting, { name: 'b' }] : [setting] });
  });

  test.each([
    ['the settings of a connection set', { alertSettings: [captured] }],
    ['its details', { dualWriteDetail: { alertSettings: [captured] } }],
    ['captured ones in a list', [captured]],
    ['of another spelling', { DualWriteDetail: { AlertSettings: [captured] } }],
  ])('settings: %s', (_name, value) => {
    expect(recognize(encode(JSON.stringify(value)))).toMatchObject({
      kind: 'alert-settings',
      settings: [{ name: 'Maintenance', threshold: 2, action: 'pause', recipientsKnown: false }],
      lacks: [],
    });
  });

  test.each([
    ['a list', JSON.stringify([event])],
    ['JSON Lines', lines(event, event)],
    ['an envelope', JSON.stringify({ value: [event] })],
    ['a response of Power Automate', JSON.stringify({ statusCode: 200, body: [event] })],
  ])('events: %s', (_name, text) => {
    const input = recognize(encode(text));
    expect(input).toMatchObject({ kind: 'alert-events', lacks: [] });
    expect(input.kind === 'alert-events' && input.events.every(({ type }) => type === '503')).toBe(true);
  });
});

describe('what is missing is named', () => {
  test.each([
    [
      'a broken one',
      [setting, { ...setting, name: 'b', threshold: 0 }],
      [/^record 2: threshold: expected a whole number/],
    ],
    ['a double name', [setting, setting], ['record 2: name: the same name as another one']],
    ['something else among them', [setting, 7], [/^record 2: expected an object/]],
    ['a type that is not known', [{ ...setting, errorTypes: ['Odd'] }], [/^record 1: errorTypes\[0\]/]],
    [
      'a partial fact',
      { status: 'known', coverage: 'partial', detail: 'two could not be read', value: [setting] },
      ['two could not be read'],
    ],
    ['a page', { value: [setting], '@odata.nextLink': 'https://x.example/?$skiptoken=2' }, [/more rows follow/]],
  ])('settings: %s', (_, value, expected) => {
    const input = alertSettingsIn([value]);
    expect(input?.lacks).toHaveLength(expected.length);
    for (const [index, phrase] of expected.entries()) expect(input?.lacks[index]).toMatch(phrase);
    expect(input?.settings.length).toBeLessThanOrEqual(1);
  });

  test('events: broken ones', () => {
    const input = alertEventsIn([
      [
        event,
        { type: 'Implication error', at: event.at },
        { type: '503', at: 'noon' },
        { at: Number.POSITIVE_INFINITY },
      ],
    ]);
    expect(input?.events).toEqual([event]);
    expect(input?.lacks).toEqual([
      expect.stringMatching(/^record 2: type: .*nearest/),
      expect.stringMatching(/^record 3: at/),
      expect.stringMatching(/^record 4: type/),
    ]);
  });

  test('recipients are not repeated', () => {
    const input = alertSettingsIn([[{ ...setting, recipients: ['ada at contoso'] }]]);
    expect(input?.lacks).toHaveLength(1);
    expect(JSON.stringify(input)).not.toContain('ada');
  });
});

test.each([
  ['thresholds of another product', [{ name: 'cpu', threshold: 80, severity: 2 }]],
  ['a whole connection set', { environments: {}, dualWriteDetail: { alertSettings: [captured] } }],
  ['error events', [event]],
  ['an empty list', []],
  ['an empty fact', { status: 'known', value: [] }],
  ['values', [1, 'x', null]],
  ['a list of something else', { alertSettings: [1, 2] }],
])('%s are not alert settings', (_, value) => {
  expect(alertSettingsIn([value])).toBeUndefined();
});

test.each([
  ['events of another product', [{ type: 'PushEvent', at: '2026-11-20T10:00:00Z' }]],
  ['an activity log', [{ type: 'run', map: 'm', at: '2026-11-20T10:00:00Z' }]],
  ['settings', [setting]],
  ['prototypes', JSON.parse('[{"__proto__":{"type":"503","at":0}}]')],
])('%s are not alert events', (_, value) => {
  expect(alertEventsIn([value])).toBeUndefined();
});

test('alert events are found among a thousand other rows', () => {
  const others = (count: number) => Array.from({ length: count }, () => ({ a: 1 }));
  expect(alertEventsIn([[...others(999), event]])?.events).toEqual([event]);
  expect(alertEventsIn([[...others(1_000), event]])).toBeUndefined();
  expect(alertEventsIn([[event, ...others(1_500)]])?.events).toEqual([event]);
});

describe('settings before they are checked', () => {
  const known = (more: object = {}) => ({ status: 'known', value: [setting], ...more });
  const next = { '@odata.nextLink': 'https://x.example/?$skiptoken=2' };
  const rows = 'more rows follow';

  test.each<[string, readonly unknown[], string, object, readonly string[]]>([
    ['a list', [[setting]], '', {}, []],
    ['a fact', [known()], 'value', {}, []],
    [
      'a partial fact',
      [known({ coverage: 'partial', detail: 'd' })],
      'value',
      { coverage: 'partial', detail: 'd' },
      ['d'],
    ],
    [
      'a partial fact that does not say why',
      [known({ coverage: 'partial' })],
      'value',
      { coverage: 'partial' },
      ['the other alert settings'],
    ],
    ['a fact of another form', [known({ coverage: 'all' })], '', {}, []],
    ['what is not called a fact', [known({ status: 'given' })], '', {}, []],
    ['the settings of a connection set', [{ alertSettings: [setting] }], 'alertSettings', {}, []],
    ['its details', [{ dualWriteDetail: { alertSettings: [setting] } }], 'alertSettings', {}, []],
  ])('%s', (_name, documents, place, coverage, lacks) => {
    expect(foundAlertSettings(documents)).toEqual({
      fact: { status: 'known', value: [setting], ...coverage },
      place,
      lacks,
    });
  });

  test('several facts are all read', () => {
    expect(foundAlertSettings([known(), known()])).toMatchObject({ fact: { value: [setting, setting] }, place: '' });
  });

  test('a page that is missing makes them a part', () => {
    const found = foundAlertSettings([{ value: [setting], ...next }]);
    expect(found).toMatchObject({ fact: { coverage: 'partial' }, lacks: [expect.stringContaining(rows)] });
    expect(found?.fact.detail).toBe(found?.lacks[0]);
  });

  test('a connection set may have none', () => {
    expect(foundAlertSettings([{ alertSettings: [] }])).toEqual({
      fact: { status: 'known', value: [] },
      place: 'alertSettings',
      lacks: [],
    });
  });

  test.each<[string, unknown]>([
    ['something else among them', { alertSettings: [setting, 7] }],
    ['a fact of something else', { status: 'known', value: [{ a: 1 }] }],
    ['a threshold in words', [{ threshold: 'two', errorTypes: [] }]],
    ['a threshold alone', [{ threshold: 2 }]],
    ['what is counted alone', [{ errorTypes: [], window: {} }]],
    ['null', null],
  ])('%s is none', (_name, value) => {
    expect(foundAlertSettings([value])).toBeUndefined();
  });

  test.each<[string, object]>([
    ['a threshold and types', { threshold: 2, errorTypes: [] }],
    ['a threshold and a window', { threshold: 2, window: {} }],
    ['a captured threshold', { threshold: {}, errorTypes: [] }],
  ])('%s is one', (_name, value) => {
    expect(foundAlertSettings([[value]])?.fact.value).toEqual([value]);
  });
});
