import type { Outcome } from '#kernel'
import { accept, DAY_STARTS_AT, isCurrency, refuse, tidyText, timezoneNamed } from '#kernel'
import type { Store } from '#store'
import type { Cinema } from '#venues'
import { addCinema, addOrganisation, cinemaById, cinemas } from '#venues'
import type { Layout, LayoutContext } from './layout.ts'

/** The organisation of whoever runs this installation, until organisations can be made by hand. */
export const OWN_ORGANISATION = 'Your cinema'

export type PlaceSaid = {
  readonly cinema?: string | undefined
  /** Needed for a cinema that is new; for a known one they must agree, or be left out. */
  readonly timezone?: string | undefined
  readonly currency?: string | undefined
  readonly territory?: string | undefined
}

export type PlaceRefusal =
  | 'cinema_needed'
  | 'timezone_unknown'
  | 'currency_unknown'
  | 'cinema_differs'
  | 'territory_needed'

/** Whose facts a file's rows are. Of a place only described, nothing is made yet. */
export type Placed = {
  /** Absent where the cinema is new, or there is none. */
  readonly known?: Cinema
  readonly cinemaName?: string
  readonly context: Omit<LayoutContext, 'fileName'>
}

/** What the file is about, as far as its layout needs to know. */
export async function placeOf(
  store: Store,
  layout: Layout,
  said: PlaceSaid,
): Promise<Outcome<Placed, PlaceRefusal>> {
  if (layout.about === 'cinema') return cinemaPlace(store, said)
  const timezone = layout.fixed?.timezone ?? said.timezone ?? 'UTC'
  const zone = timezoneNamed(timezone)
  if (zone === undefined) return unknownZone(timezone)
  const currency = layout.fixed?.currency ?? said.currency ?? ''
  if (currency !== '' && !isCurrency(currency)) return unknownCurrency(currency)
  const territory = (layout.fixed?.territory ?? said.territory ?? '').trim().toUpperCase()
  if (layout.about === 'territory' && !/^([A-Z]{2}|\d{3})$/.test(territory)) {
    const say =
      `“${layout.name}” is about a whole country: say which, with the two letters of ISO 3166 ` +
      'such as CN or US, or 001 for the world.'
    return refuse('territory_needed', say)
  }
  // Reported money must be of some currency; rows may say it themselves.
  const asked = layout.about === 'territory' && layout.table === 'box_office'
  if (asked && currency === '') return unknownCurrency(currency)
  const context = { timezone: zone, currency, dayStartsAt: DAY_STARTS_AT, territory }
  return accept({ context: layout.about === 'territory' ? context : { ...context, territory: '' } })
}

async function cinemaPlace(
  store: Store,
  { cinema = '', timezone, currency }: PlaceSaid,
): Promise<Outcome<Placed, PlaceRefusal>> {
  const name = tidyText(cinema)
  if (name === '') return refuse('cinema_needed', 'Say which cinema the file is from.')
  const known = (await cinemas(store)).find((one) => !one.sample && one.name === name)
  if (known) {
    const same = agrees(known, timezone, currency)
    if (!same.ok) return same
    const { timezone: zone, currency: code, dayStartsAt } = known
    const context = { timezone: zone, currency: code, dayStartsAt, territory: '' }
    return accept({ known, cinemaName: name, context })
  }
  const zone = timezoneNamed(timezone ?? '')
  if (zone === undefined) return unknownZone(timezone ?? '')
  if (currency === undefined || !isCurrency(currency)) return unknownCurrency(currency ?? '')
  const context = { timezone: zone, currency, dayStartsAt: DAY_STARTS_AT, territory: '' }
  return accept({ cinemaName: name, context })
}

/** The organisation and cinema of a place, made where they are new. */
export async function settlePlace(store: Store, { known, cinemaName, context }: Placed) {
  if (known) return { organisationId: known.organisationId, cinemaId: known.id }
  return store.write(async (transaction) => {
    const own = { name: OWN_ORGANISATION, sample: false }
    const organisationId = await addOrganisation(transaction, own)
    if (cinemaName === undefined) return { organisationId, cinemaId: undefined }
    const { timezone, currency, dayStartsAt } = context
    const cinema = {
      organisationId,
      name: cinemaName,
      timezone,
      currency,
      dayStartsAt,
      live: false,
    }
    return { organisationId, cinemaId: await addCinema(transaction, cinema) }
  })
}

/** The place as it then is: a cinema that another file made meanwhile keeps its own zone. */
export async function settledContext(
  store: Store,
  placed: Placed,
  cinemaId: number | undefined,
): Promise<Placed['context']> {
  const cinema = cinemaId === undefined ? undefined : await cinemaById(store, cinemaId)
  if (!cinema) return placed.context
  const { timezone, currency, dayStartsAt } = cinema
  return { ...placed.context, timezone, currency, dayStartsAt }
}

function unknownZone(timezone: string) {
  const say = `“${timezone}” is no time zone. Give one such as America/Chicago.`
  return refuse('timezone_unknown', say)
}

function unknownCurrency(currency: string) {
  const say = `“${currency}” is no currency. Give an ISO 4217 code such as USD.`
  return refuse('currency_unknown', say)
}

function agrees(
  known: Cinema,
  timezone: string | undefined,
  currency: string | undefined,
): Outcome<Cinema, 'cinema_differs'> {
  const sameZone = timezone === undefined || timezoneNamed(timezone) === known.timezone
  const sameCurrency = currency === undefined || currency === known.currency
  if (sameZone && sameCurrency) return accept(known)
  const say =
    `“${known.name}” is known with ${known.timezone} and ${known.currency}. ` +
    'Leave both out, or give the file under another cinema name.'
  return refuse('cinema_differs', say)
}
