import type { AboutLine } from '#files'
import { moneyToDecimal } from '#kernel'
import type { Answer, AnswerRow, ComparisonSpan, DimensionId, Question, RateShown } from '#metrics'
import { DIMENSION_IDS } from '#metrics'
import { filmNames } from '#programme'
import type { Store } from '#store'
import { cinemaNames } from '#venues'
import type { FileWords } from './answer-file-words.ts'

export type FileHead = Omit<Answer, 'rows' | 'others'>

/** Names of values by their ids, for dimensions that have such. */
export type ValueNames = Readonly<Partial<Record<DimensionId, ReadonlyMap<string, string>>>>

type About = {
  readonly head: FileHead
  /** All rows of the answer, and those of the file. */
  readonly count: number
  readonly written: number
  readonly words: FileWords
  readonly names: ValueNames
  readonly program: string
}

/** What a file's rows are, with everything that the figures rest on; the second sheet of a workbook. */
export function aboutLines(about: About): readonly AboutLine[] {
  const { head, words, names, program, count, written } = about
  const { question, definitions, freshness, sites, sources } = head
  const { say } = words
  const line = (name: string, title: string, text: string) => ({ name, title, words: text })
  return [
    line('title', say('title'), fileTitle(head, words)),
    ...(head.sample ? [line('sample', say('basis'), say('sample'))] : []),
    line('basis', say('basis'), head.basis),
    ...filterLines(question, words, names),
    ...(head.currency === undefined ? [] : [line('currency', say('currency'), head.currency)]),
    ...(head.rates ?? []).map((rate) => line(`rate.${rate.from}`, say('rate'), rateText(rate))),
    ...(head.comparisons ?? []).map((span) =>
      line(
        `comparison.${span.id}`,
        words.compared(say('comparison'), span.id),
        spanText(span, words),
      ),
    ),
    ...question.metrics.map((id) =>
      line(
        `total.${id}`,
        `${say('total')} ${words.metric(id, definitions)}`,
        figureText(head.total[id]),
      ),
    ),
    line('rows', say('rows'), String(written)),
    ...(count > written ? [line('rowsBeyond', say('rowsBeyond'), String(count - written))] : []),
    line('asOf', say('asOf'), freshness.asOf),
    line('through', say('complete'), freshness.through),
    ...(freshness.pending > 0 ? [line('pending', say('pending'), String(freshness.pending))] : []),
    line('sites', say('sites'), `${sites.reporting} / ${sites.expected}`),
    line('sources', say('source'), sources.map(({ name }) => name).join(say('comma'))),
    ...definitions.map((definition) =>
      line(
        `definition.${definition.id}`,
        words.metric(definition.id, definitions),
        words.meaning(definition),
      ),
    ),
    line('question', say('question'), JSON.stringify(question)),
    line('program', say('program'), program),
  ]
}

/** "Gross, Admissions by Film, 2026-11-01 to 2026-11-30". */
export function fileTitle({ question, definitions }: FileHead, words: FileWords): string {
  const { say } = words
  const metrics = question.metrics.map((id) => words.metric(id, definitions)).join(say('comma'))
  const keys = [
    ...(question.grain ? [words.dimension('period')] : []),
    ...question.by.map((id) => words.dimension(id)),
  ].join(say('comma'))
  const days = daysText(question, words)
  if (words.lang === 'zh') return `${keys === '' ? '' : `${say('by')}${keys}：`}${metrics}，${days}`
  return `${metrics}${keys === '' ? '' : ` ${say('by')} ${keys}`}, ${days}`
}

function daysText({ from, to }: Question, { say }: FileWords): string {
  if (from === undefined && to === undefined) return say('wholeSpan')
  if (from === to) return from ?? ''
  return `${from ?? '…'}${say('to')}${to ?? '…'}`
}

/** What a question keeps to, a line each: its days, its filters, its currency. */
export function filterLines(
  question: Question,
  words: FileWords,
  names: ValueNames,
): readonly AboutLine[] {
  const { where, whereNot, soldBy, currency } = question
  const { say } = words
  const line = (id: DimensionId, values: readonly string[], without: boolean) => {
    const shown = values.map(
      (value) => names[id]?.get(value) ?? (value === '' ? say('empty') : value),
    )
    const title = `${say('filter')} ${words.dimension(id)}`
    const text = (without ? `${say('except')} ` : '') + shown.join(say('comma'))
    return { name: `${without ? 'without' : 'filter'}.${id}`, title, words: text }
  }
  const lines = DIMENSION_IDS.flatMap((id) => [
    ...(where[id] ? [line(id, where[id], false)] : []),
    ...(whereNot?.[id] ? [line(id, whereNot[id], true)] : []),
  ])
  const more = [
    ...(currency === undefined ? [] : [line('currency', [currency], false)]),
    ...(soldBy === undefined ? [] : [{ name: 'soldBy', title: say('onlyBy'), words: soldBy }]),
  ]
  const days = { name: 'days', title: say('days'), words: daysText(question, words) }
  const filters = [...lines, ...more]
  const none = { name: 'filter', title: say('filter'), words: say('noFilter') }
  return [days, ...(filters.length > 0 ? filters : [none])]
}

function spanText({ from, to, holiday, peers, unavailable }: ComparisonSpan, words: FileWords) {
  if (unavailable !== undefined) return unavailable
  const days = from === undefined ? '' : `${from}${words.say('to')}${to ?? '…'}`
  const films = peers === undefined ? '' : peers.join(words.say('comma'))
  return [days, holiday ?? '', films].filter((part) => part !== '').join(' · ')
}

function rateText({ from, to, rate, day, rates, source }: RateShown): string {
  const several = rates > 1 ? ` (${rates})` : ''
  return `1 ${from} = ${rate} ${to}, ${day}${several}, ${source}`
}

function figureText(figure: AnswerRow[string] | undefined): string {
  if (figure === null || figure === undefined) return '–'
  if (typeof figure !== 'object') return String(figure)
  if (!('minor' in figure)) return '–'
  const { minor, currency } = figure
  return `${moneyToDecimal({ minor: BigInt(String(minor)), currency: String(currency) })} ${String(currency)}`
}

/** What a question filters by, as people call it. */
export async function valueNames(
  store: Store,
  { where, whereNot }: Pick<Question, 'where' | 'whereNot'>,
): Promise<ValueNames> {
  const named = async (id: 'film' | 'cinema', find: FindNames) => {
    const ids = [...(where[id] ?? []), ...(whereNot?.[id] ?? [])].map(Number)
    const found = ids.length === 0 ? new Map<number, string>() : await find(store, ids)
    return new Map([...found].map(([key, name]) => [String(key), name]))
  }
  const [film, cinema] = await Promise.all([named('film', filmNames), named('cinema', cinemaNames)])
  return { film, cinema }
}

type FindNames = (store: Store, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>
