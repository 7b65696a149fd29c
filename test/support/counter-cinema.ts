import { expectAccepted } from '#kernel'
import { addFilm, addPriceCard, addRelease, planScreenings } from '#programme'
import type { Store } from '#store'
import { putOnSale } from '#ticketing'
import { addAuditorium, addOrganisation, openCinema, savePlan } from '#venues'
import type { Seat, SeatPlan } from '#venues/pure'

/** A cinema in the middle of its day, with an evening to sell at the counter. */
export type CounterCinema = {
  readonly cinemaId: number
  readonly currency: string
  /** By their start. */
  readonly screenings: readonly bigint[]
}

const FILMS = [
  ['Orbit of Ida', 'IMAX', '20:15', 96],
  ['Pip & the Clockmaker', '2D', '20:20', 120],
  ['Harbour Lights', '2D', '20:30', 121],
  ['The Long Thaw', '2D', '20:40', 102],
  ['Marrow', '2D', '20:45', 95],
  ['The Salt Road', '2D', '21:00', 118],
  ['Kestrel', '2D', '21:10', 99],
  ['The Weir Keeper', '2D', '21:30', 101],
  ['Night Ferry', '2D', '23:30', 110],
] as const

/** A zone in which it is about five in the afternoon now, whenever a test runs. */
export function afternoonZone(): string {
  const { hour } = Temporal.Now.zonedDateTimeISO('UTC')
  const ahead = ((17 - hour + 12 + 24) % 24) - 12
  // The names of these zones count westwards.
  return ahead >= 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`
}

export async function openCounterCinema(
  store: Store,
  { timezone = afternoonZone(), currency = 'EUR' } = {},
): Promise<CounterCinema> {
  return store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name: 'Pavilion', sample: false })
    const described = { organisationId, name: 'Swords Pavilion', timezone, currency }
    const cinemaId = expectAccepted(await openCinema(transaction, described))
    const priced = (ticketType: string, minor: bigint) => ({
      ticketType,
      price: { minor: minor - 50n, currency },
      feeHall: { minor: minor === 0n ? 0n : 50n, currency },
      feeOnline: { minor: 0n, currency },
    })
    const priceCardId = expectAccepted(
      await addPriceCard(transaction, {
        organisationId,
        name: 'Evening',
        currency,
        taxName: 'VAT',
        taxBasisPoints: 900,
        lines: [
          priced('Adult', 1_250n),
          priced('Child', 850n),
          priced('Student', 940n),
          priced('Senior', 850n),
          priced('Member', 1_000n),
          priced('Companion', 50n),
        ],
      }),
    )
    const day = Temporal.Now.plainDateISO(timezone).toString()
    const screenings: bigint[] = []
    for (const [at, [title, format, time, runtimeMinutes]] of FILMS.entries()) {
      const room = { cinemaId, name: `Screen ${at + 1}` }
      const auditoriumId = expectAccepted(await addAuditorium(transaction, room))
      const plan = counterPlan()
      expectAccepted(await savePlan(transaction, { auditoriumId, basedOn: 0, plan }))
      const film = { organisationId, title, runtimeMinutes, rating: '12A' }
      const filmId = expectAccepted(await addFilm(transaction, film))
      const release = { filmId, format, language: 'en', subtitles: [], distributor: 'Harbour' }
      const releaseId = expectAccepted(await addRelease(transaction, release))
      const said = { cinemaId, releaseId, auditoriumId, priceCardId, days: [day], times: [time] }
      screenings.push(...expectAccepted(await planScreenings(transaction, said)))
    }
    await putOnSale(transaction, screenings)
    return { cinemaId, currency, screenings }
  })
}

const ROWS = 'ABCDEFGHJK'
const ACROSS = [0, 1, 2, 3, 4, 5, 6.5, 7.5, 8.5, 9.5, 10.5, 11.5]

/** Ten rows of twelve, an aisle down the middle, room for two wheelchairs, a love seat at the back. */
function counterPlan(): SeatPlan {
  const seats = [...ROWS].flatMap((row, y) =>
    ACROSS.map((x, at): Seat => {
      const love = row === 'K' && (at === 4 || at === 5)
      const wheelchair = row === 'A' && (at === 0 || at === 11)
      const kind = love ? (at === 4 ? 'love-left' : 'love-right') : 'standard'
      return {
        row,
        number: at + 1,
        x,
        y,
        kind: wheelchair ? 'wheelchair' : kind,
        area: 'standard',
        house: row === 'H' && at === 0,
      }
    }),
  )
  const areas = [{ id: 'standard', name: 'Standard' }]
  return { areas, screen: { x: 6.25, width: 11 }, seats }
}
