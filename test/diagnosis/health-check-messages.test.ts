import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { messagesOf } from '../../src/diagnosis/health-check-messages.js';

describe('a line of the health check without its code', () => {
  test.each([
    ['Missing Dataverse APIHub connection.', 'DWDVEV1001'],
    ['Missing Finance and Operations apps APIHub connection', 'DWFOEV1001'],
    ['Dataverse deprecated connection is getting used for new regions', 'DWDVEV1002'],
    ['Company mismatched between Dual-write and Dataverse', 'DWDVEV1003'],
    ['Company mismatched between Dual-write and Finance and Operations', 'DWFOEV1003'],
    ['Company mismatched between Dual-write and FO', 'DWFOEV1003'],
    ['Stale dual-write configurations are present in Dataverse', 'DWDVEV1004'],
    ['Stale dual-write configuration present in DV', 'DWDVEV1004'],
    ['Stale dual-write configurations are present in Finance and Operations', 'DWFOEV1004'],
    ['Stale dual-write configuration present in FO', 'DWFOEV1004'],
    ['Default team name mismatch for Dataverse and dual-write', 'DWFOEV1006'],
    ['Default owning team is not present in company', 'DWDVEV1007'],
  ])('%s: %s', (text, code) => {
    expect(diagnose(text).map((one) => one.code)).toEqual([code]);
    expect(diagnose(text.split(' ').slice(0, -1).join(' '))).toEqual([]);
    expect(diagnose(text.split(' ').slice(1).join(' '))).toEqual([]);
  });

  test('our own codes have none', () => expect(messagesOf('DWDVEV9303')).toEqual([]));
});
