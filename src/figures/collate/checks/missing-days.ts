import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { gapsOf } from './expected-days.ts'
import { within } from './scope-sql.ts'
import { isoDay, past, touches } from './site-gap.ts'
import { counted, daysText, placeName, sourceName } from './wording.ts'

type Days = {
  owner: number
  source: number
  territory: string
  cinema: number
  days: readonly string[]
}

export const missingDays: Check = {
  id: 'missing_days',
  name: 'A source leaves out days',
  severity: 'warning',
  explanation:
    'Days of which a source of reported figures says nothing at all, though it does so for that ' +
    'weekday around that time, and for the days before and after. Ask the source for those days.',
  needs: ['box_office'],
  async run(context) {
    const known = await context.ask<Days>(`
      select owner, source, territory, cinema,
        arraySort(groupUniqArray(toString(first_day))) as days
      from (
        select owner, source, territory, cinema, first_day from box_office
        where kind = 'day' and first_day > '1970-01-01'
          and ${within(context, { cinema: 'cinema', source: 'source' })}
        group by owner, source, territory, cinema, first_day having sum(weight) > 0
      ) group by owner, source, territory, cinema`)
    return { findings: known.flatMap((one) => findingsOf(one, context)) }
  },
}

function findingsOf(one: Days, context: CheckContext): readonly Finding[] {
  const { owner, source, territory, cinema } = one
  const name = sourceName(context, source)
  const place = cinema === 0 ? territory : placeName(context, cinema)
  return gapsOf(past(one.days, isoDay(context.now)))
    .filter((gap) => touches(gap, context))
    .map(({ firstDay, lastDay, days }) => ({
      subject: `${source}/${territory}/${cinema}/${firstDay}`,
      severity: days > 1 ? 'warning' : 'notice',
      say:
        `“${name}” says nothing of ${counted(days, 'day')} (${daysText(firstDay, lastDay)})` +
        `${place === '' ? '' : ` for ${place}`}: ask for the missing days, and import them.`,
      values: { source: name, place, days, firstDay, lastDay },
      organisationId: owner,
      sourceId: source,
      ...(cinema !== 0 && { cinemaId: cinema }),
      firstDay,
      lastDay,
      rows: rowsOf(
        ['source', 'place', 'firstDay', 'lastDay', 'days'],
        [[name, place, firstDay, lastDay, days]],
      ),
    }))
}
