import type { CompletedCommand, CompletedWord, CompletedWords } from './completed-words.js';

/** The script for PowerShell. Where it has nothing to offer, PowerShell completes files. */
export function powershellCompletion({ groups, commands }: CompletedWords): string {
  return `# Completion of dual-write-health in PowerShell: dual-write-health completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'dual-write-health' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $groups = @{
${groups.map(({ path, commands }) => `    ${quoted(path)} = @(\n${described(commands)}\n    )`).join('\n')}
  }
  $options = @{
${commands.map(({ path, options }) => `    ${quoted(path)} = @(\n${described(options)}\n    )`).join('\n')}
  }
  $choices = @{
${commands.flatMap(choicesOf).join('\n')}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = if ($typed.Count -eq 0) { '' } else { $typed[0] }
  if ($typed.Count -gt 1 -and ($groups.ContainsKey($command) -or $options.ContainsKey("$command $($typed[1])"))) { $command = "$command $($typed[1])" }
  $offered = @()
  if ($groups.ContainsKey($command)) { $offered = $groups[$command] }
  elseif ($choices.ContainsKey("$command $($typed[-1])")) { $offered = $choices["$command $($typed[-1])"] }
  elseif ($wordToComplete -like '-*' -and $options.ContainsKey($command)) { $offered = $options[$command] }
  elseif ($choices.ContainsKey($command)) { $offered = $choices[$command] }
  foreach ($one in $offered) {
    $word, $description = $one -split '\\|', 2
    if ($word -like "$wordToComplete*") {
      if (-not $description) { $description = $word }
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
    }
  }
}
`;
}

function choicesOf({ path, options, choices, subcommands }: CompletedCommand): readonly string[] {
  const ofOptions = options.map(({ word, choices }) => ({ key: `${path} ${word}`, choices }));
  // Right after its own name.
  const ofCommands = { key: `${path} ${path}`, choices: subcommands.map(({ word }) => word) };
  return [{ key: path, choices }, ofCommands, ...ofOptions]
    .filter((one) => one.choices.length > 0)
    .map((one) => `    ${quoted(one.key)} = @(${one.choices.map(quoted).join(', ')})`);
}

function described(words: readonly CompletedWord[]): string {
  return words.map(({ word, description }) => `      ${quoted(`${word}|${description}`)}`).join('\n');
}

/** A text in single quotes, as PowerShell reads it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
