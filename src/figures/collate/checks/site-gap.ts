import { localMoment } from '#kernel'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import type { Gap } from './expected-days.ts'
import { gapsOf } from './expected-days.ts'
import { within } from './scope-sql.ts'
import { counted, daysText, placeName, sourceName } from './wording.ts'

type Days = { owner: number; cinema: number; source: number; days: readonly string[] }

export const siteGap: Check = {
  id: 'site_gap',
  name: 'A cinema has days without figures',
  severity: 'warning',
  explanation:
    'Days on which the cinema usually plays, by its own weekdays around that time, and of which no ' +
    'ticket is known, between days that have some. A weekday on which it is closed is no gap. If the ' +
    'cinema was closed, accept the finding; otherwise import the missing file.',
  needs: ['ticket'],
  async run(context) {
    // All its days, since what is usual is learnt from those around.
    const known = await context.ask<Days>(`
      select owner, cinema, source, arraySort(groupArray(toString(trading_day))) as days from (
        select owner, cinema, source, trading_day from ticket_by_day
        where ${within(context, { cinema: 'cinema', source: 'source' })}
        group by owner, cinema, source, trading_day having sum(sold) > 0
      ) group by owner, cinema, source`)
    return { findings: known.flatMap((one) => findingsOf(one, context)) }
  },
}

function findingsOf(one: Days, context: CheckContext): readonly Finding[] {
  const place = context.places.get(one.cinema)
  const today = place ? localMoment(context.now, place).tradingDay : isoDay(context.now)
  return gapsOf(past(one.days, today))
    .filter((gap) => touches(gap, context))
    .map((gap) => finding(gap, one, context))
}

/** Of a day to come, presales may be there while those of the day before it are not. */
export function past(days: readonly string[], today: string): readonly string[] {
  return days.filter((day) => day < today)
}

export function isoDay(instant: Temporal.Instant): string {
  return instant.toString().slice(0, 10)
}

/** What a run of some days finds are the gaps that reach into them, whole. */
export function touches(gap: Gap, { from, to }: Pick<CheckContext, 'from' | 'to'>): boolean {
  return (from === undefined || gap.lastDay >= from) && (to === undefined || gap.firstDay <= to)
}

function finding(gap: Gap, { owner, cinema, source }: Days, context: CheckContext): Finding {
  const name = placeName(context, cinema)
  const from = sourceName(context, source)
  const when = daysText(gap.firstDay, gap.lastDay)
  return {
    subject: `${cinema}/${source}/${gap.firstDay}`,
    severity: gap.days > 1 ? 'warning' : 'notice',
    say:
      `${name} has no ticket for ${counted(gap.days, 'day')} on which it usually plays (${when}): ` +
      'import the missing file, or accept this if it was closed.',
    values: { cinema: name, days: gap.days, firstDay: gap.firstDay, lastDay: gap.lastDay },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay: gap.firstDay,
    lastDay: gap.lastDay,
    rows: rowsOf(
      ['cinema', 'source', 'firstDay', 'lastDay', 'days'],
      [[name, from, gap.firstDay, gap.lastDay, gap.days]],
    ),
  }
}
