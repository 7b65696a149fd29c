import { literal, SOLD_MINUTE_UNKNOWN } from '#warehouse'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import type { Hours } from './hour-shift.ts'
import { hourShift } from './hour-shift.ts'
import { within } from './scope-sql.ts'
import { counted, dayOf, dayText, epochDay, placeName } from './wording.ts'

const WEEKS_BEFORE = 8
const WEEKS_BEFORE_LEAST = 3

type Sold = {
  owner: number
  cinema: number
  source: number
  weeks: readonly string[]
  hours: readonly number[]
  tickets: readonly string[]
}

export const clockShifted: Check = {
  id: 'clock_shifted',
  name: 'A till’s clock is off by hours',
  severity: 'warning',
  explanation:
    'The hours at which a cinema sells are, in one week, those of the eight weeks before moved by whole ' +
    'hours: somebody set the till’s clock wrong, or a change of the clock was missed.',
  needs: ['ticket'],
  async run(context) {
    const sold = await context.ask<Sold>(`
      select owner, cinema, source, groupArray(toString(week)) as weeks,
        groupArray(hour) as hours, groupArray(toString(tickets)) as tickets
      from (
        select owner, cinema, source, toMonday(sold_day) as week,
          toUInt8(intDiv(sold_slot, 60)) as hour, sum(sold) as tickets
        from ticket_by_sale
        where sold_slot != ${SOLD_MINUTE_UNKNOWN}
          and ${within(context, { cinema: 'cinema', source: 'source' })} and ${reach(context)}
        group by owner, cinema, source, week, hour having tickets > 0
        order by week, hour
      ) group by owner, cinema, source order by owner, cinema, source`)
    return { findings: sold.flatMap((one) => findingsOf(one, context)) }
  },
}

/** The days asked for and the weeks before, by which they are judged. */
function reach({ from, to }: CheckContext): string {
  const first =
    from === undefined
      ? []
      : [`sold_day >= ${literal.date(dayOf(weekStart(from) - WEEKS_BEFORE * 7))}`]
  const last = to === undefined ? [] : [`sold_day <= ${literal.date(to)}`]
  return [...first, ...last].join(' and ') || 'true'
}

function weekStart(day: string): number {
  const epoch = epochDay(day)
  return epoch - ((epoch + 3) % 7)
}

function findingsOf(sold: Sold, context: CheckContext): readonly Finding[] {
  const weeks = new Map<string, Map<number, number>>()
  for (const [at, week] of sold.weeks.entries()) {
    const hours = weeks.get(week) ?? new Map<number, number>()
    hours.set(sold.hours[at] ?? 0, Number(sold.tickets[at]))
    weeks.set(week, hours)
  }
  const ordered = [...weeks]
  return ordered.flatMap(([week, hours], at) => {
    const isAsked = context.from === undefined || epochDay(week) + 6 >= epochDay(context.from)
    const before = ordered.slice(Math.max(0, at - WEEKS_BEFORE), at).map(([, one]) => one)
    if (!isAsked || before.length < WEEKS_BEFORE_LEAST) return []
    const usual = together(before)
    const shift = hourShift(hours, usual)
    return shift === undefined ? [] : [finding(sold, { week, hours, usual, shift }, context)]
  })
}

function together(weeks: readonly Hours[]): Hours {
  const all = new Map<number, number>()
  for (const hours of weeks) {
    for (const [hour, tickets] of hours) all.set(hour, (all.get(hour) ?? 0) + tickets)
  }
  return all
}

type Shifted = {
  readonly week: string
  readonly hours: Hours
  readonly usual: Hours
  readonly shift: number
}

function finding(
  { owner, cinema, source }: Sold,
  { week, hours, usual, shift }: Shifted,
  context: CheckContext,
): Finding {
  const name = placeName(context, cinema)
  const off = Math.abs(shift)
  const which = shift > 0 ? 'later' : 'earlier'
  const all = [...new Set([...hours.keys(), ...usual.keys()])].sort((a, b) => a - b)
  return {
    subject: `${cinema}/${source}/${week}`,
    sentence: which,
    say:
      `${name} sold ${counted(off, 'hour')} ${which} in the week from ${dayText(week)} than in the ` +
      'weeks before: see whether the till’s clock or the zone of its file is wrong.',
    values: { cinema: name, hours: off, week },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay: week,
    lastDay: dayOf(epochDay(week) + 6),
    rows: rowsOf(
      ['hour', 'tickets', 'ticketsBefore'],
      all.map((hour) => [
        `${String(hour % 24).padStart(2, '0')}:00`,
        hours.get(hour) ?? 0,
        usual.get(hour) ?? 0,
      ]),
    ),
  }
}
