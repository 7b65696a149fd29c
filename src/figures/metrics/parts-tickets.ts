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
  const [sold, refunded, gross] = (['sold', 'refunded', 'gross'] as const).map((sum) =>
    ticketSumSql(sum, ground),
  )
  return sumPart(question, ground, {
    why: 'sales',
    sums: [
      ...sums.map((sum) => [sum, ticketSumSql(sum, ground)] as const),
      ...(needs.has('seated')
        ? ([['seated', `if(${known}, ${sold} - ${refunded}, 0)`]] as const)
        : []),
      ...(needs.has('seated_gross')
        ? ([['seated_gross', `if(${known}, ${gross}, 0)`]] as const)
        : []),
    ],
  })
}

/** A screening sold something only if its own sum says so. */
function screeningsPart(question: Question, standing: Standing): Part {
  const ground = groundOf(question, standing, ['cinema', 'screening'])
  // By the cinema as its facts say it: two that are one may number their screenings alike.
  const each = [`${ground.table}.cinema as screened_in`, `${ground.table}.screening as screened`]
  const left = `sum(${ticketSumSql('sold', ground)}) > 0`
  return setPart(question, ground, {
    measure: 'screenings',
    each,
    left,
    state: 'uniqExactState(screened_in, screened)',
  })
}

/** A cinema has a figure on a day if anything is left of that day. */
function sitesPart(question: Question, standing: Standing): Part {
  const ground = groundOf(question, standing, ['cinema', 'trading_day'])
  const [sold, refunded] = [ticketSumSql('sold', ground), ticketSumSql('refunded', ground)]
  return setPart(question, ground, {
    measure: 'sites',
    each: [`${dimensionSql('cinema', ground)} as site`, `${ground.table}.trading_day as site_day`],
    left: `sum(${sold}) != 0 or sum(${refunded}) != 0`,
    state: 'uniqExactState(site)',
  })
}

type Members = {
  readonly measure: 'screenings' | 'sites'
  /** What is told apart, each with its name. */
  readonly each: readonly string[]
  /** Whether anything is left of one. */
  readonly left: string
  readonly state: string
}

function setPart(question: Question, ground: Ground, members: Members): Part {
  const { measure, each, left, state } = members
  const keys = keysOf(question)
  const names = each.map((column) => column.slice(column.lastIndexOf(' as ') + ' as '.length))
  const standing = select(
    [...keyColumns(question, ground), ...each],
    `from ${ground.table}
where ${conditions(question, ground).join('\n  and ')}${grouped([...keys, ...names])}
having ${left}`,
  )
  return {
    table: ground.table,
    why: measure,
    keys,
    gives: new Map([[measure, state]]),
    gathering: 'set',
    from: `from (\n${indent(standing)}\n)${grouped(keys)}`,
  }
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
