/** The first character, in the order of pinyin, of each initial that Mandarin has. */
const FIRSTS: readonly (readonly [initial: string, first: string])[] = [
  ['a', '吖'],
  ['b', '丷'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

const ORDER = new Intl.Collator('zh-Hans-u-co-pinyin')
const HAN = /\p{Script=Han}/u

/**
 * A title as it is typed in a hurry: each character by the initial of its pinyin, all else as it stands,
 * in small letters and without spaces. One reading a character: who types another does not find it.
 */
export function initialsOf(title: string): string {
  return [...title.toLowerCase()]
    .map((sign) => (HAN.test(sign) ? initialOf(sign) : sign))
    .join('')
    .replaceAll(/[\s\p{P}]/gu, '')
}

function initialOf(sign: string): string {
  return FIRSTS.findLast(([, first]) => ORDER.compare(first, sign) <= 0)?.[0] ?? sign
}

/** Whether a title is meant by what was typed: part of it, or of its initials. */
export function isMeant(title: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (plain(title.toLowerCase()).includes(plain(wanted))) return true
  return HAN.test(title) && initialsOf(title).includes(wanted.replaceAll(/\s/g, ''))
}
