import type { Outcome } from '#kernel'
import { accept, refuse, tidyText } from '#kernel'
import type { Reader, Transaction } from '#store'
import { isText, isWithin } from './film.ts'
import type { Tariff } from './tariff.ts'
import type { TariffLineSaid } from './tariff-line.ts'
import { readTariffLines } from './tariff-line.ts'
import type { TariffRow } from './tariff-store.ts'
import { linesToJson, readTariff, TARIFFS } from './tariff-store.ts'

/** What a version of a price card says: its tax and its lines. */
export type TariffSaid = {
  readonly taxName: string
  readonly taxBasisPoints: number
  readonly lines: readonly TariffLineSaid[]
}

export type NewPriceCard = TariffSaid & {
  readonly organisationId: number
  readonly name: string
  readonly currency: string
}

/** A price card with its newest version, and what came before. */
export type PriceCard = {
  readonly id: number
  readonly name: string
  /** The newest, which may not be in force yet. */
  readonly tariff: Tariff
  /** The version in force now; absent while the first is still to come. */
  readonly inForce?: number
  readonly versions: readonly TariffVersion[]
}

/** ISO instant from which a version is in force. */
export type TariffVersion = { readonly version: number; readonly inForceFrom: string }

const NAME_CHARACTERS_MAX = 80
const TAX_NAME_CHARACTERS_MAX = 40
const BASIS_POINTS_MAX = 10_000
const CARDS_MAX = 500
const VERSIONS_SHOWN = 100
const AHEAD_DAYS_MAX = 730

const CURRENCIES = 'select distinct currency from cinema where organisation_id = $1'
const ADD_CARD = `
  insert into price_card (organisation_id, name, currency) values ($1, $2, $3)
  on conflict (organisation_id, name) do nothing returning id`
const ADD_TARIFF = `
  insert into tariff (price_card_id, version, in_force_from, tax_name, tax_basis_points, lines)
  values ($1, $2, coalesce($3::timestamptz, clock_timestamp()), $4, $5, $6)`
// The lock waits for whoever supersedes at the moment; only then is the newest version read.
const LOCK_CARD = 'select id from price_card where id = $1 for update'
const CARD = `
  select currency, clock_timestamp() as now,
    (select max(version) from tariff where price_card_id = c.id) as newest
  from price_card c where id = $1`
const CARDS = `
  select c.id, c.name from price_card c where c.organisation_id = $1
  order by c.name collate "C" limit ${CARDS_MAX}`
const NEWEST = `${TARIFFS}
  where t.price_card_id = any($1::integer[])
    and t.version = (select max(version) from tariff where price_card_id = t.price_card_id)`
const VERSIONS = `
  select c.id as price_card_id, v.version, v.in_force_from, v.past
  from unnest($1::integer[]) as c(id) cross join lateral (
    select version, in_force_from, in_force_from <= clock_timestamp() as past from tariff
    where price_card_id = c.id order by version desc limit ${VERSIONS_SHOWN}
  ) v order by c.id, v.version desc`

type VersionRow = {
  price_card_id: number
  version: number
  in_force_from: Date
  past: boolean
}

type CardRefusal = 'currency_unknown' | 'name_taken' | 'name_unusable' | 'tariff_unusable'

/** Makes a price card with its first version, which is in force at once. */
export async function addPriceCard(
  transaction: Transaction,
  { organisationId, name: said, currency, ...tariff }: NewPriceCard,
): Promise<Outcome<number, CardRefusal>> {
  const name = tidyText(said)
  if (!isText(name, 1, NAME_CHARACTERS_MAX)) {
    return refuse('name_unusable', `A name has 1 to ${NAME_CHARACTERS_MAX} characters.`)
  }
  const cinemas = await transaction.rows<{ currency: string }>(CURRENCIES, organisationId)
  if (!cinemas.some((cinema) => cinema.currency === currency)) {
    const say = `No cinema of the organisation trades in “${currency.slice(0, 10)}”.`
    return refuse('currency_unknown', say, cinemas.map((cinema) => cinema.currency).toSorted())
  }
  const values = readSaid(tariff, currency)
  if (!values.ok) return values
  const row = await transaction.row<{ id: number }>(ADD_CARD, organisationId, name, currency)
  if (!row) return refuse('name_taken', `There is a price card “${name}” already.`)
  await transaction.run(ADD_TARIFF, row.id, 1, null, ...values.value)
  return accept(row.id)
}

export type Supersession = TariffSaid & {
  readonly priceCardId: number
  /** The newest version as whoever changes it saw it. */
  readonly basedOn: number
  /** Left out: from now. */
  readonly inForceFrom?: string | undefined
}

/**
 * Makes the next version of a card; without lines the card ends. What was sold keeps its version. A
 * version that is still to come stays so; another from the same moment takes its place.
 */
export async function supersedeTariff(
  transaction: Transaction,
  { priceCardId, basedOn, inForceFrom, ...tariff }: Supersession,
): Promise<
  Outcome<number, 'period_unusable' | 'price_card_unknown' | 'tariff_changed' | 'tariff_unusable'>
> {
  type Found = { currency: string; now: Date; newest: number }
  await transaction.row(LOCK_CARD, priceCardId)
  const card = await transaction.row<Found>(CARD, priceCardId)
  if (!card) return refuse('price_card_unknown', 'There is no such price card.')
  if (card.newest !== basedOn) {
    const say = `Version ${card.newest} was made since version ${basedOn} was opened.`
    return refuse('tariff_changed', say)
  }
  const from = inForceFrom === undefined ? null : momentAhead(inForceFrom, card.now)
  if (from === undefined) {
    return refuse('period_unusable', 'A version is in force from now, or from a moment to come.')
  }
  const values = readSaid(tariff, card.currency)
  if (!values.ok) return values
  await transaction.run(ADD_TARIFF, priceCardId, basedOn + 1, from, ...values.value)
  return accept(basedOn + 1)
}

/** The price cards of an organisation, by name. */
export async function priceCards(
  reader: Reader,
  organisationId: number,
): Promise<readonly PriceCard[]> {
  const cards = await reader.rows<{ id: number; name: string }>(CARDS, organisationId)
  const ids = cards.map(({ id }) => id)
  const tariffs = (await reader.rows<TariffRow>(NEWEST, ids)).map(readTariff)
  const versions = Map.groupBy(
    await reader.rows<VersionRow>(VERSIONS, ids),
    (row) => row.price_card_id,
  )
  return cards.flatMap(({ id, name }) => {
    const tariff = tariffs.find(({ priceCardId }) => priceCardId === id)
    return tariff ? [{ id, name, tariff, ...history(versions.get(id) ?? []) }] : []
  })
}

function history(rows: readonly VersionRow[]): Pick<PriceCard, 'inForce' | 'versions'> {
  const past = rows.filter((row) => row.past)
  // Rows come newest first, so of those that began together the newest counts.
  const [inForce] = past.toSorted(
    (one, other) => Number(other.in_force_from) - Number(one.in_force_from),
  )
  const versions = rows.map(({ version, in_force_from }) => {
    return { version, inForceFrom: in_force_from.toISOString() }
  })
  return { ...(inForce && { inForce: inForce.version }), versions }
}

function readSaid(
  { taxName: said, taxBasisPoints, lines: linesSaid }: TariffSaid,
  currency: string,
): Outcome<readonly [string, number, string], 'tariff_unusable'> {
  const taxName = tidyText(said)
  if (!isText(taxName, 0, TAX_NAME_CHARACTERS_MAX)) {
    const say = `The name of a tax has up to ${TAX_NAME_CHARACTERS_MAX} characters.`
    return refuse('tariff_unusable', say)
  }
  if (!isWithin(taxBasisPoints, 0, BASIS_POINTS_MAX)) {
    return refuse('tariff_unusable', 'Tax is 0 to 10000 basis points: 900 is 9 %.')
  }
  const lines = readTariffLines(linesSaid, currency)
  return lines.ok ? accept([taxName, taxBasisPoints, linesToJson(lines.value)]) : lines
}

function momentAhead(text: string, now: Date): Temporal.Instant | undefined {
  try {
    const moment = Temporal.Instant.from(text)
    const aheadMs = moment.epochMilliseconds - now.getTime()
    return aheadMs >= 0 && aheadMs <= AHEAD_DAYS_MAX * 86_400_000 ? moment : undefined
  } catch {
    // No instant: the caller says what one must be.
    return undefined
  }
}
