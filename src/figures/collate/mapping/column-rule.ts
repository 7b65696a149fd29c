import { isCurrency } from '#kernel'
import type { LayoutContext } from '../layout.ts'
import type { Column } from './assign-columns.ts'
import { roughly } from './column-profile.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES } from './fields.ts'
import { figuresOf } from './figures.ts'
import type { ColumnOptions, ColumnRule, DateForm, MappedTable } from './mapping.ts'
import { UNITS } from './mapping.ts'
import type { Choice, Question } from './proposal.ts'
import { readDecimal } from './read-decimal.ts'
import { saleKindNamed } from './sale-words.ts'
import type { DateEvidence } from './settle-dates.ts'
import { settleDates } from './settle-dates.ts'
import type { Mark } from './settle-numbers.ts'
import { settleMark } from './settle-numbers.ts'
import { shownCell } from './shown-value.ts'
import { UNIT_LABELS, UNIT_ZEROS } from './units.ts'

/** What decides how the cells of a column are read, beside the cells. */
export type RuleContext = {
  readonly table: MappedTable
  readonly currency: string | undefined
  readonly marks: Mark | undefined
  readonly dates: DateEvidence
  readonly layout: LayoutContext
  /** The file's admissions, to see whether amounts are plausible. */
  readonly admissions: Column | undefined
  readonly admissionsToDate: Column | undefined
}

export type RuleSettled = {
  readonly rule: ColumnRule
  readonly evidence: string
  readonly question?: Question
}

/** How a column that becomes a field is read: what its cells settle, and what must be asked. */
export function settleRule(column: Column, field: Field, context: RuleContext): RuleSettled {
  const { kind } = FIELD_SHAPES[field]
  const base = { column: column.name, field }
  if (kind === 'day' || kind === 'moment') return settleDateRule(column, base, context)
  if (kind === 'amount' || kind === 'count') return settleNumberRule(column, base, context)
  if (field === 'saleKind') return settleSaleKind(column, base)
  return { rule: base, evidence: '' }
}

type Base = Pick<ColumnRule, 'column' | 'field'>

function settleDateRule(column: Column, base: Base, context: RuleContext): RuleSettled {
  const { options, evidence, open } = settleDates(column.profile, context.dates)
  const rule = { ...base, ...options }
  if (open.length < 2) return { rule, evidence }
  const first = column.profile.filled[0] ?? ''
  const choices = open.map((dates) => choice({ ...rule, dates }, ORDER_SAYS[dates], first, context))
  const ask = `“${first}” may be read in ${open.length} ways. Which is right?`
  return { rule, evidence, question: { about: 'column', ask, choices } }
}

const ORDER_SAYS: Readonly<Record<DateForm, string>> = {
  dmy: 'Day first',
  mdy: 'Month first',
  ymd: 'Year first',
  excel: 'Days as spreadsheets count',
  seconds: 'Seconds since 1970',
  milliseconds: 'Milliseconds since 1970',
}

function choice(rule: ColumnRule, say: string, cell: string, context: RuleContext): Choice {
  const currency = context.currency ?? context.layout.currency
  const layout = { ...context.layout, currency }
  return { say, shows: shownCell(rule, cell, layout, context.table), rule }
}

function settleNumberRule(column: Column, base: Base, context: RuleContext): RuleSettled {
  const isMoney = FIELD_SHAPES[base.field].kind === 'amount'
  const { profile, header } = column
  const currency = header.currency ?? context.currency
  const { mark, evidence, isOpen } = settleMark(profile, isMoney, currency, context.marks)
  const named =
    header.unit === 'one' || (header.unit === 'minor' && !isMoney) ? undefined : header.unit
  const unit = named
  const decimal = mark ?? (isOpen ? undefined : context.marks)
  const isPlain = profile.filled.every((cell) => /^-?\d+$/.test(cell))
  const rule: ColumnRule = {
    ...base,
    ...(decimal !== undefined && (isMoney || !isPlain) && { decimal }),
    ...(unit !== undefined && { unit }),
  }
  if (isOpen) {
    const first = profile.filled.find((cell) => readDecimal(cell, undefined) === 'either') ?? ''
    const choices = ([',', '.'] as const).map((one) =>
      choice(
        { ...rule, decimal: one },
        one === ',' ? 'Decimal comma' : 'Decimal point',
        first,
        context,
      ),
    )
    const ask = `Is the mark in “${first}” a decimal mark, or does it group thousands?`
    return { rule, evidence, question: { about: 'column', ask, choices } }
  }
  const units = isMoney && unit === undefined ? openUnits(column, base.field, context) : []
  if (units.length < 2) return { rule, evidence: unitSays(unit, evidence) }
  const first = profile.filled[0] ?? ''
  const choices = units.map((one) =>
    choice(one === 'one' ? rule : { ...rule, unit: one }, UNIT_LABELS[one], first, context),
  )
  const ask = `“${first}” is an unlikely amount. In which unit is it?`
  return { rule, evidence, question: { about: 'column', ask, choices } }
}

function unitSays(unit: ColumnOptions['unit'], evidence: string): string {
  if (unit === undefined) return evidence
  const says = `in ${UNIT_LABELS[unit]}`
  return evidence === '' ? says : `${evidence}, ${says}`
}

/** What a guest pays is somewhere between these, in units of a currency worth about a dollar. */
const PRICE_LEAST = 0.5
const PRICE_MOST = 400
/** So many go together on one line, usually. */
const GROUP_MOST = 2
/** Of the currencies whose unit is worth much less, roughly how many go on a dollar. */
const PER_DOLLAR: Readonly<Record<string, number>> = {
  CNY: 7,
  HKD: 8,
  TWD: 30,
  JPY: 140,
  KRW: 1300,
  IDR: 15_000,
  VND: 25_000,
  INR: 80,
  THB: 35,
  MXN: 18,
  BRL: 5,
  RUB: 80,
  PHP: 55,
  HUF: 350,
  CLP: 900,
  COP: 4000,
  ARS: 900,
  SEK: 10,
  NOK: 10,
  DKK: 7,
  CZK: 22,
  TRY: 30,
  PLN: 4,
}

/** Units that an amount may be in, where the plain one would be implausible. */
function openUnits(
  column: Column,
  field: Field,
  context: RuleContext,
): readonly (typeof UNITS)[number][] {
  const { profile } = column
  const currency = column.header.currency ?? context.currency ?? ''
  const figures = profile.decimals.map(roughly).filter((one) => one > 0)
  if (figures.length === 0) return []
  if (field === 'gross' || field === 'grossToDate') {
    const { admissions, admissionsToDate } = context
    return openGrossUnits(column, field === 'gross' ? admissions : admissionsToDate, currency)
  }
  if (field !== 'unitPrice' && field !== 'price') return []
  const rate = PER_DOLLAR[currency] ?? 1
  const middle = figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
  const isCoins = profile.whole === 1 && profile.symbol === undefined
  const hasCoins = isCurrency(currency) && rate < 100
  const most = field === 'unitPrice' ? PRICE_MOST : PRICE_MOST * GROUP_MOST
  if (!isCoins || !hasCoins || middle / rate <= most) return []
  return ['minor', 'one']
}

function openGrossUnits(
  column: Column,
  heads: Column | undefined,
  currency: string,
): readonly (typeof UNITS)[number][] {
  const { profile } = column
  const rate = PER_DOLLAR[currency] ?? 1
  if (profile.decimals.some((one) => typeof one === 'object' && one.zeros !== undefined)) return []
  const prices = heads ? ratios(figuresOf(column, true, currency), figuresOf(heads, false)) : []
  if (prices.length > 0) {
    const middle = prices.toSorted((a, b) => a - b)[Math.floor(prices.length / 2)] ?? 0
    const plain = middle / 10 ** zerosOf(heads) / rate
    if (plain >= PRICE_LEAST / 5 && plain <= PRICE_MOST) return []
    const fitting = UNITS.filter((unit) => {
      const price = plain * (unit === 'minor' ? 0.01 : 10 ** UNIT_ZEROS[unit])
      return price >= PRICE_LEAST && price <= PRICE_MOST
    })
    return fitting.length === 0 ? [] : [...new Set([...fitting, 'one' as const])]
  }
  const isChinese = /[\u4e00-\u9fff]/.test(column.name)
  // A country's films take more than this; 12345.67 under 票房 is far more often 万元 than 元.
  const places = Math.max(
    0,
    ...profile.decimals.map((one) => (typeof one === 'object' ? one.places : 0)),
  )
  if (isChinese && (profile.most < 1_000_000 || places > 2))
    return ['one', 'ten_thousand', 'hundred_million']
  if (places > 2) return ['one', 'thousand', 'million']
  // 142.5 under Gross: a film that took so little would not be listed by a country.
  const isRound = profile.whole < 0.5 && profile.most < 5_000
  return isRound && profile.symbol === undefined ? ['one', 'thousand', 'million'] : []
}

function zerosOf(column: Column | undefined): number {
  const unit = column?.header.unit
  return unit === undefined || unit === 'minor' ? 0 : UNIT_ZEROS[unit]
}

function ratios(left: readonly number[], right: readonly number[]): number[] {
  if (left.length !== right.length) return []
  return left.flatMap((one, at) => {
    const ratio = one / (right[at] ?? Number.NaN)
    return Number.isFinite(ratio) && ratio > 0 ? [ratio] : []
  })
}

/** Words that mean neither a sale nor a refund are asked for. */
function settleSaleKind(column: Column, base: Base): RuleSettled {
  const unknown = new Set(column.profile.filled.filter((cell) => saleKindNamed(cell) === undefined))
  const [word] = unknown
  if (word === undefined) return { rule: base, evidence: 'sales and refunds' }
  const known = (means: string) => ({
    ...base,
    words: [...unknown].map((cell) => ({ cell, means })),
  })
  return {
    rule: base,
    evidence: '',
    question: {
      about: 'column',
      ask: `Is “${word}” a sale or a refund?`,
      choices: [
        { say: 'A sale', rule: known('sale') },
        { say: 'A refund', rule: known('refund') },
        { say: 'Leave the column out' },
      ],
    },
  }
}
