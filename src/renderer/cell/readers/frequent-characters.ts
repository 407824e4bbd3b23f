/** The characters that half of every Chinese text is made of, in their simplified forms. */
const simplified =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运育校划职县级班园课质均衡素养';

/** Their traditional forms, where they differ. */
const traditional =
  '這個們來為國說時會對過發後裡裏種經麼學現當沒動還進樣無與長機關點業將兩間問應戰頭體見產話給門變總電數報結務場計資統區隊書則聽達強難權設記類據規萬覺術領確傳師觀讓識帶導爭運劃職縣級園課質養於從開實軍長兒東聲員論處義幾認條題別馬隻並當眾齊邊該張訊讀寫輯';

const marks = '，。、；：？！“”‘’（）《》〈〉【】「」『』—…·　';

const common = new Set([...simplified, ...traditional, ...marks]);

/**
 * How likely it is that a text was decoded rightly, at most 1: the share of common characters and marks in all that is not
 * ASCII. What a text never holds counts against it.
 */
export function commonShare(text: string): number {
  let all = 0;
  let known = 0;
  let wrong = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) wrong += 1;
      continue;
    }
    all += 1;
    if (common.has(character)) known += 1;
    else if (isNeverWritten(code)) wrong += 1;
  }
  return all === 0 ? (wrong === 0 ? 0.5 : -wrong) : (known - 2 * wrong) / all;
}

/** Controls, private use, noncharacters, the sign for what could not be decoded, and scripts of far away. */
function isNeverWritten(code: number): boolean {
  return (
    code <= 0x9f ||
    (code >= 0x0700 && code <= 0x1fff) ||
    (code >= 0xa000 && code <= 0xabff) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    code >= 0xfff0
  );
}
