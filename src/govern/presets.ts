import type { RuleSetting } from '../engine/settings.js';
import { catalogue } from '../rules/catalogue.js';
import type { Rule, Severity } from '../rules/rule.js';
import type { GovernOptions } from './govern.js';

/**
 * A named set of settings. `documented`: the documented prerequisites and the eight codes of the health check article.
 * `recommended`: every rule, with the library's settings; the default. `strict`: warnings count too, and so do suppressions
 * that are expired or unused. `go-live`: strict, and requirements of a system that is about to go live are errors.
 * @public
 */
export type Preset = 'documented' | 'recommended' | 'strict' | 'go-live';

interface Settings extends Pick<GovernOptions, 'suppressionPolicy'> {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly failOn?: Severity;
}

const strict: Settings = { failOn: 'warning', suppressionPolicy: { expired: 'fail', unused: 'fail' } };

/** Findings that are a matter of time before go-live, and a matter of data afterward. */
const goLiveErrors = ['DWDVEV9002', 'DWDVEV9303', 'DWFOEV9303', 'DWFOEV9304', 'DWFOEV9305'];

/** The settings of a preset. */
export function settingsOf(preset: Preset): Settings {
  switch (preset) {
    case 'documented':
      return { rules: settingFor(isAdded, 'off') };
    case 'recommended':
      return {};
    case 'strict':
      return strict;
    case 'go-live':
      return { ...strict, rules: settingFor(({ code }) => goLiveErrors.includes(code), 'error') };
  }
}

/** The rules of the health check that are not documented; other validators are requested by name and are not changed. */
function isAdded({ origin, validation, stage }: Rule): boolean {
  if (stage !== 'prerequisite' && stage !== 'dependency') return false;
  return !(origin === 'documented' || (origin === 'documented-check' && validation === 'Prerequisites'));
}

function settingFor(applies: (rule: Rule) => boolean, setting: RuleSetting): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(catalogue.filter(applies).map(({ code }) => [code, setting]));
}
