import { tool } from '../report/tool.js';
import type { FactUrl } from './urls-for.js';

/**
 * A script for PowerShell 5.1 and 7 that reads the addresses with the rights of whoever is signed in to the Azure CLI, and writes the
 * answers into one file, which `recognize` takes as a HAR file. It sends only GET, follows the next pages of a list on the same
 * host, and keeps neither tokens nor headers.
 *
 * @param urls - as {@link urlsFor} lists them
 * @public
 */
export function powershellScript(urls: readonly FactUrl[]): string {
  return [
    '# Reads what a dual-write health check needs, with GET requests only, and writes it to one file.',
    `# Made by ${tool.name} ${tool.version}. It needs the Azure CLI (az login), and Windows PowerShell 5.1 or PowerShell 7.`,
    '# The file holds the answers of the services and no token; make a redacted snapshot of it and delete it:',
    `#   npx ${tool.name} capture dual-write-answers.json -o snapshot.json`,
    "param([string]$Out = 'dual-write-answers.json')",
    '',
    '$ErrorActionPreference = "Stop"',
    '[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12',
    '',
    '$addresses = @(',
    ...urls.map(({ url }) => `  ${quoted(url)}`),
    ')',
    '',
    ...body,
    '',
  ].join('\r\n');
}

/** A text between single quotes. PowerShell takes curly quotes for straight ones, and addresses have no need for either. */
function quoted(url: string): string {
  const plain = new URL(url).href.replace(/['\u2018\u2019\u201a\u201b]/g, (quote) =>
    quote === "'" ? '%27' : encodeURIComponent(quote),
  );
  return `'${plain}'`;
}

/** The most pages of one list that are followed. */
const mostPages = 2_000;

const body = String.raw`$tokens = @{}
function Get-Token([uri]$Address) {
  $resource = 'https://' + $Address.Host + '/'
  if ($Address.Host -like '*api.powerapps.*' -or $Address.Host -like '*api.bap.*') { $resource = 'https://service.powerapps.com/' }
  if (-not $tokens.ContainsKey($resource)) {
    $token = & az account get-access-token --resource $resource --query accessToken --output tsv
    if ($LASTEXITCODE -ne 0 -or -not $token) { throw "The Azure CLI has no token for $resource. Run az login first." }
    $tokens[$resource] = $token
  }
  $tokens[$resource]
}

function Read-Answer([string]$Address) {
  $headers = @{ Authorization = 'Bearer ' + (Get-Token $Address); Accept = 'application/json'; 'OData-MaxVersion' = '4.0'; 'OData-Version' = '4.0' }
  if ($Address -match 'expand=') { $headers['If-None-Match'] = 'null' }
  $status = 0
  $text = ''
  try {
    $response = Invoke-WebRequest -Uri $Address -Method Get -Headers $headers -UseBasicParsing -MaximumRedirection 0
    $status = [int]$response.StatusCode
    # The content itself is decoded wrongly by Windows PowerShell where the service names no character set.
    $text = [Text.Encoding]::UTF8.GetString($response.RawContentStream.ToArray())
  } catch {
    $failed = $_.Exception.Response
    if ($null -eq $failed) { throw }
    $status = [int]$failed.StatusCode
    if ($_.ErrorDetails -and $_.ErrorDetails.Message) { $text = $_.ErrorDetails.Message }
    elseif ($failed -is [Net.HttpWebResponse]) {
      $reader = New-Object IO.StreamReader($failed.GetResponseStream(), [Text.Encoding]::UTF8)
      $text = $reader.ReadToEnd()
    }
  }
  [pscustomobject]@{ Status = $status; Text = $text }
}

$entries = New-Object Collections.Generic.List[object]
foreach ($first in $addresses) {
  $address = $first
  for ($page = 1; $address -and $page -le ${mostPages}; $page++) {
    Write-Host ('GET ' + ([uri]$address).Host + ([uri]$address).AbsolutePath)
    $at = [DateTime]::UtcNow.ToString('o')
    $answer = Read-Answer $address
    $entries.Add([ordered]@{
      startedDateTime = $at
      request = [ordered]@{ method = 'GET'; url = $address }
      response = [ordered]@{ status = $answer.Status; content = [ordered]@{ mimeType = 'application/json'; text = $answer.Text } }
    })
    if ($answer.Status -ne 200) { Write-Host ('  answered with ' + $answer.Status) }
    $next = $null
    # Only the link at the level of the list itself: expanded rows have links of their own, which hold nothing new.
    if ($answer.Status -eq 200) {
      $json = $answer.Text | ConvertFrom-Json
      $next = $json.'@odata.nextLink'
      if (-not $next) { $next = $json.nextLink }
    }
    if ($next -and ([uri]$next).IsAbsoluteUri -and ([uri]$next).Host -ne ([uri]$first).Host) { $next = $null }
    if ($next -and -not ([uri]$next).IsAbsoluteUri) { $next = (New-Object Uri ([uri]$address), $next).AbsoluteUri }
    $address = $next
  }
}

$har = [ordered]@{ log = [ordered]@{ version = '1.2'; creator = [ordered]@{ name = '${tool.name}'; version = '${tool.version}' }; entries = $entries.ToArray() } }
$path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
[IO.File]::WriteAllText($path, ($har | ConvertTo-Json -Depth 10 -Compress), (New-Object Text.UTF8Encoding $false))
Write-Host "Wrote $path"`.split('\n');
