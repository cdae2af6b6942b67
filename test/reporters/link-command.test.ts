import { describe, expect, test } from 'vitest';
import { evaluateSnapshot, mapDesign, snapshotOf } from '../../src/index.js';
import { html, markdown, pretty } from '../../src/reporters/index.js';
import { healthySnapshot } from '../support/live-environment.js';

const takenAt = '2026-11-20T10:00:00Z';
const withoutLink = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt }));
const linkCommand = 'dual-write-health check --dataverse https://contoso.crm4.dynamics.com --legal-entities USMF,DEMF';
const formats = { pretty, markdown, html };

describe.each(Object.keys(formats) as (keyof typeof formats)[])('%s', (name) => {
  const format = formats[name];

  test('shows the command where the link is not known', () => {
    expect(format(withoutLink, { linkCommand })).toContain(linkCommand);
  });
  test('says nothing of it without one, or where the link is known or no rule is about it', () => {
    expect(format(withoutLink)).not.toContain('To complete the link');
    expect(format(evaluateSnapshot(healthySnapshot()), { linkCommand })).not.toContain('To complete the link');
    const ofMaps = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt }), { validator: mapDesign });
    expect(format(ofMaps, { linkCommand })).not.toContain('To complete the link');
  });
  test('keeps a hostile command on its line, and out of the markup', () => {
    const shown = format(withoutLink, { linkCommand: 'x\n```\n# Owned\u001b[2J\u202e<script>alert(1)</script>' });
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u202e');
    expect(shown).not.toMatch(/^(?:```$|# Owned)/m);
    if (name === 'html') expect(shown).not.toContain('<script>alert');
  });
});

test('pretty and Markdown end with it', () => {
  expect(pretty(withoutLink, { linkCommand }).trimEnd().endsWith(linkCommand)).toBe(true);
  expect(markdown(withoutLink, { linkCommand }).endsWith(`\`\`\`sh\n${linkCommand}\n\`\`\`\n`)).toBe(true);
});

test('in Markdown it is a block of its own, in which nothing is markup', () => {
  expect(markdown(withoutLink, { linkCommand: '*x* `y`' })).toMatch(/:\n\n```sh\n\*x\* `y`\n```\n$/);
});
