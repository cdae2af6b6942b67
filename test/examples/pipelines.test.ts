import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../examples/pipelines', import.meta.url));
const files = readdirSync(folder);

test('there are pipelines to look at', () =>
  expect(files.sort()).toEqual(['azure-pipelines.yml', 'github-actions.yml']));

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  test('signs in through the Azure CLI', () => {
    const reading = text.split('\n').filter((line) => /dual-write-health (?:capture|check) .*--dataverse/.test(line));
    expect(reading.length).toBeGreaterThan(0);
    for (const line of reading) expect(line).toContain('--auth azure-cli');
  });

  test('holds no secret, and puts no token into a variable', () => {
    expect(text).not.toMatch(/secrets\.|client-secret|password|get-access-token|accessToken|_TOKEN\b|--auth token/i);
    expect(text).not.toMatch(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|eyJ/i);
  });

  test('signs in after everything is installed: its sign-in is soon too old for new tokens', () => {
    const signIn = text.search(/uses: azure\/login|task: AzureCLI/);
    expect(signIn).toBeGreaterThan(text.indexOf('npm install'));
    expect(text.indexOf('npm install')).toBeGreaterThan(0);
  });
});
