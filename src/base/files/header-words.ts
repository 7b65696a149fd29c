const WORDS_FOR_VALUES = new Set([
  'true',
  'false',
  'yes',
  'no',
  'null',
  'none',
  'n/a',
  'nan',
  '是',
  '否',
])
const DATES = [
  /^\d{1,4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]|$)/,
  /^\p{L}{3,9}\.? \d{1,2},? \d{4}/u,
  /^\d{1,2}[- ]\p{L}{3,9}\.?[- ]\d{2,4}/u,
]
const SIGN = String.raw`[(+-]?\s?`
const CURRENCY = String.raw`(?:[A-Z]{2,3}\$?|Rp|RM|\p{Sc})?\s?`
const UNIT = String.raw`\s?(?:[A-Z]{3}|\p{Sc}|[万億亿千元円원]{1,2}|%|％)?\)?`
const AMOUNT = new RegExp(`^${SIGN}${CURRENCY}${SIGN}[\\d.,\\s]+\\)?${UNIT}$`, 'u')
const NAME_CHARACTERS_MAX = 100
/** What programs call columns that have no name. */
const MADE_UP = /^(?:column|col|field|unnamed:|列|栏|字段)\s?_?\d+$/i

/** Whether a cell reads like the name of a column: it has a letter, and is no date, amount or answer. */
export function isName(cell: string): boolean {
  const text = cell.trim()
  if (text.length > NAME_CHARACTERS_MAX || !/\p{L}/u.test(text)) return false
  if (WORDS_FOR_VALUES.has(text.toLowerCase())) return false
  return !isDate(text) && !AMOUNT.test(text) && !/^https?:\/\//.test(text)
}

/** Whether cells are names of columns, with years or days among them where a table is turned. */
export function isHeader(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const names = filled.filter(isName)
  if (names.length === 0 || filled.length === 0) return false
  if (names.length >= filled.length * 0.9) return true
  const others = filled.filter((cell) => !isName(cell))
  if (new Set(others).size < others.length) return false
  return others.every(isPeriod) && next !== undefined && !next.some(isPeriod)
}

function isPeriod(cell: string): boolean {
  return /^(?:19|20)\d\d$/.test(cell.trim()) || isDate(cell.trim())
}

function isDate(text: string): boolean {
  return DATES.some((date) => date.test(text))
}

/** Whether all cells are called `Column1`, `Column2` …: somebody's program made up for a header. */
export function isMadeUp(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => MADE_UP.test(cell))
}
