import { moneyToWire } from '#kernel'
import { literal } from '#warehouse'
import type { Check, CheckContext, Finding, Place } from './check.ts'
import { rowsOf } from './check.ts'
import { planSeatsOf } from './check-store.ts'
import type { Note } from './finding.ts'
import { lookUp, within } from './scope-sql.ts'
import { amount, count, counted, localTime, momentText, placeName } from './wording.ts'

/** Screenings of our own have small ids; those of files have the top bit set. */
const OWN_BELOW = 1n << 63n

type Sold = {
  owner: number
  cinema: number
  source: number
  screening: string
  film: number
  auditorium: number
  starts: string
  day: string
  currency: string
  sold: string
  paid: string
  stated: string
}

export const soldOverCapacity: Check = {
  id: 'sold_over_capacity',
  name: 'Sold over capacity',
  severity: 'error',
  explanation:
    'A screening for which more tickets stand than its auditorium has seats: by its seat plan, by the ' +
    'only auditorium of the cinema, or by the seats that a programme file states. Usually a file was ' +
    'counted twice, or the screening is in another auditorium. Where a cinema has several auditoria ' +
    'and the file names none, nothing can be compared, and the run says so.',
  needs: ['ticket', 'screening'],
  async run(context) {
    const rows = await screeningsAbove(context)
    const own = rows.map(({ screening }) => BigInt(screening)).filter((id) => id < OWN_BELOW)
    const plans = await planSeatsOf(context.store, own)
    const titles = await context.films(rows.map(({ film }) => film))
    const findings = rows.flatMap((row) => {
      const seats = plans.get(BigInt(row.screening)) ?? seatsOf(row, context)
      const over = seats !== undefined && Number(row.sold) > seats
      return over ? [finding(row, seats, titles.get(row.film) ?? '', context)] : []
    })
    return { findings, notes: await notComparable(context) }
  },
}

/** Screenings with more tickets than the smallest number of seats that they may have. */
function screeningsAbove(context: CheckContext) {
  const least = new Map(
    [...context.places.values()]
      .filter(({ rooms }) => rooms.size > 0)
      .map(({ id, rooms }) => [id, Math.min(...rooms.values())]),
  )
  const tickets = within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  const stated = within(context, { day: 'trading_day', cinema: 'cinema' })
  return context.ask<Sold>(`
    select owner, cinema, source, toString(screening) as screening, any(film) as film,
      any(auditorium) as auditorium, toString(toUnixTimestamp(any(starts_at))) as starts,
      toString(any(trading_day)) as day, any(currency) as currency,
      toString(sum(quantity)) as sold, toString(sum(toInt128(price))) as paid,
      toString(any(seats)) as stated
    from ticket left join (
      select screening, max(seats) as seats from (
        select screening, seats from screening where ${stated} and seats > 0
        group by screening, seats, fact having sum(weight) > 0
      ) group by screening
    ) as room using (screening)
    where ${tickets}
    group by owner, cinema, source, screening
    having sum(quantity) > least(${lookUp('cinema', least, UNKNOWN_SEATS)},
      if(any(seats) = 0, ${UNKNOWN_SEATS}, any(seats)))
    order by owner, cinema, day, starts limit 5000`)
}

const UNKNOWN_SEATS = 4_294_967_295

function seatsOf(row: Sold, { places, sources }: CheckContext): number | undefined {
  // The sample numbers its auditoria in its own way: they are none of those with a plan here.
  const isOurs = sources.get(row.source)?.kind !== 'sample'
  const place = isOurs ? places.get(row.cinema) : undefined
  const seats = place?.rooms.get(row.auditorium) ?? (place && onlyRoom(place))
  return seats ?? (row.stated === '0' ? undefined : Number(row.stated))
}

/** Of a cinema with one auditorium, whatever a file leaves out. */
function onlyRoom({ rooms, roomCount }: Place): number | undefined {
  return roomCount === 1 ? rooms.values().next().value : undefined
}

function finding(row: Sold, seats: number, film: string, context: CheckContext): Finding {
  const { owner, cinema, source, screening, day, currency } = row
  const place = context.places.get(cinema)
  const name = placeName(context, cinema)
  const starts = localTime(Number(row.starts), place?.timezone ?? 'UTC')
  const sold = Number(row.sold)
  const paid = { minor: BigInt(row.paid), currency }
  const over = sold - seats
  const stake = { minor: (paid.minor * BigInt(over)) / BigInt(sold), currency }
  return {
    subject: `${cinema}/${source}/${screening}`,
    say:
      `“${film}” at ${name}, ${momentText(starts)}, sold ${counted(sold, 'ticket')} where there are ` +
      `${counted(seats, 'seat')}: ${count(over)} too many, worth about ${amount(stake)}. ` +
      'See whether a file was counted twice or the auditorium is another.',
    values: { film, cinema: name, starts, sold, seats, over, stake: moneyToWire(stake) },
    organisationId: owner,
    cinemaId: cinema,
    filmId: row.film,
    sourceId: source,
    firstDay: day,
    lastDay: day,
    money: [stake],
    rows: rowsOf(
      ['starts', 'film', 'cinema', 'sold', 'seats', 'gross'],
      [[starts, film, name, sold, seats, moneyToWire(paid)]],
    ),
  }
}

/** How many screenings nothing is known of: neither which auditorium nor how many seats. */
async function notComparable(context: CheckContext): Promise<readonly Note[]> {
  const known = [...context.places.values()].filter((place) => onlyRoom(place) !== undefined)
  const cinemas = known.map(({ id }) => id)
  const elsewhere =
    cinemas.length === 0 ? 'true' : `cinema not in ${literal.list(cinemas, literal.uint32)}`
  const rows = await context.ask<{ cinema: number; screenings: string }>(`
    select cinema, toString(count()) as screenings from (
      select cinema, screening from ticket
      where ${within(context, { day: 'trading_day', cinema: 'cinema', source: 'source' })}
        and auditorium = 0 and ${elsewhere} and screening not in (
          select screening from screening
          where ${within(context, { day: 'trading_day', cinema: 'cinema' })} and seats > 0)
      -- What was taken back, or of an import that was undone, is no screening.
      group by cinema, screening having sum(quantity) != 0)
    group by cinema order by cinema limit 20`)
  return rows.map(({ cinema, screenings }) => {
    const [name, number] = [placeName(context, cinema), Number(screenings)]
    const isUnknown = context.places.get(cinema)?.roomCount === 0
    const why = isUnknown ? 'no auditorium is known' : 'the file names none of its auditoria'
    const say = `${counted(number, 'screening')} of ${name} could not be held against seats: ${why}.`
    const sentence = isUnknown ? 'noRoom' : 'roomUnnamed'
    return { say, sentence, values: { count: number, cinema: name } }
  })
}
