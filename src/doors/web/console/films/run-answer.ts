import type { Answer, AnswerRow, Figure, Question } from '#metrics/pure'
import { shiftDay } from '../../shared/days.ts'
import { textOf } from '../wire/rows.ts'
import type { Curve } from './film-run.ts'
import { peersTook, releaseDayOf, releaseWeekOf, WEEK_DAYS, weekOfRelease } from './film-run.ts'
import type { RunMeasure, RunStep } from './film-search.ts'

export type Run = {
  /** The film's own figures by day. */
  readonly own: Answer
  readonly measure: RunMeasure
  readonly opensOn: string
  readonly from: string
  /** The last day shown of its own; peers go on to `until`. */
  readonly to: string
  readonly until: string
  readonly curves: readonly Curve[]
  /** Up to here every film is known: a peer that is not that old says nothing. */
  readonly known: string
}

/** A film's run with its peers beside it, as one answer that any chart or table can show. */
export function runAnswer(run: Run, step: RunStep): Answer {
  const byDay = new Map(run.own.rows.map((row) => [textOf(row, 'period'), row]))
  const rows = step === 'week' ? weekRows(run, byDay) : dayRows(run, byDay, step === 'total')
  const { by: _, grain: __, order: ___, ...asked } = run.own.question
  const question: Question = {
    ...asked,
    ...{ metrics: [run.measure], from: run.from, to: run.until },
    ...(step === 'week' ? { by: ['releaseWeek'] } : { by: [], grain: 'day' }),
    ...(run.curves.length > 0 && { compare: ['releaseWeek'] }),
  }
  const definitions = run.own.definitions.filter(({ id }) => id === run.measure)
  const { others: _others, ...own } = run.own
  return { ...own, rows, question, definitions }
}

type Rows = ReadonlyMap<string, AnswerRow>

function dayRows(run: Run, byDay: Rows, total: boolean): readonly AnswerRow[] {
  const rows: AnswerRow[] = []
  let sum = 0n
  for (let day = run.from; day <= run.until; day = shiftDay(day, 1)) {
    sum += minorOf(byDay.get(day), run.measure)
    const at = releaseDayOf(run.opensOn, day)
    const took = total ? { from: 1, to: at } : { from: at, to: at }
    const own = total ? sum : minorOf(byDay.get(day), run.measure)
    rows.push(rowOf(run, { period: day }, day > run.to ? null : figureOf(run, own), took))
  }
  return rows
}

/** Whole weeks and the one that runs; previews stand before the first. */
function weekRows(run: Run, byDay: Rows): readonly AnswerRow[] {
  const last = releaseWeekOf(run.opensOn, run.until) ?? 0
  const rows: AnswerRow[] = []
  for (let week = 1; week <= last; week += 1) {
    const { from, to } = weekOfRelease(run.opensOn, week)
    let sum = 0n
    for (let day = from; day <= to && day <= run.to; day = shiftDay(day, 1)) {
      sum += minorOf(byDay.get(day), run.measure)
    }
    const days = { from: (week - 1) * WEEK_DAYS + 1, to: week * WEEK_DAYS }
    const own = from > run.to ? null : figureOf(run, sum)
    rows.push(rowOf(run, { releaseWeek: String(week) }, own, days))
  }
  return rows
}

type ReleaseDays = { readonly from: number; readonly to: number }

function rowOf(run: Run, name: AnswerRow, own: Figure, days: ReleaseDays): AnswerRow {
  const row: AnswerRow = { ...name, [run.measure]: own }
  if (run.curves.length === 0) return row
  const took = days.to < 1 ? undefined : peersTook(run.curves, days, run.known)
  const beside = { [run.measure]: took === undefined ? null : figureOf(run, took) }
  return Object.assign(row, { compared: { releaseWeek: beside } })
}

function minorOf(row: AnswerRow | undefined, measure: RunMeasure): bigint {
  const figure = row?.[measure]
  if (typeof figure === 'number') return BigInt(figure)
  return typeof figure === 'object' && figure !== null ? BigInt(figure.minor) : 0n
}

function figureOf({ measure, own }: Run, value: bigint): Figure {
  if (measure === 'admissions') return Number(value)
  return own.currency === undefined ? null : { minor: String(value), currency: own.currency }
}
