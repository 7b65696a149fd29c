const ROMAN: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  xi: '11',
  xii: '12',
  xiii: '13',
}

const NAMED: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  eleventh: '11',
  twelfth: '12',
  twentieth: '20',
}

/** "29" as it is also written: "twenty-nine", "twentynine". */
const COMPOSED =
  /^(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(one|two|three|four|five|six|seven|eight|nine)$/
const TENS = /^[2-9]0$/
const ONES = /^[1-9]$/
/** What is left of "20th" beside its digits. */
const ORDINAL_END = new Set(['st', 'nd', 'rd', 'th'])

const FIRST: Readonly<Record<string, string>> = { one: '1', i: '1', first: '1' }

/** Words after which a number counts parts. */
const PART = new Set(['part', 'pt', 'chapter', 'volume', 'vol', 'episode', 'book', 'season', 'no'])

const HAN_DIGITS = '一二三四五六七八九十'

/** Chinese ways of counting parts: 第二部, 之三, 上集 and 下集, and a numeral at the end of a name. */
export function hanNumerals(folded: string): string {
  return folded
    .replace(
      /第\s*([一二三四五六七八九十]|\d+)\s*[部集季章回]/g,
      (_, digit) => ` ${hanDigit(digit)} `,
    )
    .replace(/(?<=\p{Script=Han})[(\s]*上[集部篇)]+$/u, ' 1 ')
    .replace(/(?<=\p{Script=Han})[(\s]*下[集部篇)]+$/u, ' 2 ')
    .replace(/(?<=\p{Script=Han}{2})之?([二三四五六七八九])(?=$|[\s:：·,，(])/gu, (_, digit) => {
      return ` ${hanDigit(digit)} `
    })
}

function hanDigit(digit: string): string {
  const at = HAN_DIGITS.indexOf(digit)
  return at === -1 ? digit : String(at + 1)
}

/**
 * Words with their numerals as digits, and without the word that only says that parts are counted:
 * "part ii", "chapter two" and "2" are one. A single x, v or i is a numeral only where it ends a name
 * or follows such a word; "one" only after such a word: there are too many films of that word.
 */
export function arabicNumerals(words: readonly string[]): string[] {
  const result: string[] = []
  for (const [at, word] of words.entries()) {
    const afterPart = PART.has(words[at - 1] ?? '')
    const before = words[at - 1] ?? ''
    if (ORDINAL_END.has(word) && /^\d+$/.test(before)) continue
    const digits = numberOf(word, { afterPart, last: at === words.length - 1, first: at === 0 })
    const tens = result.at(-1) ?? ''
    if (NAMED[before] !== undefined && TENS.test(tens)) {
      const ones = word === 'one' ? '1' : digits
      if (ones !== undefined && ONES.test(ones)) {
        result[result.length - 1] = String(Number(tens) + Number(ones))
        continue
      }
    }
    if (digits === undefined) {
      result.push(word)
      continue
    }
    if (afterPart) result.pop()
    result.push(digits)
  }
  return result
}

type Standing = { readonly afterPart: boolean; readonly last: boolean; readonly first: boolean }

function numberOf(word: string, { afterPart, last, first }: Standing): string | undefined {
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, '')
  if (afterPart && FIRST[word] !== undefined) return FIRST[word]
  if (NAMED[word] !== undefined) return NAMED[word]
  const [, tens = '', ones = ''] = COMPOSED.exec(word) ?? []
  if (tens !== '') return String(Number(NAMED[tens]) + Number(NAMED[ones] ?? 1))
  const roman = ROMAN[word]
  if (roman === undefined || (first && !afterPart)) return undefined
  return word.length > 1 || afterPart || last ? roman : undefined
}

export function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}
