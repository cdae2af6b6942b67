import { describe, expect, test } from 'vitest';
import { roleNames, roleStanding } from '../../src/rules/role-standing.js';

const runtime = 'Dual-write runtime user';
const app = 'Dual-write app user';

const standing = (...names: readonly string[]) =>
  roleStanding(
    names.map((name) => ({ name })),
    'least-privilege',
  );

describe('the standing of a holder', () => {
  test.each([
    [[], 'without'],
    [['Salesperson'], 'unconfirmed'],
    [['Basic User'], 'unconfirmed'],
    [[runtime, app], 'unconfirmed'],
    [[runtime, app, runtime, app], 'unconfirmed'],
    [[runtime, 'Salesperson'], 'unconfirmed'],
    [[app, 'Salesperson'], 'unconfirmed'],
    [[runtime, app, 'Salesperson'], 'sufficient'],
    [['Salesperson', 'Basic User', app, runtime], 'sufficient'],
    [['System Administrator'], 'sufficient'],
    [['Basic User', ' system administrator '], 'sufficient'],
    [['System Customizer'], 'unconfirmed'],
  ] as const)('%j is %s', (names, expected) => {
    expect(standing(...names)).toBe(expected);
  });

  test.each([
    'Basic User',
    'Delegate',
    'Environment Maker',
    'Support User',
    'Service Reader',
    'App Opener',
    'Office Collaborator',
  ])('%s is not a role for the tables, however it is written', (stub) => {
    for (const name of [stub, stub.toUpperCase(), ` ${stub.replace(' ', '-')} `, stub.replace(' ', '')]) {
      expect(standing(runtime, app, name), name).toBe('unconfirmed');
    }
    expect(standing(runtime, app, `${stub} 2`)).toBe('sufficient');
  });

  test.each([
    ['hyphen-minus', '-'],
    ['soft hyphen', '\u00ad'],
    ['hyphen', '\u2010'],
    ['non-breaking hyphen', '\u2011'],
    ['figure dash', '\u2012'],
    ['en dash', '\u2013'],
    ['em dash', '\u2014'],
    ['horizontal bar', '\u2015'],
    ['hyphen bullet', '\u2043'],
    ['minus', '\u2212'],
    ['small hyphen-minus', '\ufe63'],
    ['fullwidth hyphen-minus', '\uff0d'],
    ['space', ' '],
    ['no-break space', '\u00a0'],
    ['narrow no-break space', '\u202f'],
    ['ideographic space', '\u3000'],
    ['zero width space', '\u200b'],
    ['tab', '\t'],
    ['nothing', ''],
  ])('a %s in a name does not matter', (_, sign) => {
    const roles = [`DUAL${sign}WRITE${sign}runtime${sign}user`, `Dual${sign}write app${sign}user`];
    expect(standing(...roles, 'Salesperson')).toBe('sufficient');
    expect(standing(...roles, `Basic${sign}User`)).toBe('unconfirmed');
    expect(standing(`System${sign}Administrator`)).toBe('sufficient');
  });

  test('other signs do matter', () => {
    expect(standing(runtime.replace('-', '_'), app, 'Salesperson')).toBe('unconfirmed');
  });

  test('if administrators are required, nobody else has a role', () => {
    const of = (...roles: readonly { name: string; templateId?: string | null }[]) =>
      roleStanding(roles, 'system-administrator');
    expect(of()).toBe('without');
    expect(of({ name: runtime }, { name: app }, { name: 'Salesperson' })).toBe('without');
    expect(of({ name: 'x', templateId: null }, { name: 'System Administrator' })).toBe('sufficient');
    expect(of({ name: 'x', templateId: '{627090FF-40A3-4053-8790-584EDC5BE201}' })).toBe('sufficient');
    expect(of({ name: 'x', templateId: '119f245c-3cc8-4b62-b31c-d1a046ced15d' })).toBe('without');
  });
});

test('role names appear once each, in a fixed order', () => {
  expect(roleNames([{ name: 'b' }, { name: ' a ' }, { name: 'b' }])).toEqual(['a', 'b']);
});
