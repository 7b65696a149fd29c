import { expectAccepted } from '#kernel'
import { addFilm, addPriceCard, addRelease, planScreenings } from '#programme'
import type { Store } from '#store'
import { putOnSale } from '#ticketing'
import { addAuditorium, addOrganisation, openCinema, savePlan } from '#venues'
import type { Seat, SeatPlan } from '#venues/pure'

export type OnSale = {
  readonly organisationId: number
  readonly cinemaId: number
  readonly auditoria: readonly number[]
  readonly filmId: number
  readonly priceCardId: number
  /** Screenings on sale, one an auditorium. */
  readonly screenings: readonly bigint[]
}

export type OnSaleWanted = {
  readonly name?: string
  /** Auditoria, each with one screening. */
  readonly screenings?: number
  readonly rows?: number
  readonly seatsInRow?: number
  /** Of the cinema's trading day after today, or another. */
  readonly day?: string
  readonly time?: string
  readonly plan?: SeatPlan
}

const ZONE = 'Europe/Dublin'

/** A cinema in Dublin that sells: adults 12.50 (11.00 + 0.50 hall + 1.00 online), children 8.50. */
export async function putSomethingOnSale(store: Store, wanted: OnSaleWanted = {}): Promise<OnSale> {
  const { name = 'Lantern', screenings = 1, rows = 10, seatsInRow = 20 } = wanted
  const plan = wanted.plan ?? plainPlan(rows, seatsInRow)
  const tomorrow = Temporal.Now.plainDateISO(ZONE).add({ days: 1 }).toString()
  return store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name, sample: false })
    const described = { organisationId, name, timezone: ZONE, currency: 'EUR' }
    const cinemaId = expectAccepted(await openCinema(transaction, described))
    const film = { organisationId, title: 'Tides', runtimeMinutes: 100, rating: '12A' }
    const filmId = expectAccepted(await addFilm(transaction, film))
    const release = { filmId, format: '2D', language: 'en', subtitles: [], distributor: 'Harbour' }
    const releaseId = expectAccepted(await addRelease(transaction, release))
    const priceCardId = expectAccepted(
      await addPriceCard(transaction, {
        organisationId,
        name: 'Every day',
        currency: 'EUR',
        taxName: 'VAT',
        taxBasisPoints: 900,
        lines: [line('Adult', 1_100n), line('Child', 700n)],
      }),
    )
    const auditoria: number[] = []
    const made: bigint[] = []
    const days = [wanted.day ?? tomorrow]
    const times = [wanted.time ?? '20:15']
    for (let number = 1; number <= screenings; number++) {
      const room = { cinemaId, name: `Screen ${number}` }
      const auditoriumId = await addRoom(transaction, room)
      expectAccepted(await savePlan(transaction, { auditoriumId, basedOn: 0, plan }))
      const said = { cinemaId, releaseId, auditoriumId, priceCardId, days, times }
      made.push(...expectAccepted(await planScreenings(transaction, said)))
      auditoria.push(auditoriumId)
    }
    await putOnSale(transaction, made)
    return { organisationId, cinemaId, auditoria, filmId, priceCardId, screenings: made }
  })
}

type Write = Parameters<Parameters<Store['write']>[0]>[0]

/** Past the sixty that a cinema may have, for halls that no cinema has. */
async function addRoom(
  transaction: Write,
  room: { readonly cinemaId: number; readonly name: string },
): Promise<number> {
  const added = await addAuditorium(transaction, room)
  if (added.ok) return added.value
  const sql = 'insert into auditorium (cinema_id, name) values ($1, $2) returning id'
  const row = await transaction.row<{ id: number }>(sql, room.cinemaId, room.name)
  if (!row) throw new Error('PostgreSQL returned no auditorium')
  return row.id
}

function line(ticketType: string, minor: bigint) {
  const euro = (cents: bigint) => ({ minor: cents, currency: 'EUR' })
  return { ticketType, price: euro(minor), feeHall: euro(50n), feeOnline: euro(100n) }
}

/** Rows A, B, C … of equally many seats in one area. */
export function plainPlan(rows: number, seatsInRow: number): SeatPlan {
  const seats = Array.from({ length: rows * seatsInRow }, (_, index): Seat => {
    const [y, x] = [Math.floor(index / seatsInRow), index % seatsInRow]
    const row = y < 26 ? String.fromCharCode(65 + y) : `A${String.fromCharCode(39 + y)}`
    return { row, number: x + 1, x, y, kind: 'standard', area: 'Standard', house: false }
  })
  const areas = [{ id: 'Standard', name: 'Standard' }]
  return { areas, screen: { x: seatsInRow / 2, width: seatsInRow }, seats }
}
