/** Made-up facts as the lines that a warehouse takes, many worlds at once. */
import type { Batch, FactTable } from '#warehouse'
import { encodeTicket } from '#warehouse'
import type { ListingFact, RateFact, ReportedFact, World } from './oracle-world.ts'

type Lines = Readonly<Record<'ticket' | 'screening' | 'box_office' | 'rate', readonly string[]>>

/** In two batches a table, so that what belongs together also comes in different parts of it. */
export function batchesOf(worlds: readonly World[], token: string): readonly Batch[] {
  const lines: Lines = {
    ticket: worlds.flatMap(({ tickets }) => tickets.map(encodeTicket)),
    screening: worlds.flatMap(({ listings }) => listings.map(listingLine)),
    box_office: worlds.flatMap(({ reported }) => reported.map(reportedLine)),
    rate: worlds.flatMap(({ rates }) => rates.map(rateLine)),
  }
  // Its keys are the tables above.
  const tables = Object.entries(lines) as [FactTable, readonly string[]][]
  return tables.flatMap(([table, all]) => {
    const halves = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)]
    return halves
      .filter((some) => some.length > 0)
      .map((some, at) => ({
        table,
        token: `${token}-${table}-${at}`,
        body: `${some.join('\n')}\n`,
      }))
  })
}

function listingLine(fact: ListingFact): string {
  return JSON.stringify({
    owner: fact.owner,
    source: fact.source,
    fact: fact.fact.toString(),
    cinema: fact.cinema,
    room: fact.room,
    auditorium: fact.auditorium,
    screening: fact.screening.toString(),
    film: fact.film,
    format: fact.format,
    language: fact.language,
    starts_at: fact.startsAtSeconds,
    trading_day: fact.tradingDay,
    start_hour: fact.startHour,
    seats: fact.seats,
    status: fact.status,
    currency: fact.currency,
    weight: fact.weight,
  })
}

function reportedLine(fact: ReportedFact): string {
  return JSON.stringify({
    owner: fact.owner,
    source: fact.source,
    fact: fact.fact.toString(),
    territory: fact.territory,
    cinema: fact.cinema,
    film: fact.film,
    kind: fact.kind,
    first_day: fact.firstDay,
    last_day: fact.lastDay,
    measure: fact.measure,
    currency: fact.currency,
    value: fact.value.toString(),
    weight: fact.weight,
  })
}

function rateLine(fact: RateFact): string {
  return JSON.stringify({
    owner: fact.owner,
    source: fact.source,
    fact: fact.fact.toString(),
    base: fact.base,
    currency: fact.currency,
    day: fact.day,
    rate: fact.rate,
    weight: fact.weight,
  })
}
