import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { figureOf, figureText, wholeOf } from './reported-figure.ts'
import { within } from './scope-sql.ts'
import { amount, counted, dayText, placeName, sourceName } from './wording.ts'

type Fall = {
  owner: number
  source: number
  territory: string
  cinema: number
  film: number
  measure: string
  currency: string
  day: string
  dayBefore: string
  value: string
  before: string
  fell: string
}

export const fallingTotal: Check = {
  id: 'falling_total',
  name: 'A total to date falls',
  severity: 'warning',
  explanation:
    'A total since the start is less than it was at the day before that it was reported for. The ' +
    'source restated it, or took a film for another. Whether totals equal the sum of their days is ' +
    'laid side by side under Reconcile; nothing is smoothed over.',
  needs: ['box_office'],
  async run(context) {
    const falls = await fallsOf(context)
    const titles = await context.films(falls.map(({ film }) => film))
    const key = ({ source, territory, cinema, measure, currency }: Fall) =>
      `${source}/${territory}/${cinema}/${measure}/${currency}`
    const findings = [...Map.groupBy(falls, key)].map(([subject, rows]) =>
      finding(subject, rows, titles, context),
    )
    return { findings }
  },
}

function fallsOf(context: CheckContext) {
  const asked = within(context, { cinema: 'cinema', source: 'source' })
  const series = 'owner, source, territory, cinema, film, measure, currency'
  // Whole series: a finding says all falls of a source, whichever days were touched.
  return context.ask<Fall>(`
    select ${series}, toString(on_day) as day, toString(day_before) as dayBefore,
      toString(net) as value, toString(net_before) as before,
      toString(net_before - net) as fell
    from (
      select ${series}, on_day, net,
        lagInFrame(net, 1, net) over each as net_before,
        lagInFrame(on_day, 1, on_day) over each as day_before
      from (
        select ${series}, greatest(first_day, last_day) as on_day, sum(value) as net
        from box_office where kind = 'to_date' and ${asked}
        group by ${series}, on_day having sum(weight) > 0
      )
      window each as (partition by ${series} order by on_day
        rows between 1 preceding and current row)
    ) where net < net_before
    order by net_before - net desc, on_day limit 20000`)
}

function finding(
  subject: string,
  falls: readonly Fall[],
  titles: ReadonlyMap<number, string>,
  context: CheckContext,
): Finding {
  const [worst] = falls
  if (!worst) throw new Error('a finding without rows')
  const { owner, source, territory, cinema, measure, currency } = worst
  const days = falls.map(({ day }) => day).toSorted()
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const films = new Set(falls.map(({ film }) => film))
  const name = sourceName(context, source)
  const place = cinema === 0 ? territory : placeName(context, cinema)
  const fell = falls.reduce((sum, fall) => sum + wholeOf(fall.fell), 0n)
  const isMoney = measure === 'gross' && currency !== ''
  const film = titles.get(worst.film) ?? 'all films'
  const worth = isMoney ? `, ${amount({ minor: fell, currency })} in all` : ''
  const most = { ...worst, value: worst.fell }
  return {
    subject,
    say:
      `“${name}”: totals to date fall ${counted(falls.length, 'time')} for ` +
      `${counted(films.size, 'film')}${worth}, most for “${film}” on ${dayText(worst.day)} ` +
      `(by ${figureText(most)}). Compare them with the sum of their days under Reconcile.`,
    values: {
      source: name,
      count: falls.length,
      films: films.size,
      film,
      day: worst.day,
      fell: figureOf(most),
    },
    organisationId: owner,
    sourceId: source,
    ...(cinema !== 0 && { cinemaId: cinema }),
    ...(films.size === 1 && worst.film !== 0 && { filmId: worst.film }),
    firstDay,
    lastDay,
    money: isMoney ? [{ minor: fell, currency }] : [],
    rows: rowsOf(
      ['day', 'film', 'place', 'measure', 'dayBefore', 'before', 'value'],
      falls.map((fall) => [
        fall.day,
        titles.get(fall.film) ?? '',
        place,
        measure,
        fall.dayBefore,
        figureOf({ ...fall, value: fall.before }),
        figureOf(fall),
      ]),
    ),
  }
}
