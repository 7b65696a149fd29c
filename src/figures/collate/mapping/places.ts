import { isCurrency } from '#kernel'

const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'us/canada': 'US',
  domestic: 'US',
  america: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  england: 'GB',
  korea: 'KR',
  'republic of korea': 'KR',
  'south korea': 'KR',
  russia: 'RU',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  taiwan: 'TW',
  'mainland china': 'CN',
  'chinese mainland': 'CN',
  中国大陆: 'CN',
  中國大陸: 'CN',
  中国内地: 'CN',
  内地: 'CN',
  大陆: 'CN',
  香港: 'HK',
  台湾: 'TW',
  澳门: 'MO',
  北美: 'US',
  türkiye: 'TR',
  turkey: 'TR',
  'czech republic': 'CZ',
  world: '001',
  worldwide: '001',
  global: '001',
  全球: '001',
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

let known: ReadonlyMap<string, string> | undefined

/** Names of territories in some languages → ISO 3166. Made when first asked. */
function names(): ReadonlyMap<string, string> {
  if (known) return known
  const map = new Map<string, string>()
  for (const language of ['en', 'zh', 'zh-Hant', 'es', 'fr', 'de', 'ko', 'id']) {
    const shown = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const code = first + second
        const name = DEAD.has(code) ? undefined : shown.of(code)
        if (name !== undefined && !map.has(name.toLowerCase())) map.set(name.toLowerCase(), code)
      }
    }
  }
  for (const [name, code] of Object.entries(ALIASES)) map.set(name, code)
  known = map
  return map
}

/** Codes that are of no territory now, or of none at all. */
const DEAD = new Set('AN BU CS DD FX NT QO QU SU TP UK XA XB YD YU ZR ZZ EU EZ UN'.split(' '))

export function territoryNamed(text: string): string | undefined {
  const plain = text.trim()
  if (plain === '001') return plain
  const found = names()
  if (/^[A-Z]{2}$/.test(plain) && [...found.values()].includes(plain)) return plain
  return found.get(plain.toLowerCase())
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '￦': 'KRW',
  '฿': 'THB',
  '₹': 'INR',
  '₫': 'VND',
  '₱': 'PHP',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  R$: 'BRL',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  Rp: 'IDR',
  RM: 'MYR',
  RMB: 'CNY',
  Kč: 'CZK',
  zł: 'PLN',
  元: 'CNY',
  人民币: 'CNY',
  원: 'KRW',
  บาท: 'THB',
}

/** A code or a symbol that one currency alone has; $ and ¥ are of several. */
export function currencyNamed(text: string): string | undefined {
  const plain = text.trim()
  return isCurrency(plain.toUpperCase()) ? plain.toUpperCase() : SYMBOLS[plain.replace(/\.$/, '')]
}

const SYMBOL_BEFORE =
  /^[(\s\-−]*(US\$|HK\$|NT\$|R\$|S\$|A\$|C\$|RMB|RM|Rp|[€£₩￦฿₹₫₱₽₺₪₴$¥￥]|[A-Z]{3}(?=\s?\d))/u
const SYMBOL_AFTER = /\d\s*(Kč|zł|[€£₩฿₫₽₺₪₴]|원|บาท|元|円|[A-Z]{3})\)?$/u

/** The symbol or code beside the figure of a cell. */
export function symbolIn(cell: string): string | undefined {
  return SYMBOL_BEFORE.exec(cell)?.[1] ?? SYMBOL_AFTER.exec(cell)?.[1]
}
