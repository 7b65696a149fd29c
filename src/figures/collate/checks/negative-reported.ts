import type { CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { figureOf, figureText } from './reported-figure.ts'
import { within } from './scope-sql.ts'
import { counted, placeName, sourceName } from './wording.ts'

type Below = {
  owner: number
  source: number
  territory: string
  cinema: number
  film: number
  kind: string
  measure: string
  currency: string
  day: string
  value: string
}

/** Reported figures below zero: one finding a source, place and measure. */
export async function reportedBelowZero(context: CheckContext): Promise<readonly Finding[]> {
  const below = await context.ask<Below>(`
    select owner, source, territory, cinema, film, toString(kind) as kind, measure, currency,
      toString(first_day) as day, toString(net) as value
    from (
      select owner, source, territory, cinema, film, kind, measure, currency, first_day,
        sum(value) as net
      from box_office
      where ${within(context, { day: 'first_day', cinema: 'cinema', source: 'source' })}
      group by owner, source, territory, cinema, film, kind, measure, currency, first_day,
        last_day
    ) where net < 0 order by owner, source, first_day, film limit 5000`)
  const titles = await context.films(below.map(({ film }) => film))
  const key = ({ source, territory, cinema, measure }: Below) =>
    `reported/${source}/${territory}/${cinema}/${measure}`
  return [...Map.groupBy(below, key)].map(([subject, rows]) =>
    finding(subject, rows, titles, context),
  )
}

function finding(
  subject: string,
  rows: readonly Below[],
  titles: ReadonlyMap<number, string>,
  context: CheckContext,
): Finding {
  const [first] = rows
  if (!first) throw new Error('a finding without rows')
  const { owner, source, territory, cinema, measure, currency } = first
  const days = rows.map(({ day }) => day).toSorted()
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const name = sourceName(context, source)
  const place = cinema === 0 ? territory : placeName(context, cinema)
  const lost = rows.reduce((sum, { value }) => sum - BigInt(value.split('.')[0] ?? 0), 0n)
  const stake = measure === 'gross' && currency !== '' ? [{ minor: lost, currency }] : []
  const worst = rows.toSorted((a, b) => Number(a.value) - Number(b.value))[0] ?? first
  return {
    subject,
    sentence: 'reported',
    say:
      `“${name}” reports ${counted(rows.length, 'figure')} below zero, the lowest ` +
      `${figureText(worst)} for “${titles.get(worst.film) ?? 'all films'}” on ${worst.day}: ` +
      'ask the source, and import what it corrects.',
    values: {
      source: name,
      count: rows.length,
      lowest: figureOf(worst),
      film: titles.get(worst.film) ?? '',
      day: worst.day,
    },
    organisationId: owner,
    sourceId: source,
    ...(cinema !== 0 && { cinemaId: cinema }),
    firstDay,
    lastDay,
    money: stake,
    rows: rowsOf(
      ['day', 'film', 'place', 'kind', 'measure', 'value'],
      rows.map((row) => [
        row.day,
        titles.get(row.film) ?? '',
        place,
        row.kind,
        measure,
        figureOf(row),
      ]),
    ),
  }
}
