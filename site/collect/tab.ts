import { isMicrosofts } from '../../src/adapters/finops/found-address.js';
import { powerPlatformOf } from '../../src/adapters/power-platform/clouds.js';

/** The browser tab that is read. */
export interface Tab {
  readonly product: 'dataverse' | 'finops';
  /** `https://host` */
  readonly origin: string;
  /** How the product was recognized; continues "recognized by". */
  readonly recognizedBy: string;
}

/** The product that a tab shows, by its address, else by what the product defines in its pages; `undefined` for all others. */
export function tabOf(origin: string, page: object): Tab | undefined {
  if (powerPlatformOf(origin) !== undefined) return { product: 'dataverse', origin, recognizedBy: 'its address' };
  if (isMicrosofts(origin) && finopsHosts.test(origin))
    return { product: 'finops', origin, recognizedBy: 'its address' };
  if ('Xrm' in page) return { product: 'dataverse', origin, recognizedBy: 'Xrm in its page' };
  if ('$dyn' in page) return { product: 'finops', origin, recognizedBy: '$dyn in its page' };
  return undefined;
}

/** A label of every host of finance and operations. Dataverse and the portals of Microsoft have none of them. */
const finopsHosts = /\.(?:operations|ax|axcloud|cloudax|onebox)\./i;
