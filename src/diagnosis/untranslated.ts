import type { Pattern } from './topic.js';

/*
 * Messages are also shown, and documented, in the language of the user. Signatures for them begin with what translation leaves
 * alone: names of types, keys, tables and solutions, addresses, ids and codes. Where two errors share that, one word
 * decides; its stems are listed here, in the languages of the documentation. A word alone is never enough.
 */

/* cspell:disable */

/** "Connect", "connection", "connected". */
const connect = /* @__PURE__ */ stems(
  'conn?e[cktxsç] conexi verb[iu]nd verbond anslut forbind tilkob tilslut yhtey yhdis połącz přip spojen prip povez подкл соедин',
  "сврз свърз з'єдн bağlan kapcsol csatlak συνδε σύνδε ühend savieno prisijung prijung jungiam ryš tenging teng[di] 接続 连接 連線 連接 연결 اتصال متصل",
  'חיבור เชื่อมต่อ kết\\snối sambung koneksi',
);

/** "Maximum". */
const maximum = /* @__PURE__ */ stems(
  'm[aá][xks]{1,2}im massim максим högst høyest enimm hámark didžiaus en\\sfazla en\\sçok nejv legnagyobb najve najwięk највећ',
  'μέγισ 最大 최대 أقصى מרבי สูงสุด tối\\sđa',
);

/** "Unique", which some translations call "exclusive". */
const unique = /* @__PURE__ */ stems(
  'eindeutig einzigartig uniques únic[oa]s univoc exclusiv uniek uni[kc]k?[aeuát] unik[aā]l entydig yksilöl ainutlaat jedineč edin[sš]tv jedinstv',
  'уник унік egyedi benzersiz kordumat ainulaad einkvæm einstak μοναδικ 固有 一意 唯一 独特 獨特 고유 فريد ייחודי เฉพาะ ไม่ซ้ำ duy\\snhất',
);

/** "Organization", the type of a party. */
const organization = /* @__PURE__ */ stems(
  'organi[sz]{1,2}[aā] organizác организац організац szervezet kurulu[sş] fyrirtæk skipulagshei οργανισμ 组织 組織 조직 مؤسسة منظمة',
  'ארגון องค์กร tổ\\schức',
);

/** "Finance", of finance and operations. */
const finance = /* @__PURE__ */ stems(
  'finan talou финанс фінанс pénzüg ekonomi økonomi fjárhag χρημα οικονομ 财务 財務 재무 التمويل المالية การเงิน',
);

/** "Discover" or "find". */
const discover = /* @__PURE__ */ stems(
  'auffind erkenn d[eé]tect descubr rilev 検出 vinden wykry обнаруж hitta löyd ismerhet felder zjisti findes oppdag bulun keşf 发现 發現',
  '검색 발견 اكتشاف ค้นหา ค้นพบ tuvasta atrast aptikt finn',
);

/** "Import". */
const imports = 'import|импорт|インポート|导入|匯入|가져오|استيراد';

/** "And", "or". */
const andOr =
  'and|or|und|oder|et|ou|y|o|e|en|of|och|eller|og|i|lub|albo|nebo|и|или|ja|tai|és|vagy|ve|veya|と|や|或|和|及|與|与|و|أو|และ|หรือ';

/* cspell:enable */

/** An expression for any of the stems; those of Latin letters only where a word begins. */
function stems(...lines: readonly string[]): string {
  return `(?<![a-z\\u00c0-\\u024f])(?:${lines.join(' ').replaceAll(' ', '|')})`;
}

/** How the export of an initial synchronization fails: the name of the status, its number, and the side that exports. */
export function failedExport(status: 400 | 403): readonly [Pattern, Pattern] {
  return [
    pattern(
      String(status),
      `\\(\\[[^\\][]{1,40}\\][^\\][()]{1,100}\\(${status}\\)[^\\][()]{1,60}\\)(?=[^\\][()]{0,80}\\bAX\\b)(?![^\\][()]{0,80}(?:${imports}))`,
    ),
    pattern('ax', '\\bAX\\b'),
  ];
}

/** The type of a plug-in, and the sentence of Windows that says "connect" four times. */
export function failedToConnect(): Pattern {
  return pattern(
    'dualwriteruntime',
    `\\bDualWriteRuntime\\. ?Plugins\\. ?\\w{4,40}[^\\d]{1,300}?${connect}(?:[^\\d]{4,120}?${connect}){2}`,
  );
}

/** The code of a plug-in that stopped a request because values are not unique, which it says twice. */
export function notUnique(): Pattern {
  return pattern('80040265', `0x ?80040265(?!\\d)[\\s\\S]{1,300}?${unique}[\\s\\S]{4,100}?${unique}`);
}

/** The first record that was not written, and the type of its party near the end. */
export function typeOfParty(): Pattern {
  return pattern(
    'recorderror',
    `\\bRecordError\\d{1,4}\\b[^\\d{}]{4,120}(?:V ?|\\W)3\\b[^\\d{}]{8,160}(?:['"]|t[iyü]{1,2}p[a-z]{0,3} )${organization}[^\\s\\d'"{},]{0,10}(?=[^\\d.:]{0,50}(?:[.\\u3002]|$))`,
  );
}

/** The tables of two types of parties, with a word like "to" between them. */
export function fromTypeToType(): Pattern {
  const to = `(?!(?:${andOr})[ '"])[^\\s'"]{1,12}(?: [^\\s'"]{1,12})?`;
  return pattern(
    'dirorganization',
    `['"] ?(?:DirOrganization ?['"] ?${to} ?['"] ?DirPerson|DirPerson ?['"] ?${to} ?['"] ?DirOrganization) ?['"]`,
  );
}

/** The id of a map, once for its partitions and once for what is wrong with them, and the word "maximum". */
export function mapTwice(): Pattern {
  return pattern(
    'dwm',
    `\\((?=[^()]{0,400}?${maximum})[^()]{0,120}DWM[^()\\d]{0,40}?(${guid})[^()]{1,240}?\\1[^()]{0,120}\\)`,
  );
}

/** The id of a map, once, and the status of the connection. */
export function mapUnauthorized(): Pattern {
  return pattern('dwm', `\\([^()]{0,120}DWM[^()\\d]{0,40}?(${guid})(?:(?!\\1)[^()]){1,160}?\\(401\\)`);
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * Three sentences, none of them English: a table that is written, values in braces that are looked up, and the same table or a
 * data entity.
 */
export function lookupBetweenWrites(): Pattern {
  const words = (most: number) => `[^.\\u3002{}=;<>]{0,${most}}`;
  // The table that is written itself is not looked up: that is another error.
  const others = (most: number) => `(?:(?!\\k<entity>)[^.\\u3002{}=;<>]){0,${most}}`;
  const end = '[.\\u3002]';
  const english = '\\b(?:and|from|if|it|rows?|see|the|then|this|use[ds]?|we|with|you)\\b';
  return pattern(
    'msdyn_',
    `(?<![\\w{])(?<entity>msdyn_\\w{1,60})(?!.{0,400}?${english})${words(80)}${end}${others(100)}\\{(?<values>[^{}:;="]{1,200})\\}${others(80)}${end}${words(80)}(?:\\k<entity>|[a-z]\\w{1,80}Entity)(?!\\w)`,
  );
}

/** The address of finance and operations, between the words that say what it is and that it is not found. */
export function environmentNotFound(): Pattern {
  return pattern(
    'cloudax',
    `[^\\d:"/]{0,60}${finance}[^\\d:"/]{0,60}?(?<environment>[\\w*-]{1,60}\\.cloudax\\.dynamics\\.com)[^\\d:"/]{1,30}?${discover}[^\\d:"/]{0,30}`,
  );
}

function pattern(anchor: string, find: string): Pattern {
  return { anchor, find: new RegExp(find, 'i') };
}
