import type { Assigned, Column } from './assign-columns.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES } from './fields.ts'
import type { Constant, MappedTable } from './mapping.ts'
import { daysFrom } from './periods.ts'
import { currencyNamed } from './places.ts'
import type { ProposalContext, Question } from './proposal.ts'
import { readDate } from './read-date.ts'
import { isBuddhist } from './settle-dates.ts'

/** What of the file as a whole its columns settle, and what must be asked. */
export type FileSettled = {
  readonly currency?: string
  readonly timezone?: string
  readonly about?: 'cinema' | 'territory'
  readonly constants: readonly Constant[]
  readonly questions: readonly Question[]
}

export function settleFile(
  assigned: readonly Assigned[],
  all: readonly Column[],
  table: MappedTable,
  context: ProposalContext,
): FileSettled {
  const fields = new Map<Field, Column>()
  for (const { field, column } of assigned) if (field) fields.set(field, column)
  const questions: Question[] = []
  const constants: Constant[] = []
  const namesCinemas = fields.has('cinema')
  const isReported = table === 'box_office'
  const ownFile = !namesCinemas && !isReported

  const hasMoney = [...fields.keys()].some((field) => FIELD_SHAPES[field].kind === 'amount')
  const currency =
    fields.has('currency') || !hasMoney ? undefined : currencyOf(assigned, all, context)
  const currencyOpen = hasMoney && !fields.has('currency') && currency === undefined && !ownFile
  if (currencyOpen) questions.push(currencyQuestion(all, context))

  const hasTimes = table !== 'box_office' && table !== 'stored_value'
  const timezone = namesCinemas && hasTimes ? context.timezone : undefined
  if (namesCinemas && hasTimes && timezone === undefined)
    questions.push(timezoneQuestion(currency ?? (isThai(all) ? 'THB' : undefined)))

  let about: 'cinema' | 'territory' | undefined
  if (isReported && !namesCinemas && !fields.has('territory')) {
    const isWide = (['sites', 'screens', 'distributor'] as const).some((one) => fields.has(one))
    const ranked = all.some(({ header }) => header.meant[0]?.leftOut === 'rank')
    about = isWide || ranked || context.territory ? 'territory' : undefined
    const of = context.territory ?? TERRITORY_OF[currency ?? '']
    if (of !== undefined && about !== undefined) constants.push({ field: 'territory', value: of })
    else questions.push(territoryQuestion(about, currency ?? (isThai(all) ? 'THB' : undefined)))
  }
  if (isReported && !fields.has('period')) {
    const period = periodOf(fields, all, context.fileName)
    if (period === 'open') questions.push(PERIOD_QUESTION)
    else if (period !== undefined) constants.push({ field: 'period', value: period })
  }
  return {
    ...(currency !== undefined && (currency !== context.currency || !ownFile) && { currency }),
    ...(timezone !== undefined && { timezone }),
    ...(about !== undefined && { about }),
    constants,
    questions,
  }
}

/** Of currencies that one territory alone has. */
const TERRITORY_OF: Readonly<Record<string, string>> = {
  CNY: 'CN',
  KRW: 'KR',
  JPY: 'JP',
  IDR: 'ID',
  INR: 'IN',
  THB: 'TH',
  MYR: 'MY',
  GBP: 'GB',
  BRL: 'BR',
  MXN: 'MX',
  TWD: 'TW',
  HKD: 'HK',
  RUB: 'RU',
  PLN: 'PL',
  TRY: 'TR',
  VND: 'VN',
  PHP: 'PH',
  AUD: 'AU',
  CAD: 'CA',
  SEK: 'SE',
  DKK: 'DK',
  NOK: 'NO',
  CZK: 'CZ',
  HUF: 'HU',
}

const DOLLARS = new Set('USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP'.split(' '))

/** The one currency that headers or cells name; of $ and ¥ only with something else that says which. */
export function currencyOf(
  assigned: readonly Assigned[],
  all: readonly Column[],
  context: ProposalContext,
): string | undefined {
  const money = assigned.filter(({ field }) => field && FIELD_SHAPES[field].kind === 'amount')
  for (const { column } of money) if (column.header.currency) return column.header.currency
  const symbols = new Set(money.flatMap(({ column }) => column.profile.symbol ?? []))
  for (const symbol of symbols) {
    const named = currencyNamed(symbol)
    if (named) return named
    if (symbol === '$' && DOLLARS.has(context.currency ?? '')) return context.currency
    if (/[¥￥]/.test(symbol)) return isChinese(all) ? 'CNY' : isJapanese(all) ? 'JPY' : undefined
  }
  if (symbols.size > 0) return undefined
  if (/฿|บาท/u.test(headers(all))) return 'THB'
  const inTenThousands = money.some(
    ({ column }) =>
      column.header.unit === 'ten_thousand' || column.header.unit === 'hundred_million',
  )
  if (context.currency !== undefined) return context.currency
  if (inTenThousands && isSimplified(all)) return 'CNY'
  return isKorean(all) ? 'KRW' : undefined
}

const headers = (all: readonly Column[]) => all.map(({ name }) => name).join(' ')
const isJapanese = (all: readonly Column[]) => /[\u3040-\u30ff]/.test(headers(all))
const isChinese = (all: readonly Column[]) =>
  /[\u4e00-\u9fff]/.test(headers(all)) && !isJapanese(all)
const isKorean = (all: readonly Column[]) => /[\uac00-\ud7af]/.test(headers(all))
/** Characters that the mainland alone writes so. */
const isSimplified = (all: readonly Column[]) =>
  isChinese(all) &&
  /[万亿厅场电时间单价额总计实际员号类语国区发开]/.test(headers(all)) &&
  !/[萬億廳場電時間單價額總計]/.test(headers(all))

/** Written in Thai, or with the years that Thailand counts: likely in baht, but not surely. */
const isThai = (all: readonly Column[]) =>
  /[\u0e01-\u0e5b]/.test(headers(all)) ||
  all.some(({ profile }) => profile.dates > 0.7 && isBuddhist(profile))

function currencyQuestion(all: readonly Column[], context: ProposalContext): Question {
  const chinese = isChinese(all) ? ['CNY', 'HKD', 'TWD'] : undefined
  const thai = isThai(all) ? ['THB'] : []
  const likely = chinese ?? [...thai, 'USD', 'EUR', 'GBP', 'CNY', 'AUD', 'CAD']
  const choices = [...new Set([...(context.currency ? [context.currency] : []), ...likely])]
  return {
    about: 'currency',
    ask: 'In which currency are the amounts?',
    choices: choices.map((value) => ({ say: value, value })),
  }
}

const ZONES: Readonly<Record<string, readonly string[]>> = {
  CNY: ['Asia/Shanghai'],
  EUR: ['Europe/Dublin', 'Europe/Paris', 'Europe/Berlin', 'Europe/Madrid', 'Europe/Rome'],
  GBP: ['Europe/London'],
  IDR: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  KRW: ['Asia/Seoul'],
  THB: ['Asia/Bangkok'],
  MXN: ['America/Mexico_City', 'America/Tijuana', 'America/Cancun'],
  AUD: ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth'],
  USD: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
}

function timezoneQuestion(currency: string | undefined): Question {
  const zones = ZONES[currency ?? ''] ?? ['Asia/Shanghai', 'Europe/London', 'America/New_York']
  return {
    about: 'timezone',
    ask: 'In which time zone are the times?',
    choices: zones.map((value) => ({ say: value, value })),
  }
}

function territoryQuestion(about: string | undefined, currency: string | undefined): Question {
  const codes = TERRITORY_OF[currency ?? '']
    ? [TERRITORY_OF[currency ?? ''] ?? '']
    : ['US', 'GB', 'CN', '001']
  const choices = codes.map((value) => ({
    say: value === '001' ? 'The world' : value,
    constant: { field: 'territory', value } as const,
  }))
  if (about === 'territory')
    return { about: 'territory', ask: 'Of which territory are the figures?', choices }
  return {
    about: 'territory',
    ask: 'Whose figures are these: one cinema’s, or a territory’s?',
    choices: [{ say: 'One cinema’s', value: 'cinema' }, ...choices],
  }
}

const PERIOD_QUESTION: Question = {
  about: 'period',
  ask: 'What does a row stand for?',
  choices: [
    { say: 'One day', constant: { field: 'period', value: 'day' } },
    { say: 'A weekend, from that day on', constant: { field: 'period', value: 'weekend' } },
    { say: 'A week, from that day on', constant: { field: 'period', value: 'week' } },
  ],
}

/** The period of a row: by words of the header, and by how far its days stand apart. */
function periodOf(
  fields: ReadonlyMap<Field, Column>,
  all: readonly Column[],
  fileName: string,
): string | undefined {
  const day = fields.get('day')
  const [first, last] = [fields.get('firstDay'), fields.get('lastDay')]
  if (first && last) return undefined
  const column = day ?? first ?? last
  if (!column) return undefined
  const words = `${all
    .filter(({ header }) => header.meant.some(({ concept }) => concept !== undefined))
    .map(({ name }) => name)
    .join(' ')} ${fileName}`.toLowerCase()
  const gross = `${fields.get('gross')?.name ?? ''} ${column.name}`.toLowerCase()
  for (const text of [gross, words]) {
    if (/week-?end|周末|週末|3.?day|\bfss\b|fin de semana|wochenende/.test(text)) return 'weekend'
    if (
      /daily|\bday gross|单日|單日|当日|當日|日票房|diari|täglich|harian|per day|每日|일별/.test(
        text,
      )
    )
      return 'day'
    if (/week(?!s| no|day)|周票房|週票房|semana|woche|minggu/.test(text)) return 'week'
  }
  const gap = usualGap(column, fields.get('film'))
  if (gap === 1) return 'day'
  if (gap === 7) return 'open'
  return gap === undefined && day !== undefined ? 'day' : 'open'
}

/** Days between one row of a film and its next; undefined where each film has one. */
function usualGap(column: Column, film: Column | undefined): number | undefined {
  const last = new Map<string, string>()
  const gaps = new Map<number, number>()
  for (const [at, cell] of column.profile.cells.entries()) {
    const read = readDate(
      cell,
      column.profile.filled.some((one) => readDate(one, undefined) === 'either')
        ? 'dmy'
        : undefined,
    )
    if (typeof read !== 'object' || !('day' in read)) continue
    const day = `${read.year}-${String(read.month).padStart(2, '0')}-${String(read.day).padStart(2, '0')}`
    const title = film?.profile.cells[at] ?? ''
    const before = last.get(title)
    if (before !== undefined && before !== day) {
      const gap = Math.abs(daysFrom(before, day))
      gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
    }
    last.set(title, day)
  }
  return [...gaps].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
