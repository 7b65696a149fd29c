import { LISTED_SQL, LISTING_KEY, literal, SEATS_SQL } from '#warehouse'
import { dimensionById } from './dimension.ts'
import type { Ground } from './ground.ts'
import { conditions, dayConditions, dimensionSql, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Part } from './part.ts'
import { grouped, indent, select, sumPart } from './part.ts'
import type { Question } from './question.ts'
import { namedDimensions } from './question-fit.ts'
import type { Setting, Variant } from './setting.ts'

const AGGREGATE = 'screening_by_day'
const BASE = 'screening'

/** Everything that listed screenings say for a question about one span. */
export function listingParts(
  question: Question,
  setting: Setting,
  variant: Variant,
  needs: ReadonlySet<Measure>,
): readonly Part[] {
  if (setting.listing.length === 0) return []
  return [
    ...(needs.has('listed') || needs.has('seats')
      ? [listedPart(question, { setting, variant }, needs)]
      : []),
    ...(needs.has('seat_days') || needs.has('auditorium_days')
      ? [auditoriumPart(question, { setting, variant })]
      : []),
  ]
}

type Standing = { readonly setting: Setting; readonly variant: Variant }

function listingTable(question: Question, { baseOnly }: Setting): string {
  const columns = new Set<string>(LISTING_KEY)
  const touched = namedDimensions(question).flatMap((id) => dimensionById(id).columns)
  // The currency of a listing is that of its cinema.
  const fits = touched.every((column) => column === 'currency' || columns.has(column))
  return fits && !baseOnly ? AGGREGATE : BASE
}

const listedSql = (table: string) => (table === BASE ? LISTED_SQL : 'listed')
const seatsSql = (table: string) => (table === BASE ? SEATS_SQL : 'seats')

function listedPart(question: Question, standing: Standing, needs: ReadonlySet<Measure>): Part {
  const table = listingTable(question, standing.setting)
  const ground: Ground = { family: 'screening', table, ...standing }
  const chosen = chosenCondition(ground)
  return sumPart(question, ground, {
    why: 'screenings listed',
    only: chosen === '' ? [] : [chosen],
    sums: [
      ...(needs.has('listed') ? ([['listed', listedSql(table)]] as const) : []),
      ...(needs.has('seats') ? ([['seats', seatsSql(table)]] as const) : []),
    ],
  })
}

/** Of a cinema-day that several sources list, the first source alone counts. */
function chosenCondition(ground: Ground): string {
  const { listing } = ground.setting
  if (listing.length < 2) return ''
  const site = dimensionSql('cinema', ground)
  return `(${site}, trading_day, source) in (
      select site, site_day, min(by_source) from (
        select ${site} as site, trading_day as site_day, source as by_source
        from ${AGGREGATE} where ${within(ground)}
        group by site, site_day, by_source having sum(listed) != 0
      ) group by site, site_day
    )`
}

/** The days of a ground, of all its owners. */
function within({ setting, variant, family }: Ground): string {
  const owners = `owner in ${literal.list(setting.owners, literal.uint32)}`
  return [owners, ...dayConditions({ family }, variant)].join(' and ')
}

/** Whether the seats of a fact's cinema-day are known. */
export function seatsKnown(ground: Ground): string {
  const listing: Ground = { ...ground, family: 'screening', table: AGGREGATE }
  if (ground.setting.listing.length === 0) return 'false'
  const site = dimensionSql('cinema', listing)
  const chosen = chosenCondition(listing)
  return `(${site}, trading_day) in (
    select ${site} as site, trading_day as site_day
    from ${AGGREGATE} where ${within(listing)}${chosen === '' ? '' : ` and ${chosen}`}
    group by site, site_day having sum(seats) > 0
  )`
}

/** Every auditorium once a day, with its seats, on cinema-days whose seats are known. */
function auditoriumPart(question: Question, standing: Standing): Part {
  const ground: Ground = { family: 'screening', table: BASE, ...standing }
  const keys = keysOf(question)
  const chosen = chosenCondition(ground)
  const only = [
    `status != 'cancelled'`,
    ...(chosen === '' ? [] : [chosen]),
    seatsKnown(ground),
    ...conditions(question, ground),
  ]
  const shows = select(
    [
      ...keyColumns(question, ground),
      `${dimensionSql('cinema', ground)} as site`,
      'trading_day as site_day',
      'auditorium as hall',
      'room as hall_name',
      'max(screening.seats) as hall_seats',
    ],
    `from screening
where ${only.join('\n  and ')}
group by ${[...keys, 'site', 'site_day', 'hall', 'hall_name', 'screening', 'screening.seats'].join(', ')}
having sum(weight) > 0`,
  )
  const each = [...keys, 'site', 'site_day', 'hall', 'hall_name']
  const halls = select(
    [...keys, 'max(hall_seats) as seats_of_hall'],
    `from (\n${indent(shows)}\n)${grouped(each)}`,
  )
  return {
    table: BASE,
    why: 'auditorium-days',
    keys,
    gives: new Map([
      ['seat_days', 'toInt64(sum(seats_of_hall))'],
      ['auditorium_days', 'toInt64(count())'],
    ]),
    gathering: 'sum',
    from: `from (\n${indent(halls)}\n)${grouped(keys)}`,
  }
}
