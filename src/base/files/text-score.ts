import type { Encoding } from './reading.ts'
import { decoderOf } from './text-lines.ts'

/** How common a character is where it stands: 1 usual, 0 hardly ever, -1 never. */
type Commonness = (character: string, before: string, after: string) => number

/**
 * How much decoded text looks like something people write, -1 to 1: how common its characters beyond
 * ASCII are in the languages the encoding is used for.
 */
function plausibility(text: string, encoding: Encoding): number {
  const characters = [...text]
  let seen = 0
  let common = 0
  for (const [at, character] of characters.entries()) {
    if (character < '\u0080') continue
    seen++
    const before = characters[at - 1] ?? ''
    common += isNothing(character)
      ? -1
      : COMMON[encoding](character, before, characters[at + 1] ?? '')
  }
  return seen === 0 ? 0 : common / seen
}

/** What decoders make of bytes that mean nothing: a mark for it, a control, a place for private use. */
function isNothing(character: string): boolean {
  return /[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(character)
}

export function scoreOf(bytes: Uint8Array, encoding: Encoding): number {
  return plausibility(decoderOf(encoding)(bytes), encoding)
}

/** Those that turn up most in Chinese, traditional where it differs, and in a cinema's reports. */
const HAN = new Set(
  `的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与
关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品
式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热
领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华
名确才科张信马节话米整空元况今集温传土许步群广石记需段研界票房影院城厅座位售价额收支付款退订号编码称型备注星汇率费税净商户账余卡银片导演放映
這個為來時們國會對發動過說產種後學經進著電裡現實機當從業開還並間樣與關線內數質氣變條沒結問無題黨員總設長頭資邊統級圖將組見計論運農幾區強決
戰則據處隊門規熱領東導壓爭濟術極聯認權單風場車務萬達積議聲報離確馬話溫傳許廣記號廳價額訂編稱備註匯費稅商戶帳餘銀`.replaceAll(
    '\n',
    '',
  ),
)
const HANGUL_COMMON = new Set(
  `이다의는에가을를하고지기한로서사인도시자그대정라리해스아과일보제나어주부상수원영화관전공장여구연조성유소국신경동방미위회안개선세
용문물비중게었있했으면만들모무오치실우양식행분단발생명거드트내학교육객감독작품평점매출액마계간것년월러프비즈터울더니까요습입녀남산천강호진태현
애약역없와왔왕외요왜욕음응의임잘재저적절접점져졌족존종좋죄준줄즉증직질집짜쪽차착찬참창채책처천철첫청체초총최추축출충취층친카칼커코콘크클키타탄
탈택토통투특파판패편평폐포표푸품풍피필할함합항핵향허험형혜혼홍활황효후휴희힘각갈값갑강같객건검격견결겸계곡곳과광괴군굴권궁귀규균근글금급길김
깊깨꺼꽃꾸끝난날낮낸넘네년노놀농높누눈뉴능님담답당덕데돈돌두둘득들등디따딸때또뚜란람랑래량레력련령례록론료루류률르른름릉림립막말맞매맥맨머먹
먼멀메멸몇목몸몽묘문물뭐민믿밀바박반받밝밤밥배백뱀번벌범법벽변별병복본봄봉북분불붕브블빈빛빠뿐사산살삼상새색샤섬섯섭셀셋션소속손송쇼순숨숙술
숲쉬슈슬승싸쌍써쓰씨씬아악알암압앞야얀언얼엄업에엔엘연열염엽옥온올옷완욱운웅워웬웹윈윌율은읽잃잊잡장저전젊점젠젤조졸좀좌죠죽쥐즐지짐징짓찰찾챔체헌`.replaceAll(
    '\n',
    '',
  ),
)
const CJK_MARKS = /[\u3000-\u3002\u3008-\u3011\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7\uffe5]/
const HANGUL = /[\uac00-\ud7a3]/
const KANA = /[\u3041-\u3093\u30a1-\u30f6\u30fc]/
const HAN_ANY = /[\u4e00-\u9fff]/
const THAI_LETTER = /[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46]/
/** Letters of few words; a text that is none in truth is full of them. */
const THAI_RARE =
  /[\u0e03\u0e05\u0e06\u0e0c-\u0e13\u0e24\u0e26\u0e2c\u0e2e\u0e2f\u0e3f\u0e45\u0e4f-\u0e5b]/
/** These begin a syllable: a consonant follows. */
const THAI_FIRST = /[\u0e40-\u0e44]/
const THAI_CONSONANT = /[\u0e01-\u0e2e]/
const THAI_MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/
/** Nearly every byte is a letter in it, so that any text reads well: it must not win a draw. */
const THAI_USUAL = 0.86
const LATIN = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]/
const LATIN_MARKS = /[€£¥\u00a0©®°·»«¡¿\u2018-\u201d–—…™ºª]/

/**
 * The first level of the standard sets is what is in use, some thousands of characters; the second is
 * for names and old books. A level is a run of first bytes, with its run of second bytes.
 */
function level(encoding: Encoding, first: Run, second: Run): ReadonlySet<string> {
  const bytes: number[] = []
  for (let one = first.from; one <= first.to; one++) {
    // Between two line ends nothing can grow together.
    for (let two = second.from; two <= second.to; two++) bytes.push(one, two, 10)
  }
  const texts = decoderOf(encoding)(Uint8Array.from(bytes)).split('\n')
  return new Set(texts.filter((text) => text.length === 1 && HAN_ANY.test(text)))
}

type Run = { readonly from: number; readonly to: number }

const USUAL = {
  gb18030: level('gb18030', { from: 0xb0, to: 0xd7 }, { from: 0xa1, to: 0xfe }),
  big5: level('big5', { from: 0xa4, to: 0xc6 }, { from: 0x40, to: 0xfe }),
  shift_jis: level('shift_jis', { from: 0x88, to: 0x98 }, { from: 0x40, to: 0xfc }),
} as const

function han(usual: ReadonlySet<string>): Commonness {
  return (character) => {
    if (HAN.has(character) || CJK_MARKS.test(character)) return 1
    return usual.has(character) ? 0.8 : HAN_ANY.test(character) ? 0.2 : 0
  }
}

function latin(character: string, before: string, after: string): number {
  if (LATIN_MARKS.test(character)) return 0.9
  if (!LATIN.test(character)) return 0
  // Letters with accents stand alone among plain ones: `café`, `Ängste`, rarely two in a row.
  if (/[\u0080-\uffff]/.test(before + after)) return 0.3
  return /[a-z]/i.test(before + after) ? 0.9 : 0.5
}

function thai(character: string, before: string, after: string): number {
  if (/[a-z]/i.test(before + after)) return -0.5
  if (THAI_FIRST.test(before) && !THAI_CONSONANT.test(character)) return -1
  if (THAI_RARE.test(character)) return 0.2
  if (THAI_LETTER.test(character)) return THAI_USUAL
  if (!THAI_MARK.test(character)) return 0
  return THAI_CONSONANT.test(before) || THAI_MARK.test(before) ? THAI_USUAL : -1
}

function japanese(character: string): number {
  if (KANA.test(character) || CJK_MARKS.test(character)) return 1
  if (USUAL.shift_jis.has(character)) return HAN.has(character) ? 0.9 : 0.7
  return HAN_ANY.test(character) ? 0.2 : 0
}

function korean(character: string): number {
  if (HANGUL.test(character)) return HANGUL_COMMON.has(character) ? 1 : 0.7
  return CJK_MARKS.test(character) ? 0.9 : HAN_ANY.test(character) ? -0.3 : 0
}

const COMMON: Readonly<Record<Encoding, Commonness>> = {
  'utf-8': () => 1,
  'utf-16le': () => 1,
  'utf-16be': () => 1,
  gb18030: han(USUAL.gb18030),
  big5: han(USUAL.big5),
  shift_jis: japanese,
  'euc-kr': korean,
  'tis-620': thai,
  'windows-1252': latin,
}
