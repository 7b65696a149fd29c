import { Converter } from 'opencc-js/t2cn'

const simplified = Converter({ from: 't', to: 'cn' })

/** Latin letters that no accent makes: NFD leaves them as they are. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const HAN = /\p{Script=Han}/u

export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/**
 * A name as it is compared: one width, no capitals, no accents, traditional characters as simplified
 * ones, `&` and `+` as "and". Punctuation stays: what it parts is told later.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    // Accents of Latin letters only: in Korean and Japanese what is taken apart is put together again.
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
  return HAN.test(plain) ? simplified(plain) : plain
}

const PIECES = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu

/**
 * The words of a folded name. Apostrophes and the dots of initials join ("don't" is dont, "s.w.a.t."
 * is swat), other punctuation parts. Chinese, which writes no blanks, is cut into overlapping pairs of
 * characters; digits within it stand alone.
 */
export function wordsOf(folded: string): string[] {
  const words: string[] = []
  const parted = folded
    .replace(/\b(\p{L}\.)(?=\p{L}(\.|\b))/gu, (initial) => initial.charAt(0))
    .replace(/'/g, '')
    .replace(/\s*[&+]\s*/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  for (const [piece] of parted.matchAll(PIECES)) {
    if (!HAN.test(piece)) words.push(...(piece.match(/\d+|[^\d]+/g) ?? []))
    else if ([...piece].length === 1) words.push(piece)
    else words.push(...pairsOf(piece))
  }
  return words
}

function pairsOf(piece: string): string[] {
  const characters = [...piece]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}
