import { stemmer } from 'stemmer';
import { once } from '../facts/once.js';

/**
 * What a text is about, as terms to search by: words of the field under one name, other words by their stem, and no words that say
 * nothing about dual-write.
 *
 * @param corrected - the word that was meant, where one is typed wrong
 */
export function searchTerms(text: string, corrected: (word: string) => string = (word) => word): readonly string[] {
  const { word, stem } = termsBy();
  return wordsIn(text)
    .map(corrected)
    .filter((one) => !stopWords().has(one))
    .flatMap((one) => word.get(one) ?? stem.get(stemmer(one)) ?? stemmer(one));
}

/** The words of a text in lower case; a name or turn of phrase of the field is one word. */
export function wordsIn(text: string): readonly string[] {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const named = phrases.reduce((rest, [phrase, name]) => rest.replace(phrase, ` ${name} `), plain);
  return named.match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
}

/* cspell:disable */

/** Several words, or words with signs, that mean one thing. Each works on what the ones before it have made. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bcan'?t\b/g, 'cannot'],
  [/n't\b/g, ' not'],
  [/\bdual[ -]?writes?(?: apps?)?\b/g, 'dualwrite'],
  [/\bx\+\+/g, 'xpp'],
  [
    /\b(?:(?:microsoft )?(?:dynamics|d) ?(?:365)? ?(?:for )?)?(?:finance (?:and|&) (?:operations?|supply chain(?: management)?)|fin ?(?:&|-) ?ops|f ?& ?o|f and o)\b(?: apps?\b)?/g,
    'finops',
  ],
  [/\b(?:dynamics|d) ?365 ?(?:fo|fscm|finance)\b/g, 'finops'],
  [
    /\b(?:common data services?|customer engagement(?: apps?)?|dynamics crm|(?:dynamics|d) ?365 (?:ce|crm))\b/g,
    'dataverse',
  ],
  [/\b(?:table|entity|entities) maps?\b/g, 'map'],
  [/\b(?:legal (?:entity|entities)|le)\b/g, 'company'],
  [/\b(?:global )?address book\b/g, 'party gab'],
  [/\boption ?sets?\b/g, 'choice'],
  [/\blifecycle services\b/g, 'lcs'],
  [/\bpower platform admin(?:istration)? center\b/g, 'ppac'],
  [/\b(?:data loss prevention|data) polic(?:y|ies)\b/g, 'dlp'],
  [/\bplug[ -]ins?\b/g, 'plugin'],
  [/\bset(?:ting)?[ -]up\b/g, 'setup'],
  [/\be-?mails?\b/g, 'email'],
  [/\bon[ -]?hand\b/g, 'onhand'],
  [/\btime[sd]?[ -]?outs?\b/g, 'timeout'],
  [
    /\b\d[\d,.]*k? (?=(?:lines|rows|records|items|companies|legal entities|customers|contacts|products|vendors|orders)\b)/g,
    'many ',
  ],
  [
    /\btak(?:es?|ing) (?:\w+ ){0,2}?(?:long|longer|ages|forever|hours|days|minutes|seconds|night|weekend|weeks?)\b/g,
    'slow',
  ],
  [/\b(?:speed(?:ed|ing)? up|make \w+ faster)\b/g, 'slow'],
  [/\b(?:never|not|n't) (?:\w+ )?(?:finish(?:es|ed|ing)?|ends?|complete[sd]?)\b/g, 'stuck'],
  [
    /\b(?:(?:service|platform|version|software|one version) updates?|after (?:\S+ ){0,3}update|updated? to (?:a |the )?(?:new|latest|version|\d)\S*)\b/g,
    'upgrade',
  ],
  [/\b(?:can ?not|could not|unable to) (?:be )?reach(?:ed)?\b/g, 'unreachable'],
  [
    /\b(?:not|never|no longer|stop(?:s|ped)?) (?:\w+ )?(?:appear|creat|show|arriv|sync|flow|updat|replicat|propagat|trigger|reach|transfer|com(?:e|ing) (?:over|across|through)|gett?(?:ing)? (?:to|over|across|through))\w*/g,
    'notsync sync',
  ],
  [
    /\b(?:no|without(?: an?| any)?) (?=(?:security )?(?:roles?|users?|teams?|maps?|solutions?|packages?|company|companies|environments?|records?|rows|data|notifications?|alerts?)\b)/g,
    'missing ',
  ],
  [/\b(?:find|figure|found) out\b/g, ' '],
  [/\b(?:db|database) (?:movement|refresh|copy|restore|export|import)\b/g, 'copy database'],
  [/\b(?:hundreds|thousands) of\b/g, 'many'],
  [/\bnothing (?:happens|arrives|is (?:synced|synchronized|sent|written|updated))\b/g, 'notsync sync'],
  [
    /\b(?:is|are|was|were|get|gets) (?:ignored|skipped|left out)\b|\bmissing (?:in|on|from) (?:the )?(?:ce|crm|cds|dataverse|finops|fo|fno|ax|erp|other (?:side|system))\b/g,
    'notsync sync',
  ],
  [/\bnot (?:visible|shown|displayed|there)\b/g, 'missing notsync'],
  [/\bnot (?:listed|available|selectable|offered)\b/g, 'missing'],
  [/\b(?:not|stop(?:s|ped)?|no longer) work(?:s|ing)?\b|\bnot function(?:s|ing)?\b/g, 'notworking'],
  [/\b(?:not|no) (?:progress(?:es|ing)?|advanc(?:e|es|ing)|mov(?:e|es|ing)(?: forward| on)?)\b/g, 'stuck'],
  [
    /\b(?:two|three|four|[2-9]|several|multiple|many|more than one|another|second) (?:[a-z]+ ){0,2}?(?:crms?|erps?|orgs?|organi[sz]ations?|instances?|environments?|dataverses?|finops|systems?)\b/g,
    'manyenvironments environment',
  ],
  [/\breal[ -]time\b/g, 'realtime'],
  [/\b(?:hours?|days?|next (?:day|morning)|much) (?:later|after)\b|\bnext (?:day|morning)\b/g, 'late'],
  [/\b(?:two times|2 times|second time|2x)\b/g, 'twice'],
  [
    /\b(?:sql |db |database )?(?:refresh(?:ed|ing)?) (?:tables?|entit(?:y|ies)|the entity list|entity list)\b/g,
    'refreshtables',
  ],
  [/\b(?:show(?:s|n|ing)? up|come(?:s)? (?:over|across|through)|get(?:s)? (?:over|across|through|to))\b/g, 'arrive'],
];

/** Words that people use for one thing, after its term, which is one of them; two terms where a word says two things. */
const synonyms = [
  'finops: fo fno ax axapta d365fo d365fno fscm d365fscm erp',
  'dataverse: cds ce crm d365ce',
  'sync: synchronize synchronise synchronization synced syncing flow arrive propagate replicate reach appear integrate sent',
  'stuck: hang hung freeze frozen freezes stay stays remain endless forever spin loop',
  'slow: slowly sluggish performance slowness lag speed fast faster crawl crawls takes',
  'late: later delay delayed lagging behind backlog',
  'missing: absent lost empty blank vanish disappear nothing lacking gone',
  'duplicate: twice double doubled dupe duplicated duplication',
  'copy: copied refresh refreshed restore restored clone cloned backup move moved movement',
  'unlink+link: unlink relink reset disconnect detach detached unlinked separate',
  'link: linked linking connect connected connecting',
  'connection: connections',
  'start: run running enable activate started restart',
  'stop: stopped disable disabled deactivate inactive',
  'pause: paused suspend suspended',
  'resume: resuming unpause',
  'fail: failed failure error exception broken break crash crashes throw',
  'refuse: reject rejected deny denied forbidden block blocked unauthorized unauthorised',
  'privilege: permission permissions rights role roles access',
  'company: companies dataareaid',
  'admin: administrator sysadmin',
  'upgrade: upgraded patch hotfix',
  'delete: deleted remove removed deletion',
  'install: installation import deploy installed',
  'package: solution',
  'column: field attribute',
  'choice: enum picklist optionset',
  'environment: instance env environments org orgs',
  'environment+organization: organization organisation',
  'uat: sandbox test tst',
  'production: prod prd',
  'post: posting posted book booked booking confirm confirmed',
  'many: several multiple lots bulk mass',
  'large: big huge',
  'limit: maximum max',
  'throttle: throttling throttled 429',
  'data+manag: dmf',
  'new: create created creating add added',
  'entra: aad azure',
  'app: apps application',
  'record: row',
  'table: entity entities',
  'different: differ mismatch differs difference',
  'currency: currencies',
  'page: workspace screen tab tile',
  'long: longer length overflow exceed truncate',
  'notify: notification alert mail email',
  'sign: login signin logon',
  'region: regions geo geography geographies continent europe european america american usa asia canada australia germany india',
  'notsync: skip skips skipped bypass bypasses bypassed ignore ignores ignored',
  'wait: waiting pending',
];

/* cspell:enable */

/** Terms by the words themselves, and by their stems, which alone would confuse words (`use` and `user`). */
const termsBy = /* @__PURE__ */ once(() => {
  const word: ReadonlyMap<string, readonly string[]> = new Map(
    synonyms.flatMap((line) => {
      const [names = '', words = ''] = line.split(': ');
      const terms = names.split('+');
      return [...(terms.length === 1 ? terms : []), ...words.split(' ')].map((one) => [one, terms] as const);
    }),
  );
  return { word, stem: new Map([...word].map(([one, terms]) => [stemmer(one), terms] as const)) };
});

/** Words of every question, and those that every topic is about. */
const stopWords = /* @__PURE__ */ once(
  (): ReadonlySet<string> =>
    new Set(
      (
        'a about above after again all already also always although am an and another any anybody anymore are as at be because been before being ' +
        'between both but by can cannot come comes could d365 did do does doing done dualwrite dynamics else even every everybody everything ' +
        'explain for from get gets getting give go goes going got had happen happens has have having he help her here him his how however i if in into is it its ' +
        'just keep keeps kind know let like made make makes may me microsoft might more most much must my need needed needs no nobody not now of off ' +
        'ok on once one only or other our out over own please question really same see seems shall she should since so some somebody someone something ' +
        'still such than thanks that the their them then there these they thing things this those though through to too trying try tried up us use used ' +
        'using very via want was way we well were what when where whether which while who whom why will with within without won work works working would yet ' +
        'you your'
      ).split(' '),
    ),
);

/** Every word that is known here, for typing errors. */
export function knownWords(): readonly string[] {
  return [...stopWords(), ...termsBy().word.keys()];
}
