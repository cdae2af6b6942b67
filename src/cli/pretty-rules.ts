import picocolors from 'picocolors';
import { performerInWords } from '../reporters/performer-in-words.js';
import { catalogue } from '../rules/catalogue.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { Rule } from '../rules/rule.js';

/** One rule explained, or the list of all of them. */
export function prettyRules(rule: Rule | undefined, { color }: { readonly color: boolean }): string {
  const colors = picocolors.createColors(color);
  return rule === undefined ? list(colors) : explain(rule, colors);
}

type Colors = ReturnType<typeof picocolors.createColors>;

function list(colors: Colors): string {
  const rules: readonly Rule[] = catalogue;
  const validations = [...new Set(rules.map(({ validation }) => validation))];
  const blocks = validations.map((validation) =>
    [
      colors.bold(validation),
      ...rules
        .filter((rule) => rule.validation === validation)
        .map(
          ({ code, severity, slug, origin }) =>
            `  ${code}  ${severity.padEnd(7)}  ${slug.padEnd(40)}  ${colors.dim(origin)}`,
        ),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n${catalogue.length} rules; \`dual-write-health rules CODE\` explains one.\n`;
}

function explain(rule: Rule, colors: Colors): string {
  const { code, title, severity, origin, validation, stage, since, meaning, impact, remediation } = rule;
  return `${[
    `${colors.bold(code)}  ${colors.bold(title)}`,
    `${severity}, ${origin}, ${validation} (${stage} stage), ${rule.slug}, since ${since}`,
    '',
    meaning,
    impact,
    '',
    colors.bold('FACTS'),
    `  needs ${rule.needs.map((name) => (rule.mayBePartial.includes(name) ? `${name} (may be partial)` : name)).join(', ')}`,
    ...(rule.uses.length > 0 ? [`  uses ${rule.uses.join(', ')} where known`] : []),
    ...(rule.ifProvided ? ['  skipped where they are not provided: no supported API answers them'] : []),
    ...Object.entries(rule.options).map(
      ([name, option]) => `  option ${name} (default ${option.default}): ${option.description}`,
    ),
    '',
    colors.bold('FIX'),
    `  ${remediation.summary}`,
    ...remediation.options.flatMap((option, index) => ['', ...explainOption(option, index + 1, colors)]),
    '',
    colors.bold('SOURCES'),
    ...rule.sources.map((source) => `  ${source.title}, ${source.date}`),
  ].join('\n')}\n`;
}

function explainOption(option: RemediationOption, number: number, colors: Colors): readonly string[] {
  return [
    `  ${colors.cyan(`Option ${number}:`)} ${option.title}`,
    `    performed by: ${option.performedBy.map(performerInWords).join(' and ')}`,
    `    destroys: ${option.destroys === null ? 'nothing' : colors.red(option.destroys)}`,
    ...option.steps.map((step, index) => `    ${index + 1}. ${step}`),
    ...option.links.map(({ title, url }) => `    see ${title}: ${url}`),
  ];
}
