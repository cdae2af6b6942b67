import { cloudOf } from '../adapters/power-platform/clouds.js';
import { groupsBy } from '../facts/groups-by.js';
import { tool } from '../report/tool.js';
import type { FactUrl } from './urls-for.js';

/**
 * A script for PowerShell 5.1 and 7 that reads the addresses with the rights of whoever is signed in to the Azure CLI, and writes the
 * answers into one file, which `recognize` takes as a HAR file. It sends only GET, follows the next pages of a list on the same
 * host, and keeps neither tokens nor headers. What cannot be read does not stop it, and it writes over no earlier file.
 *
 * @param urls - as {@link urlsFor} lists them
 * @public
 */
export function powershellScript(urls: readonly FactUrl[]): string {
  return [
    '# Reads what a dual-write health check needs, with GET requests only, and writes it to one file.',
    `# Made by ${tool.name} ${tool.version}. It needs the Azure CLI, and Windows PowerShell 5.1 or PowerShell 7.`,
    '# Sign in first:        az login --tenant TENANT --allow-no-subscriptions',
    '# Where scripts may not run: powershell -ExecutionPolicy Bypass -File THIS-FILE',
    '# The file that it writes has the answers of the services and no token. Make a redacted snapshot of it, and delete it:',
    `#   npx ${tool.name} capture dual-write-answers.json -o snapshot.json`,
    "param([string]$Out = 'dual-write-answers.json')",
    '',
    '# The addresses, by what the token is for.',
    '$addresses = [ordered]@{',
    ...[...groupsBy(urls, ({ url }) => audienceOf(url))].flatMap(([audience, ofAudience]) => [
      `  ${quoted(audience)} = @(`,
      ...ofAudience.map(({ url }) => `    ${quoted(new URL(url).href)}`),
      '  )',
    ]),
    '}',
    '',
    ...body,
    '',
  ].join('\r\n');
}

/** What a token for an address is for, as the Azure CLI wants it. */
function audienceOf(url: string): string {
  return cloudOf(`${new URL(url).origin}/`).scope.replace(/\/?\.default$/, '');
}

/** An address between single quotes. It has none itself, and of the curly quotes that PowerShell takes for them none either: it is ASCII. */
function quoted(address: string): string {
  return `'${address.replaceAll("'", '%27')}'`;
}

/** The most pages of one list that are followed. */
const mostPages = 2_000;

const body = String.raw`Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue' # a progress bar makes Windows PowerShell very slow
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

function Get-Token([string]$Audience) {
  $ErrorActionPreference = 'Continue' # warnings of az on standard error do not end the script
  $token = & az account get-access-token --resource $Audience --query accessToken --output tsv --only-show-errors
  if ($LASTEXITCODE -eq 0 -and $token) { return $token }
  Write-Warning "The Azure CLI has no token for $Audience. Run az login --tenant TENANT --allow-no-subscriptions as a user of the environment."
}

# The pause that a busy service asks for, in seconds.
function Get-Pause($Response) {
  $seconds = 0
  try {
    if ($Response -is [Net.HttpWebResponse]) { $seconds = [int]$Response.Headers['Retry-After'] }
    elseif ($Response.Headers.RetryAfter.Delta) { $seconds = [int]$Response.Headers.RetryAfter.Delta.TotalSeconds }
  } catch { }
  [Math]::Min([Math]::Max($seconds, 5), 300)
}

function Read-Answer([string]$Address, [string]$Token) {
  $request = @{
    Uri = $Address; Method = 'Get'; UseBasicParsing = $true; TimeoutSec = 300
    MaximumRedirection = 0
    ErrorAction = 'SilentlyContinue' # Windows PowerShell then returns a redirect like any other answer
    Headers = @{ Authorization = "Bearer $Token"; Accept = 'application/json'; 'OData-MaxVersion' = '4.0'; 'OData-Version' = '4.0' }
  }
  if ($Address -match 'expand=') {
    $request.Headers['If-None-Match'] = 'null' # lists inside rows may come from a cache otherwise
    if ($PSVersionTable.PSVersion.Major -ge 6) { $request.SkipHeaderValidation = $true }
  }
  for ($attempt = 1; ; $attempt++) {
    $status = 0
    $text = ''
    $failed = $null
    try {
      $response = Invoke-WebRequest @request
      $status = [int]$response.StatusCode
      # Windows PowerShell decodes the content itself wrongly where the service names no character set.
      $text = [Text.Encoding]::UTF8.GetString($response.RawContentStream.ToArray())
    } catch {
      $failed = $_.Exception.Response
      if ($null -eq $failed) { Write-Warning $_.Exception.Message }
      else {
        $status = [int]$failed.StatusCode
        if ($_.ErrorDetails -and $_.ErrorDetails.Message) { $text = $_.ErrorDetails.Message }
      }
    }
    if ($attempt -ge 4 -or ($status -ne 429 -and $status -ne 503)) { break }
    $pause = Get-Pause $failed
    Write-Host "  busy ($status): again in $pause seconds"
    Start-Sleep -Seconds $pause
  }
  [pscustomobject]@{ Status = $status; Text = $text }
}

# The address of the next page. Lists inside rows have links of other names, which lead to nothing new.
function Find-NextPage([string]$Text, [string]$Address) {
  $links = [regex]::Matches($Text, '"(?:@odata\.)?nextLink"\s*:\s*("(?:[^"\\]|\\.)*")')
  if ($links.Count -eq 0) { return }
  $link = $links[$links.Count - 1].Groups[1].Value | ConvertFrom-Json
  $next = New-Object Uri (([uri]$Address), $link)
  # A token goes to no other host.
  if ($next.GetLeftPart('Authority') -eq ([uri]$Address).GetLeftPart('Authority')) { $next.AbsoluteUri }
}

# A text as JSON: ConvertTo-Json and ConvertFrom-Json of Windows PowerShell fail on large ones.
function Format-Text([string]$Text) {
  $plain = $Text.Replace('\', '\\').Replace('"', '\"').Replace([string][char]13, '\r').Replace([string][char]10, '\n').Replace([string][char]9, '\t')
  '"' + [regex]::Replace($plain, '[\x00-\x1f]', ' ') + '"'
}

if (-not (Get-Command az -ErrorAction SilentlyContinue)) { throw 'The Azure CLI (az) is not installed: https://aka.ms/azure-cli' }
$entries = New-Object Collections.Generic.List[string]
foreach ($audience in $addresses.Keys) {
  $token = Get-Token $audience
  if (-not $token) { continue }
  foreach ($first in $addresses[$audience]) {
    $address = $first
    for ($page = 1; $address -and $page -le ${mostPages}; $page++) {
      Write-Host ('GET ' + ([uri]$address).Host + ([uri]$address).AbsolutePath)
      $at = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
      $answer = Read-Answer $address $token
      $entries.Add('{"startedDateTime":' + (Format-Text $at) + ',"request":{"method":"GET","url":' + (Format-Text $address) + '},"response":{"status":' + $answer.Status + ',"content":{"mimeType":"application/json","text":' + (Format-Text $answer.Text) + '}}}')
      if ($answer.Status -ne 200) { Write-Host ('  answered with ' + $answer.Status) }
      $address = if ($answer.Status -eq 200) { Find-NextPage $answer.Text $address }
    }
  }
}
if ($entries.Count -eq 0) { throw 'Nothing was read.' }

# Answers of an earlier run are needed too: nothing is written over.
$path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
$file = $path
for ($number = 2; Test-Path -LiteralPath $file; $number++) { $file = [IO.Path]::ChangeExtension($path, "$number" + [IO.Path]::GetExtension($path)) }
$har = '{"log":{"version":"1.2","creator":{"name":"${tool.name}","version":"${tool.version}"},"entries":[' + ($entries -join ',') + ']}}'
[IO.File]::WriteAllText($file, $har, (New-Object Text.UTF8Encoding $false))
Write-Host "Wrote $file"
Write-Host 'What follows from these answers: npx ${tool.name} urls dual-write-answers*.json --format powershell -o read-more.ps1'`.split(
  '\n',
);
