import { tidyText } from '#kernel'
import type { LayoutContext, QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { isQuarantined } from '../values/all-read.ts'
import { kept } from '../values/kept.ts'
import { readName } from '../values/name.ts'
import { amountOf, countOf, GROSS_MINOR_MOST, SALE_MINOR_MOST } from './amounts.ts'
import { columnNames } from './column-names.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES } from './fields.ts'
import type { ColumnRule, ColumnsMapping } from './mapping.ts'
import type { Moment, YearSeen } from './moments.ts'
import { dayOf, FILM_YEAR_LEAST, momentFrom, momentOf } from './moments.ts'
import { currencyNamed, territoryNamed } from './places.ts'
import type { Read, Row } from './row.ts'
import { once } from './row.ts'

/** The fields of a mapping as readers of rows; a field that is not mapped reads as nothing. */
export type Columns = {
  readonly has: (field: Field) => boolean
  readonly text: (field: Field) => Read<string>
  readonly amount: (field: Field) => Read<bigint>
  readonly count: (field: Field) => Read<bigint>
  readonly day: (field: Field) => Read<string>
  /** Of a moment, or of a day with a time, whichever columns there are. */
  readonly moment: (at: Field, day: Field, time: Field) => Read<Moment>
  readonly territory: Read<string>
  readonly currency: Read<string>
  /** The field's value as a text, the same however it was printed. */
  readonly canonical: (field: Field) => Read<string>
}

export function columnsOf(
  mapping: ColumnsMapping,
  header: readonly string[],
  context: LayoutContext,
): Columns {
  const names = columnNames(header)
  const rules = new Map(mapping.columns.map((rule) => [rule.field, rule]))
  const constants = new Map(mapping.constants.map(({ field, value }) => [field, value]))
  const rule = { timezone: mapping.timezone ?? context.timezone, dayStartsAt: context.dayStartsAt }
  const currencyOfFile = mapping.currency ?? context.currency
  const most = mapping.table === 'box_office' ? GROSS_MINOR_MOST : SALE_MINOR_MOST

  const made = new Map<string, Read<unknown>>()
  /** One reader a field, so that all who ask share what it read. */
  const shared = <Value>(name: string, make: () => Read<Value>): Read<Value> => {
    const known = made.get(name)
    // Of the same name always the same kind of reader was made.
    if (known) return known as Read<Value>
    const read = once(make())
    made.set(name, read)
    return read
  }

  const cellOf = (column: ColumnRule): ((row: Row) => string) => {
    const at = names.indexOf(column.column)
    const words = new Map(column.words?.map(({ cell, means }) => [tidyText(cell), means]))
    if (words.size === 0) return ({ cells }) => cells[at] ?? ''
    return ({ cells }) => {
      const cell = cells[at] ?? ''
      return words.get(tidyText(cell)) ?? cell
    }
  }

  /** Reads cells that are not blank by a function of their text; what it finds wrong is the row's fault. */
  const reading = <Value>(
    field: Field,
    read: (cell: string, options: ColumnRule) => Value | QuarantinedRow,
    isKept: boolean,
  ): Read<Value> => {
    const column = rules.get(field)
    if (!column) {
      const value = constants.get(field)
      if (value === undefined) return () => undefined
      const constant = read(value, { column: '', field, dates: 'ymd', decimal: '.' })
      return isQuarantined(constant) ? () => undefined : () => constant
    }
    const cell = cellOf(column)
    const plain = (text: string) => read(text, column)
    const known = isKept ? kept(plain) : plain
    return (row) => {
      const text = cell(row)
      if (text === '' || text.trim() === '') return undefined
      const value = known(text)
      if (!isQuarantined(value)) return value
      row.fault ??= value
      return undefined
    }
  }

  const columns: Columns = {
    has: (field) => rules.has(field) || constants.has(field),
    text: (field) => shared(`text ${field}`, () => reading(field, readName, true)),
    amount: (field) =>
      shared(`amount ${field}`, () => {
        if (!rules.has('currency')) {
          return reading(
            field,
            (cell, options) => amountOf(cell, options, currencyOfFile, most),
            true,
          )
        }
        const column = rules.get(field)
        const cell = column && cellOf(column)
        if (!column || !cell) return () => undefined
        return (row) => {
          const text = cell(row)
          if (text.trim() === '') return undefined
          const value = amountOf(text, column, columns.currency(row) ?? currencyOfFile, most)
          if (!isQuarantined(value)) return value
          row.fault ??= value
          return undefined
        }
      }),
    count: (field) =>
      shared(`count ${field}`, () =>
        reading(field, (cell, options) => countOf(cell, options, FIELD_SHAPES[field].label), true),
      ),
    day: (field) =>
      shared(`day ${field}`, () => {
        const seen: YearSeen = {}
        const least = field === 'opensOn' ? FILM_YEAR_LEAST : undefined
        return reading(field, (cell, options) => dayIn(cell, options, seen, rule, least), true)
      }),
    moment: (at, day, time) =>
      shared(`moment ${at}`, () => {
        const seen: YearSeen = {}
        if (rules.has(at)) {
          return reading(at, (cell, options) => momentOf(cell, options, rule, seen), true)
        }
        const isTradingDay = !rules.has(day)
        const days = columns.day(isTradingDay ? 'tradingDay' : day)
        const times = reading(time, (cell) => cell, false)
        const known = kept((both: string) => {
          const [dayText = '', timeText = ''] = both.split('\u001f')
          return momentFrom(dayText, timeText, rule, isTradingDay)
        })
        return (row) => {
          const [dayText, timeText] = [days(row), times(row)]
          if (dayText === undefined || timeText === undefined) return undefined
          const moment = known(`${dayText}\u001f${timeText}`)
          if (!isQuarantined(moment)) return moment
          row.fault ??= moment
          return undefined
        }
      }),
    territory: shared('territory', () => reading('territory', territoryOf, true)),
    currency: shared('currency', () => reading('currency', currencyOf, true)),
    canonical(field): Read<string> {
      const { kind } = FIELD_SHAPES[field]
      if (kind === 'amount') return inText(columns.amount(field))
      if (kind === 'count') return inText(columns.count(field))
      if (kind === 'day') return inText(columns.day(field))
      if (kind === 'moment') {
        const moments = columns.moment(field, 'startDay', 'startTime')
        return (row) => moments(row)?.seconds.toString()
      }
      return columns.text(field)
    },
  }
  return columns
}

function inText(read: Read<bigint | string>): Read<string> {
  return (row) => read(row)?.toString()
}

function dayIn(
  cell: string,
  options: ColumnRule,
  seen: YearSeen,
  rule: { readonly timezone: string },
  least: number | undefined,
): string | QuarantinedRow {
  const found = dayOf(cell, options, seen, least)
  if (typeof found === 'number') {
    const instant = Temporal.Instant.fromEpochMilliseconds(found * 1000)
    const zone = options.zone ?? (rule.timezone === '' ? 'UTC' : rule.timezone)
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString()
  }
  return 'fate' in found ? found : found.day
}

function territoryOf(cell: string): string | QuarantinedRow {
  const found = territoryNamed(cell)
  if (found !== undefined) return found
  return quarantined('value_unknown', `“${cell.trim().slice(0, 60)}” is no territory known here.`)
}

function currencyOf(cell: string): string | QuarantinedRow {
  const found = currencyNamed(cell)
  if (found !== undefined) return found
  return quarantined('currency_unknown', `“${cell.trim().slice(0, 60)}” is no currency.`)
}
