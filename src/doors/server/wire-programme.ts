import * as z from 'zod'
import type { FilmView, ReleaseView, ScreeningView } from '#programme'
import { SCREENING_STATUSES } from '#programme/pure'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

const day = z.string().describe('ISO date')
const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()
const codes = z.record(z.string(), z.string()).describe('by scheme, kept as they are given')
const subtitles = z.array(z.string()).readonly().describe('BCP 47, in the order of the screen')

const release = z.object({
  id: z.string(),
  format: z.string(),
  language: z.string().describe('spoken, BCP 47'),
  subtitles,
  distributor: z.string().optional(),
  opensOn: day.optional(),
  officialCodes: codes,
}) satisfies z.ZodType<Held<ReleaseView>>

const film = z.object({
  id: z.string(),
  organisationId: z.string(),
  title: z.string(),
  originalTitle: z.string(),
  runtimeMinutes: count.optional(),
  rating: z.string(),
  synopsis: z.string(),
  officialCodes: codes,
  releases: z.array(release).readonly(),
}) satisfies z.ZodType<Held<FilmView>>

export const filmsWire = z.object({ films: z.array(film).readonly() })

export const filmChangeWire = z.strictObject({
  title: z.string().optional(),
  originalTitle: z.string().optional(),
  runtimeMinutes: count.optional(),
  rating: z.string().optional(),
  synopsis: z.string().optional(),
  officialCodes: codes.optional(),
})

export const newFilmWire = filmChangeWire.extend({ organisationId: z.string(), title: z.string() })
export const changedWire = z.object({ changed: z.literal(true) })

export const newReleaseWire = z.strictObject({
  format: z.string().describe('as the trade says it: 2D, 3D, IMAX'),
  language: z.string().describe('spoken, BCP 47'),
  subtitles,
  distributor: z.string().optional().describe('by name; found or made'),
  opensOn: day.optional(),
  officialCodes: codes.optional(),
})

const amount = z.strictObject({
  minor: z.string().regex(/^-?\d{1,18}$/),
  currency: z.string().max(3),
})

const lineParts = {
  ticketType: z.string(),
  areas: z.array(z.string()).readonly().optional().describe('ids of the seat plan’s areas'),
  channels: z.array(z.string()).readonly().optional(),
  weekdays: z.array(count).readonly().optional().describe('of the trading day, Monday 1'),
  minutes: z
    .object({ from: count, to: count })
    .optional()
    .describe('start of the screening in minutes of the trading day, from included, to not'),
  formats: z.array(z.string()).readonly().optional(),
}

const lineWire = z.object({
  ...lineParts,
  price: moneyWire,
  feeHall: moneyWire,
  feeOnline: moneyWire,
})

const lineSaid = z.strictObject({ ...lineParts, price: amount, feeHall: amount, feeOnline: amount })

const tariffSaid = {
  taxName: z.string(),
  taxBasisPoints: count.describe('of the price without tax: 900 is 9 %'),
  lines: z.array(lineSaid).readonly().describe('of those that fit, the first prices a seat'),
}

export const priceCardsWire = z.object({
  cards: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        currency: z.string(),
        version: count.describe('the newest, which the other fields show'),
        inForce: count.optional().describe('the version in force now'),
        inForceFrom: instant,
        taxName: z.string(),
        taxBasisPoints: count,
        lines: z.array(lineWire).readonly().describe('none: the card has ended'),
        versions: z.array(z.object({ version: count, inForceFrom: instant })).readonly(),
      }),
    )
    .readonly(),
})

export const newPriceCardWire = z.strictObject({
  organisationId: z.string(),
  name: z.string(),
  currency: z.string().describe('ISO 4217; one that a cinema of the organisation trades in'),
  ...tariffSaid,
})

export const newTariffWire = z.strictObject({
  basedOn: count.describe('the newest version as it was seen'),
  ...tariffSaid,
  inForceFrom: instant.optional().describe('left out: from now'),
})

export const madeCardWire = z.object({ id: z.string(), version: count })
export const madeTariffWire = z.object({ version: count })

export const screeningWire = z.object({
  id: z.string(),
  cinemaId: z.string(),
  auditoriumId: z.string(),
  auditorium: z.string(),
  film: z.object({
    id: z.string(),
    title: z.string(),
    rating: z.string(),
    runtimeMinutes: count.optional(),
  }),
  release: z.object({ id: z.string(), format: z.string(), language: z.string(), subtitles }),
  startsAt: instant,
  endsAt: instant,
  freeAgainAt: instant.describe('when the next may begin'),
  tradingDay: day,
  minute: count.describe('of the trading day: 01:30 at night is 1530'),
  localTime: z.string().describe('by the cinema’s clock: 20:15'),
  localDate: day.describe('by the cinema’s calendar'),
  status: z.enum(SCREENING_STATUSES),
  cancelReason: z.string().optional(),
  priceCardId: z.string(),
  trailersMinutes: count,
  featureMinutes: count,
  cleaningMinutes: count,
  seats: count,
  sold: count,
  left: count.describe('seats that can be had now: not sold, not held, not out of order'),
  fromPrice: moneyWire.optional().describe('the least that anybody pays online, fees in'),
  toPrice: moneyWire.optional(),
}) satisfies z.ZodType<Held<ScreeningView>>

export const programmeWire = z.object({ screenings: z.array(screeningWire).readonly() })

export const screeningsToPlanWire = z.strictObject({
  releaseId: z.string(),
  auditoriumId: z.string(),
  priceCardId: z.string(),
  days: z.array(z.string()).max(400).readonly().describe('trading days, ISO dates'),
  times: z.array(z.string()).max(60).readonly().describe('by the cinema’s clock: 20:15'),
  trailersMinutes: count.optional().describe('left out: 15'),
  cleaningMinutes: count.optional().describe('left out: 15'),
  featureMinutes: count.optional().describe('left out: the film’s runtime'),
})

export const plannedWire = z.object({
  screenings: z.array(z.object({ id: z.string() })).readonly(),
})

export const moveWire = z.strictObject({
  auditoriumId: z.string().optional(),
  startsAt: instant.optional(),
})

export const movedWire = z.object({ moved: z.literal(true) })
export const removedWire = z.object({ removed: z.literal(true) })

export const daysToCopyWire = z.strictObject({
  from: day.describe('the first trading day to copy'),
  to: day.describe('the trading day that shall show the same'),
  days: count,
})

export const copiedWire = z.object({
  made: count,
  skipped: z
    .array(z.object({ startsAt: z.string().describe('local: 2026-12-18T20:15'), why: z.string() }))
    .readonly(),
})

export const toPublishWire = z.union([
  z.strictObject({ from: z.iso.date(), days: count.min(1).max(62) }),
  z.strictObject({ screenings: z.array(z.string()).max(2_000).readonly() }),
])

export const publishedWire = z.object({ onSale: count.describe('that went on sale now') })
export const cancellationWire = z.strictObject({ reason: z.string() })
export const cancelledWire = z.object({
  cancelled: z.literal(true),
  orders: count,
  refunds: count,
})

export const eventWire = z
  .record(z.string(), z.unknown())
  .describe('schema.org/ScreeningEvent as JSON-LD')
