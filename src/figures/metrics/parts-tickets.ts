import { AGGREGATES } from '#warehouse'
import type { TicketSum } from './column.ts'
import { isTicketSum, TICKET_SUMS } from './column.ts'
import { dimensionById } from './dimension.ts'
import type { Ground } from './ground.ts'
import { BASE_TABLE, conditions, dimensionSql, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Part } from './part.ts'
import { grouped, indent, select, sumPart } from './part.ts'
import { seatsKnown } from './parts-listing.ts'
import type { Question } from './question.ts'
import { namedDimensions } from './question-fit.ts'
import type { Setting, Variant } from './setting.ts'
import { weekBefore } from './variant.ts'

/** Everything that tickets say for a question about one span. */
export function ticketParts(
  question: Question,
  setting: Setting,
  variant: Variant,
  needs: ReadonlySet<Measure>,
): readonly Part[] {
  return [
    sumsPart(question, { setting, variant }, needs),
    ...(needs.has('screenings') ? [screeningsPart(question, { setting, variant })] : []),
    ...(needs.has('sites') ? [sitesPart(question, { setting, variant })] : []),
    ...lifePart(question, { setting, variant }, needs),
    ...beforePart(question, { setting, variant }, needs),
  ]
}

type Standing = { readonly setting: Setting; readonly variant: Variant }

/** The smallest table that carries every column that is touched. */
export function ticketTable(
  question: Question,
  { baseOnly }: Pick<Setting, 'baseOnly'>,
  more: readonly string[] = [],
): string {
  const { grain, soldBy } = question
  const touched = new Set([
    ...namedDimensions(question).flatMap((id) => dimensionById(id).columns),
    ...more,
    ...(grain ? ['trading_day'] : []),
    ...(soldBy === undefined ? [] : ['trading_day', 'sold_day', 'sold_slot']),
  ])
  const carries = AGGREGATES.find(({ key }) => {
    const columns = new Set<string>(key.map(([column]) => column))
    return [...touched].every((column) => columns.has(column))
  })
  return (!baseOnly && carries?.name) || BASE_TABLE
}

function groundOf(question: Question, { setting, variant }: Standing, more: readonly string[]) {
  const table = ticketTable(question, setting, more)
  return { family: 'ticket', table, setting, variant } as const
}

/** What a row of a table of tickets adds to a sum. */
export function ticketSumSql(sum: TicketSum, { table }: Pick<Ground, 'table'>): string {
  const { base, aggregate } = TICKET_SUMS[sum]
  return table === BASE_TABLE ? base.replaceAll('sold_slot', 'sold_minute') : aggregate
}

function sumsPart(question: Question, standing: Standing, needs: ReadonlySet<Measure>): Part {
  const sums = [...needs].filter(isTicketSum)
  const seated = needs.has('seated') || needs.has('seated_gross')
  const ground = groundOf(question, standing, [
    ...sums.flatMap((sum) => TICKET_SUMS[sum].columns),
    ...(seated ? ['trading_day', 'cinema'] : []),
  ])
  const known = seated ? seatsKnown(ground) : ''
  const where = (sum: TicketSum) => `if(${known}, ${ticketSumSql(sum, ground)}, 0)`
  return sumPart(question, ground, {
    why: 'sales',
    sums: [
      ...sums.map((sum) => [sum, ticketSumSql(sum, ground)] as const),
      ...(needs.has('seated')
        ? ([['seated', `${where('sold')} - ${where('refunded')}`]] as const)
        : []),
      ...(needs.has('seated_gross') ? ([['seated_gross', where('gross')]] as const) : []),
    ],
  })
}

/** A screening sold something only if its own sum says so. */
function screeningsPart(question: Question, standing: Standing): Part {
  const ground = groundOf(question, standing, ['cinema', 'screening'])
  const keys = keysOf(question)
  const each = [...keys, 'screened_in', 'screened']
  const kept = select(
    [
      ...keyColumns(question, ground),
      // By the cinema as its facts say it: two that are one may number their screenings alike.
      `${ground.table}.cinema as screened_in`,
      `${ground.table}.screening as screened`,
      `${ticketSumSql('sold', ground)} as said_sold`,
    ],
    fromWhere(question, ground),
  )
  const sold = select(each, `from (\n${indent(kept)}\n)${grouped(each)}\nhaving sum(said_sold) > 0`)
  return {
    table: ground.table,
    why: 'screenings',
    sql: select(
      [...keys, 'uniqExactState(screened_in, screened) as set_screenings'],
      `from (\n${indent(sold)}\n)${grouped(keys)}`,
    ),
    gives: new Map([['screenings', 'set_screenings']]),
  }
}

/** A cinema has a figure on a day if anything is left of that day. */
function sitesPart(question: Question, standing: Standing): Part {
  const ground = groundOf(question, standing, ['cinema', 'trading_day'])
  const keys = keysOf(question)
  const each = [...keys, 'site', 'site_day']
  const kept = select(
    [
      ...keyColumns(question, ground),
      `${dimensionSql('cinema', ground)} as site`,
      `${ground.table}.trading_day as site_day`,
      `${ticketSumSql('sold', ground)} as said_sold`,
      `${ticketSumSql('refunded', ground)} as said_refunded`,
    ],
    fromWhere(question, ground),
  )
  const left = select(
    each,
    `from (\n${indent(kept)}\n)${grouped(each)}\nhaving sum(said_sold) != 0 or sum(said_refunded) != 0`,
  )
  return {
    table: ground.table,
    why: 'sites',
    sql: select(
      [...keys, 'uniqExactState(site) as set_sites'],
      `from (\n${indent(left)}\n)${grouped(keys)}`,
    ),
    gives: new Map([['sites', 'set_sites']]),
  }
}

function fromWhere(question: Question, ground: Ground): string {
  return `from ${ground.table}\nwhere ${conditions(question, ground).join('\n  and ')}`
}

/** The run so far: the same without a first day. */
function lifePart(question: Question, { setting, variant }: Standing, needs: ReadonlySet<Measure>) {
  if (!needs.has('life_gross') && !needs.has('life_admissions')) return []
  const { from: _from, ...endless } = variant
  const ground = groundOf(question, { setting, variant: endless }, [])
  return [
    sumPart(question, ground, {
      why: 'run so far',
      sums: [
        ...(needs.has('life_gross')
          ? ([['life_gross', ticketSumSql('gross', ground)]] as const)
          : []),
        ...(needs.has('life_admissions')
          ? ([
              [
                'life_admissions',
                `${ticketSumSql('sold', ground)} - ${ticketSumSql('refunded', ground)}`,
              ],
            ] as const)
          : []),
      ],
    }),
  ]
}

function beforePart(
  question: Question,
  { setting, variant }: Standing,
  needs: ReadonlySet<Measure>,
) {
  if (!needs.has('before_gross')) return []
  const ground = groundOf(question, { setting, variant: weekBefore(variant) }, [])
  const sums = [['before_gross', ticketSumSql('gross', ground)]] as const
  return [sumPart(question, ground, { why: 'a week earlier', sums })]
}
