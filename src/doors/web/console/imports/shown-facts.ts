import { UNKNOWN } from '../../shared/numbers.ts'
import type { Texts } from '../texts/text.tsx'
import type { Fact, FactColumn } from './fact-columns.ts'
import { columnsOf, MEASURES, measureOf, tableOf } from './fact-columns.ts'
import { territoryName } from './whose.ts'

export type ShownColumn = { readonly id: string; readonly name: string; readonly figure: boolean }
export type ShownCells = Readonly<Record<string, string>>

export type ShownFacts = {
  readonly columns: readonly ShownColumn[]
  /** One a row; empty where the row says nothing. */
  readonly rows: readonly ShownCells[]
}

const DAY_UNKNOWN = '1970-01-01'

/**
 * What rows say, ready to read: a row's reported figures stand beside each other, and columns that are
 * blank in every row are left out.
 */
export function shownFacts(
  rows: readonly (readonly Fact[])[],
  texts: Texts,
  timezone: string | undefined,
): ShownFacts {
  const first = rows.find((facts) => facts.length > 0)?.[0]
  if (!first) return { columns: [], rows: rows.map(() => ({})) }
  const plain = columnsOf(first)
  const isReported = tableOf(first) === 'box_office'
  const shown = rows.map((facts) => {
    const [fact] = facts
    if (!fact) return {}
    const cells = plain.map(({ id, ...of }) => [id, cellText({ id, ...of }, fact, texts, timezone)])
    const figures = isReported ? facts.map((one) => [measureOf(one), reportedText(one, texts)]) : []
    return Object.fromEntries([...cells, ...figures]) as ShownCells
  })
  const measures = isReported ? MEASURES.map(([id, name]) => ({ id, name, figure: true })) : []
  const columns = [
    ...plain.map(({ id, name, kind }) => ({ id, name, figure: isFigure(kind) })),
    ...measures,
  ]
  return {
    columns: columns
      .filter(({ id }) => shown.some((cells) => (cells[id] ?? '') !== ''))
      .map(({ name, ...column }) => ({ ...column, name: texts.t(name) })),
    rows: shown,
  }
}

/** One column of a fact; an empty text where it says nothing. */
export function cellText(
  { id, kind }: FactColumn,
  fact: Fact,
  { numbers, dates, lang }: Texts,
  timezone: string | undefined,
): string {
  const text = fact[id] ?? ''
  const { currency = '' } = fact
  if (text === '') return ''
  switch (kind) {
    case 'moment':
      return text.startsWith(DAY_UNKNOWN)
        ? ''
        : momentText(`${text.slice(0, 19).replace(' ', 'T')}Z`, timezone ?? 'UTC', dates)
    case 'day':
      return text === DAY_UNKNOWN ? UNKNOWN : dates.date(text)
    case 'period':
      return periodText(fact, dates)
    case 'count':
      return id === 'seats' && text === '0' ? '' : numbers.countExact(Number(text))
    case 'money':
      if (text === '0' && id !== 'price' && id !== 'amount') return ''
      return currency === '' ? text : numbers.moneyExact({ minor: text, currency })
    case 'decimal':
      return plainDecimal(text)
    case 'territory':
      return territoryName(text, lang)
    case 'text':
      return text
  }
}

const DAYS = new Map<string, Intl.DateTimeFormat>()

/** A moment on its cinema's wall, with its year: what is imported may be of any. */
function momentText(instant: string, timezone: string, dates: Texts['dates']): string {
  // Swedish writes days as ISO does.
  const day = DAYS.get(timezone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
  DAYS.set(timezone, day)
  return `${dates.dayYear(day.format(Date.parse(instant)))} ${dates.timeOf(instant, timezone)}`
}

function periodText({ first_day = '', last_day = '' }: Fact, dates: Texts['dates']): string {
  if (first_day === DAY_UNKNOWN) return UNKNOWN
  if (first_day === last_day) return dates.dayYear(first_day)
  return `${dates.dayShort(first_day)} – ${dates.date(last_day)}`
}

export function reportedText({ value = '', currency = '' }: Fact, { numbers }: Texts): string {
  const plain = plainDecimal(value)
  if (currency !== '' && /^-?\d+$/.test(plain)) {
    return numbers.moneyExact({ minor: plain, currency })
  }
  return /^-?\d{1,15}$/.test(plain) ? numbers.countExact(Number(plain)) : plain
}

/** Without the idle zeros after the point: 3810000.000 is 3810000. */
function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function isFigure(kind: FactColumn['kind']): boolean {
  return kind === 'count' || kind === 'money' || kind === 'decimal'
}
