import { groupsBy } from '../../facts/groups-by.js';
import { hostKey } from '../../facts/keys.js';
import { notice, paragraph, section, steps, when } from '../blocks.js';
import type { DocumentModel } from '../document.js';
import { code, name } from '../inlines.js';
import { figure } from '../words.js';

/**
 * An address whose answer somebody can save, and what it gives.
 * @public
 */
export interface ShownUrl {
  readonly url: string;
  /** The facts that need its answer. */
  readonly gives: readonly string[];
  /** `session`: a tab of a browser that is signed in opens it. `token`: it takes a program that sends a token. */
  readonly needs: 'session' | 'token';
}

/**
 * The addresses whose answers fill a snapshot, by host, and how their answers are saved.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(urlsDocument(await urlsFor({ dataverseUrl: 'https://contoso.crm4.dynamics.com' }))));
 * ```
 * @public
 */
export function urlsDocument(urls: readonly ShownUrl[]): DocumentModel {
  const heading =
    urls.length === 0
      ? 'No address is missing'
      : `${figure(urls.length)} ${urls.length === 1 ? 'address' : 'addresses'}`;
  const byHost = groupsBy(urls, ({ url }) => hostKey(url) ?? 'Other addresses');
  return {
    title: `${heading} – dual-write health`,
    header: 'Addresses to read for a dual-write health check',
    noun: 'addresses',
    heading,
    mark: urls.length === 0 ? 'passed' : 'inconclusive',
    summary: [
      paragraph(
        urls.length === 0
          ? 'Everything that the known addresses answer was given.'
          : 'Their answers fill a snapshot, with the rights of the person who opens them and without an app registration.',
        'lead',
      ),
    ],
    blocks: [
      ...when(urls.length > 0, () =>
        section('How to save the answers', [
          steps([
            'Sign in to the environment in a browser, and open each address below in a tab there.',
            'Save what each tab shows as a file, all in one folder (Ctrl+S; on a Mac ⌘S), or as one HAR file for each tab: browsers drop the bodies of earlier pages.',
            ['Make a snapshot of the folder: ', code('dual-write-health capture answers/ -o snapshot.json')],
            [
              'Ask again with the folder for the addresses that follow from it: ',
              code('dual-write-health urls answers/'),
            ],
            [
              'A script does the same through the Azure CLI: ',
              code('dual-write-health urls … --format powershell -o read.ps1'),
            ],
          ]),
          ...when(
            urls.some(({ url }) => url.includes('/teammembership_association')),
            () =>
              paragraph(
                'The lists of teams (teammembership_association) do not say whose they are: save these as HAR files.',
              ),
          ),
          notice(
            'warning',
            'A HAR file may hold cookies and tokens: keep it to yourself, and delete it when the snapshot is made.',
          ),
        ]),
      ),
      ...[...byHost].map(([host, ofHost]) =>
        section(name(host), [
          ...when(
            ofHost.some(({ needs }) => needs === 'token'),
            () => paragraph('A browser cannot open these: they take a program that sends a token, such as the script.'),
          ),
          { type: 'code', language: 'text', lines: ofHost.map(({ url }) => url) },
          paragraph(`They give ${[...new Set(ofHost.flatMap(({ gives }) => gives))].join(', ')}.`),
        ]),
      ),
    ],
  };
}
