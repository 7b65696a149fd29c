import { localMoment } from '#kernel'
import { sourceId } from '#programme'
import { spokenText } from '#programme/pure'
import type { Store, Transaction } from '#store'
import { appendFacts } from '#store'
import type { ScreeningFact } from '#warehouse'
import { encodeScreening, takenBackScreening } from '#warehouse'
import { OUT_AT_START } from './screening-stamp-store.ts'

/** Name of the source under which our own sales and screenings reach the figures. */
export const OWN_SALES = 'Fullhouse'

const AT_ONCE = 200

// One after another, whoever changes them: what was said last is what the next one takes back.
const LOCK = `
  select id from screening where id = any($1::bigint[]) order by id for no key update`

// One that was cancelled before anything was said of it is nobody's business.
const STANDING = `
  select s.id, s.organisation_id, s.cinema_id, s.auditorium_id, a.name as room, s.film_id, s.status,
    s.starts_at, s.trading_day, r.format, r.language, r.subtitles, c.timezone, c.day_starts_at,
    (select count(*) from screening_seat seat where seat.screening_id = s.id and not exists (
      select from seat_out_of_order o where o.seat = seat.seat and ${OUT_AT_START})) as seats,
    said.line
  from screening s join auditorium a on a.id = s.auditorium_id
    join release r on r.id = s.release_id join cinema c on c.id = s.cinema_id
    left join screening_said said on said.screening_id = s.id
  where s.id = any($1::bigint[])
    and (s.status = 'on_sale' or s.status = 'cancelled' and said.line is not null)
  order by s.id`

const SAY = `
  insert into screening_said (screening_id, line)
  select * from unnest($1::bigint[], $2::text[])
  on conflict (screening_id) do update set line = excluded.line`

const UNSAID = `
  select id from screening s where status = 'on_sale' and id > $1
    and not exists (select from screening_said said where said.screening_id = s.id)
  order by id limit ${AT_ONCE}`

type StandingRow = {
  id: bigint
  organisation_id: number
  cinema_id: number
  auditorium_id: number
  room: string
  film_id: number
  status: 'on_sale' | 'cancelled'
  starts_at: Date
  trading_day: string
  format: string
  language: string
  subtitles: readonly string[]
  timezone: string
  day_starts_at: number
  seats: bigint
  line: string | null
}

/**
 * Lets the figures know how screenings stand that are or were on sale: what was said of them before
 * and is not so any more is taken back, in the transaction of the change. May be called any time.
 */
export async function sayScreenings(
  transaction: Transaction,
  ids: readonly bigint[],
): Promise<void> {
  if (ids.length === 0) return
  await transaction.rows(LOCK, ids)
  const rows = await transaction.rows<StandingRow>(STANDING, ids)
  const sources = new Map<number, number>()
  const lines: string[] = []
  const said: { readonly id: bigint; readonly line: string }[] = []
  for (const row of rows) {
    const owner = row.organisation_id
    const source = sources.get(owner) ?? (await ownSource(transaction, owner))
    sources.set(owner, source)
    const line = encodeScreening(factOf(row, source))
    if (line === row.line) continue
    if (row.line !== null) lines.push(takenBackScreening(row.line))
    lines.push(line)
    said.push({ id: row.id, line })
  }
  if (said.length === 0) return
  await appendFacts(transaction, 'screening', lines)
  await transaction.run(
    SAY,
    said.map(({ id }) => id),
    said.map(({ line }) => line),
  )
}

/** Says what is on sale since before screenings were said, so many at a time, each once. */
export async function sayEarlierScreenings(store: Store, signal?: AbortSignal): Promise<void> {
  for (let after = 0n; !signal?.aborted; ) {
    const last = await store.write(async (transaction) => {
      const ids = (await transaction.rows<{ id: bigint }>(UNSAID, after)).map(({ id }) => id)
      await sayScreenings(transaction, ids)
      return ids.at(-1)
    })
    if (last === undefined) return
    after = last
  }
}

/** The source that our own facts of an organisation carry, made with its first. */
export function ownSource(transaction: Transaction, organisationId: number): Promise<number> {
  return sourceId(transaction, { organisationId, kind: 'sales', name: OWN_SALES })
}

function factOf(row: StandingRow, source: number): ScreeningFact {
  const startsAtMs = row.starts_at.getTime()
  const rule = { timezone: row.timezone, dayStartsAt: row.day_starts_at }
  const { minute } = localMoment(Temporal.Instant.fromEpochMilliseconds(startsAtMs), rule)
  return {
    owner: row.organisation_id,
    cinema: row.cinema_id,
    room: row.room,
    auditorium: row.auditorium_id,
    screening: row.id,
    film: row.film_id,
    format: row.format,
    language: spokenText(row),
    startsAtSeconds: Math.round(startsAtMs / 1000),
    tradingDay: row.trading_day,
    startHour: Math.floor(minute / 60) % 24,
    seats: Number(row.seats),
    status: row.status === 'on_sale' ? 'on sale' : 'cancelled',
    source,
  }
}
