import { expectAccepted } from '#kernel'
import { addFilm, addPriceCard, addRelease, planScreenings } from '#programme'
import type { Store } from '#store'
import { putOnSale } from '#ticketing'
import { addAuditorium, addOrganisation, openCinema, savePlan } from '#venues'
import type { Seat, SeatKind, SeatPlan } from '#venues/pure'

/** A cinema as guests know it: an auditorium with all kinds of seats, films over several days. */
export type GuestCinema = {
  readonly cinemaId: number
  readonly filmId: number
  /** Of the first film, tomorrow at 20:15. */
  readonly screeningId: bigint
}

const ZONE = 'Europe/Dublin'
const DAYS = [1, 2, 3]

const FILMS = [
  {
    title: 'Orbit of Ida',
    runtimeMinutes: 128,
    rating: '12A',
    synopsis: 'A surveyor maps a moon that nobody else believes in.',
    release: { format: 'IMAX', language: 'en', subtitles: [] },
    times: ['17:30', '20:15'],
  },
  {
    title: 'The Weir Keeper',
    runtimeMinutes: 101,
    rating: 'PG',
    synopsis: '',
    release: { format: '2D', language: 'ga', subtitles: ['en'] },
    times: ['14:30'],
  },
]

export async function openGuestCinema(store: Store, days = DAYS): Promise<GuestCinema> {
  return store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name: 'Halcyon', sample: false })
    const described = { organisationId, name: 'Cork Opera Lane', timezone: ZONE, currency: 'EUR' }
    const cinemaId = expectAccepted(await openCinema(transaction, described))
    const room = { cinemaId, name: 'Screen 1' }
    const auditoriumId = expectAccepted(await addAuditorium(transaction, room))
    const plan = guestPlan()
    expectAccepted(await savePlan(transaction, { auditoriumId, basedOn: 0, plan }))
    const priceCardId = expectAccepted(
      await addPriceCard(transaction, {
        organisationId,
        name: 'Every day',
        currency: 'EUR',
        taxName: 'VAT',
        taxBasisPoints: 900,
        lines: [
          line('Adult', 1_300n, ['premium']),
          line('Student', 1_150n, ['premium']),
          line('Adult', 1_100n),
          line('Student', 950n),
          line('Child', 700n),
        ],
      }),
    )
    const today = Temporal.Now.plainDateISO(ZONE)
    const made: { filmId: number; ids: readonly bigint[] }[] = []
    for (const { release, times, ...film } of FILMS) {
      const filmId = expectAccepted(await addFilm(transaction, { organisationId, ...film }))
      const described = { filmId, distributor: 'Harbour', ...release }
      const releaseId = expectAccepted(await addRelease(transaction, described))
      const on = days.map((after) => today.add({ days: after }).toString())
      const said = { cinemaId, releaseId, auditoriumId, priceCardId, days: on, times }
      made.push({ filmId, ids: expectAccepted(await planScreenings(transaction, said)) })
    }
    await putOnSale(
      transaction,
      made.flatMap(({ ids }) => ids),
    )
    const [filmId, screeningId] = [made[0]?.filmId, made[0]?.ids[1]]
    if (filmId === undefined || screeningId === undefined) throw new Error('nothing was planned')
    return { cinemaId, filmId, screeningId }
  })
}

function line(ticketType: string, minor: bigint, areas?: readonly string[]) {
  const euro = (cents: bigint) => ({ minor: cents, currency: 'EUR' })
  const fees = { feeHall: euro(50n), feeOnline: euro(100n) }
  return { ticketType, price: euro(minor), ...fees, ...(areas && { areas }) }
}

const ROWS = 'ABCDEFGHJK'
const BACK = [0, 1, 2, 3, 4.5, 5.5, 6.5, 7.5, 9, 10]
const ACROSS = [0, 1, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 11, 12]

/** Ten rows of twelve with aisles: wheelchair places, companions, a premium block, love seats. */
function guestPlan(): SeatPlan {
  const seats = [...ROWS].flatMap((row, deep) =>
    ACROSS.map((x, at): Seat => {
      const premium = 'FGH'.includes(row) && at >= 2 && at < 10
      return {
        row,
        number: at + 1,
        x,
        y: BACK[deep] ?? 0,
        kind: kindOf(row, at),
        area: premium ? 'premium' : 'standard',
        house: row === 'D' && at === 11,
      }
    }),
  )
  const areas = [
    { id: 'standard', name: 'Standard' },
    { id: 'premium', name: 'Premium' },
  ]
  return { areas, screen: { x: 6.5, width: 12.5 }, seats }
}

function kindOf(row: string, at: number): SeatKind {
  if (row === 'K') return at % 2 === 0 ? 'love-left' : 'love-right'
  if (row !== 'A') return 'standard'
  if (at === 0 || at === 11) return 'wheelchair'
  return at === 1 || at === 10 ? 'companion' : 'standard'
}
