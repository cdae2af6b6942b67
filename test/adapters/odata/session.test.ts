import { afterEach, describe, expect, test, vi } from 'vitest';
import { notSentInSession, sessionAdvice, whyNotOfTab } from '../../../src/adapters/odata/session.js';

afterEach(() => vi.unstubAllGlobals());

describe('the session of a tab', () => {
  test('is for its own origin', () => {
    vi.stubGlobal('location', new URL('https://contoso.crm4.dynamics.com/main.aspx?x#y'));
    expect(whyNotOfTab('https://contoso.crm4.dynamics.com/api/data/v9.2/')).toBeUndefined();
    expect(whyNotOfTab('HTTPS://CONTOSO.crm4.dynamics.com:443/')).toBeUndefined();
  });

  test.each(['https://fabrikam.crm4.dynamics.com', 'https://contoso.crm4.dynamics.com:444'])('is not for %s', (url) => {
    vi.stubGlobal('location', new URL('https://contoso.crm4.dynamics.com'));
    expect(whyNotOfTab(url)).toBe(
      `the session of this tab is for contoso.crm4.dynamics.com, not for ${new URL(url).host}`,
    );
  });

  test('is not for plain http of the same host', () => {
    vi.stubGlobal('location', new URL('https://localhost:1'));
    expect(whyNotOfTab('http://localhost:1')).toBe('the session of this tab is for localhost:1, not for localhost:1');
  });

  test('is nowhere but in a browser', () => {
    expect(whyNotOfTab('https://contoso.crm4.dynamics.com')).toBe(
      'only a browser tab has a session: give a credential, or a client that has the session',
    );
  });
});

test('POST is not sent, and that is nobody’s fault', () => {
  expect(notSentInSession('GetApplicationVersion')).toEqual({
    status: 'unknown',
    reason: 'not-provided',
    detail: 'GetApplicationVersion is requested with POST; with the session of a browser only GET is sent',
  });
});

test('who is not signed in is asked to reload the tab; the other advice is kept', () => {
  const refusals = new Map([['0x80072560', 'add the user']]);
  const given = {
    signIn: 'sign in',
    permission: () => 'a role',
    absence: () => 'absent',
    page: () => 'a page',
    refusals,
  };
  const advice = sessionAdvice(given);
  expect(advice).toMatchObject({ permission: given.permission, absence: given.absence, refusals });
  expect(advice.signIn).toBe('the session of the tab is not accepted: reload it, sign in, and read again');
  expect(advice.page('teams')).toBe(
    'teams answered with a web page instead of data, as it does in a tab that is not signed in: reload it, sign in, and read again',
  );
  expect(advice.pageReason).toBe('not-permitted');
});
