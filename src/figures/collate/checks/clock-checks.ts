import { moneyToWire } from '#kernel'
import { literal, SOLD_MINUTE_UNKNOWN } from '#warehouse'
import type { Check, CheckContext, Finding } from './check.ts'
import { rowsOf } from './check.ts'
import { runtimesOf } from './check-store.ts'
import { lookUp, within } from './scope-sql.ts'
import { counted, daysText, placeName } from './wording.ts'

/** Of a film whose runtime is not known: longer than nearly any. */
const MINUTES_UNKNOWN = 270
/** What a sale may be late after the end: somebody rings up what was paid at the door. */
const LATE_MINUTES = 60
const AHEAD_SECONDS = 120

type Sold = {
  owner: number
  cinema: number
  source: number
  currency: string
  days: readonly string[]
  tickets: readonly string[]
  paid: readonly string[]
  hours: readonly string[]
}

const KEY = 'owner, cinema, source, currency'

/** Net sales by day of those that `which` picks, and by how many hours each day is off at most. */
function salesOf(context: CheckContext, which: string, seconds: string): Promise<readonly Sold[]> {
  const asked = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  return context.ask<Sold>(`
    select ${KEY}, groupArray(toString(trading_day)) as days,
      groupArray(toString(sold)) as tickets, groupArray(toString(gross)) as paid,
      groupArray(toString(off)) as hours
    from (
      select ${KEY}, trading_day, sum(quantity) as sold, sum(toInt128(price)) as gross,
        round(max(${seconds}) / 3600, 1) as off
      from ticket where ${asked} and kind = 'sale' and sold_minute != ${SOLD_MINUTE_UNKNOWN}
        and ${which}
      group by ${KEY}, trading_day having sold > 0 order by trading_day
    ) group by ${KEY} order by ${KEY}`)
}

export const soldAfterEnd: Check = {
  id: 'sold_after_end',
  name: 'Sold after the screening had ended',
  severity: 'warning',
  explanation:
    'Sales whose time is more than an hour after the end of their screening: by the runtime of the film ' +
    'where it is known, else four and a half hours after the start. The till’s clock is wrong, or the ' +
    'times were read in another zone.',
  needs: ['ticket'],
  async run(context) {
    const runtimes = await runtimesOf(context.store, context.owners)
    const minutes = lookUp('film', runtimes, MINUTES_UNKNOWN)
    const late = `(toUnixTimestamp64Milli(sold_at) / 1000 - toUnixTimestamp(starts_at)
      - (${minutes} + ${LATE_MINUTES}) * 60)`
    const sold = await salesOf(context, `${late} > 0`, late)
    return { findings: sold.map((one) => finding(one, 'after_end', context)) }
  },
}

export const soldInFuture: Check = {
  id: 'sold_in_future',
  name: 'Sold in the future',
  severity: 'warning',
  explanation:
    'Sales whose time is more than two minutes ahead of this server’s clock. A till’s clock runs fast, ' +
    'or the times were read in another zone.',
  needs: ['ticket'],
  async run(context) {
    const now = Math.floor(context.now.epochMilliseconds / 1000)
    const ahead = `(toUnixTimestamp64Milli(sold_at) / 1000 - ${literal.int64(BigInt(now))})`
    // A sale ahead of now may be for a screening far outside of the days that are looked over.
    const { from, to: _to, ...open } = context
    const scope = from === undefined ? open : { ...open, from }
    const sold = await salesOf(scope, `${ahead} > ${AHEAD_SECONDS}`, ahead)
    return { findings: sold.map((one) => finding(one, 'future', context)) }
  },
}

function finding(sold: Sold, sentence: 'after_end' | 'future', context: CheckContext): Finding {
  const { owner, cinema, source, currency, days } = sold
  const name = placeName(context, cinema)
  const [firstDay = '', lastDay = ''] = [days[0], days.at(-1)]
  const tickets = sold.tickets.reduce((sum, one) => sum + Number(one), 0)
  const paid = sold.paid.reduce((sum, one) => sum + BigInt(one), 0n)
  const what = sentence === 'future' ? 'sold in the future' : 'sold after their screening had ended'
  return {
    subject: `${cinema}/${source}/${currency}`,
    sentence,
    say:
      `${counted(tickets, 'ticket')} of ${name} (${daysText(firstDay, lastDay)}) ` +
      `${tickets === 1 ? 'is' : 'are'} said to be ${what}: set the till’s clock, or correct the zone ` +
      'of the file.',
    values: { cinema: name, tickets, firstDay, lastDay },
    organisationId: owner,
    cinemaId: cinema,
    sourceId: source,
    firstDay,
    lastDay,
    money: [{ minor: paid, currency }],
    rows: rowsOf(
      ['day', 'tickets', 'gross', 'hoursOff'],
      days.map((day, at) => [
        day,
        Number(sold.tickets[at]),
        moneyToWire({ minor: BigInt(sold.paid[at] ?? 0), currency }),
        Number(sold.hours[at]),
      ]),
    ),
  }
}
