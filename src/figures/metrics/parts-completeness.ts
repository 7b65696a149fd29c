import type { Ground } from './ground.ts'
import { conditions, dimensionSql, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Part } from './part.ts'
import { grouped, indent, select } from './part.ts'
import { ticketSumSql, ticketTable } from './parts-tickets.ts'
import type { Question } from './question.ts'
import type { Setting, Variant } from './setting.ts'

const LISTED = 'screening_by_day'

/** Cinema-days with a listing, and those of them with any ticket that the question is about. */
export function completenessParts(
  question: Question,
  setting: Setting,
  variant: Variant,
  needs: ReadonlySet<Measure>,
): readonly Part[] {
  if (setting.listing.length === 0) return []
  if (!needs.has('listed_days') && !needs.has('answered_days')) return []
  const ground: Ground = { family: 'screening', table: LISTED, setting, variant }
  const keys = keysOf(question)
  const listed = dayRows(question, ground, 'sum(listed) != 0')
  const table = ticketTable(question, setting, ['cinema', 'trading_day'])
  const tickets: Ground = { family: 'ticket', table, setting, variant }
  const [sold, refunded] = [ticketSumSql('sold', tickets), ticketSumSql('refunded', tickets)]
  const open = dayRows(question, tickets, `sum(${sold}) != 0 or sum(${refunded}) != 0`)
  const day = [...keys, 'site', 'site_day'].join(', ')
  const answered = `(${day}) in (\n${indent(select([day], `from (\n${indent(open)}\n)`))}\n)`
  return [
    {
      table: LISTED,
      why: 'cinema-days',
      keys,
      gives: new Map([
        ['listed_days', 'toInt64(count())'],
        ['answered_days', `toInt64(countIf(${answered}))`],
      ]),
      gathering: 'sum',
      from: `from (\n${indent(listed)}\n)${grouped(keys)}`,
    },
  ]
}

/** A row for each cinema-day of each key in which anything is left. */
function dayRows(question: Question, ground: Ground, left: string): string {
  const each = [...keysOf(question), 'site', 'site_day']
  return select(
    [
      ...keyColumns(question, ground),
      `${dimensionSql('cinema', ground)} as site`,
      `${ground.table}.trading_day as site_day`,
    ],
    `from ${ground.table}
where ${conditions(question, ground).join('\n  and ')}
group by ${each.join(', ')}
having ${left}`,
  )
}
