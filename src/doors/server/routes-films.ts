import * as z from 'zod'
import { scopeOf } from '#access'
import type { Outcome } from '#kernel'
import { accept, moneyToWire, parseId, refuse } from '#kernel'
import type { PriceCard } from '#programme'
import {
  addFilm,
  addPriceCard,
  addRelease,
  changeFilm,
  filmViews,
  priceCards,
  supersedeTariff,
} from '#programme'
import type { TariffLine, TariffLineSaid } from '#programme/pure'
import type { Call, Route } from './route.ts'
import { answers } from './route.ts'
import { idOf } from './routes-venues.ts'
import { madeWire } from './wire-plans.ts'
import {
  changedWire,
  filmChangeWire,
  filmsWire,
  madeCardWire,
  madeTariffWire,
  newFilmWire,
  newPriceCardWire,
  newReleaseWire,
  newTariffWire,
  priceCardsWire,
} from './wire-programme.ts'

const ofOrganisation = z.object({ organisation: z.string().describe('id of the organisation') })

export const FILM_ROUTES: readonly Route[] = [
  answers({
    name: 'films',
    method: 'GET',
    path: '/v1/films',
    summary: 'The films of an organisation with their releases',
    refusals: ['organisation_unknown'],
    query: ofOrganisation,
    response: filmsWire,
    async answer(call) {
      const id = await organisationWithin(call, call.query.organisation)
      return id.ok ? accept({ films: await filmViews(call.house.store, id.value) }) : id
    },
  }),
  answers({
    name: 'addFilm',
    method: 'POST',
    path: '/v1/films',
    summary: 'Adds a film by hand; imports make theirs by title',
    refusals: ['film_unusable', 'name_taken', 'organisation_unknown'],
    body: newFilmWire,
    status: 201,
    response: madeWire,
    async answer(call) {
      const { organisationId: said, ...film } = call.body
      const id = await organisationWithin(call, said)
      if (!id.ok) return id
      const added = await call.house.store.write((transaction) =>
        addFilm(transaction, { ...film, organisationId: id.value }),
      )
      return added.ok ? accept({ id: String(added.value) }) : added
    },
  }),
  answers({
    name: 'changeFilm',
    method: 'POST',
    path: '/v1/films/{id}',
    summary: 'Changes what is said of a film; what is left out stays',
    refusals: ['film_unknown', 'film_unusable', 'name_taken'],
    body: filmChangeWire,
    response: changedWire,
    async answer({ house, params, body }) {
      const changed = await house.store.write((transaction) =>
        changeFilm(transaction, idOf(params), body),
      )
      return changed.ok ? accept({ changed: true as const }) : changed
    },
  }),
  answers({
    name: 'addRelease',
    method: 'POST',
    path: '/v1/films/{id}/releases',
    summary: 'Adds a release of a film: its format, language and subtitles',
    refusals: ['film_unknown', 'release_taken', 'release_unusable', 'releases_too_many'],
    body: newReleaseWire,
    status: 201,
    response: madeWire,
    async answer({ house, params, body }) {
      const added = await house.store.write((transaction) =>
        addRelease(transaction, { ...body, filmId: idOf(params) }),
      )
      return added.ok ? accept({ id: String(added.value) }) : added
    },
  }),
  answers({
    name: 'priceCards',
    method: 'GET',
    path: '/v1/price-cards',
    summary: 'The price cards of an organisation, each with its newest version',
    refusals: ['organisation_unknown'],
    query: ofOrganisation,
    response: priceCardsWire,
    async answer(call) {
      const id = await organisationWithin(call, call.query.organisation)
      if (!id.ok) return id
      const cards = await priceCards(call.house.store, id.value)
      return accept({ cards: cards.map(viewCard) })
    },
  }),
  answers({
    name: 'addPriceCard',
    method: 'POST',
    path: '/v1/price-cards',
    summary: 'Makes a price card with its first version, in force at once',
    refusals: [
      'currency_unknown',
      'name_taken',
      'name_unusable',
      'organisation_unknown',
      'tariff_unusable',
    ],
    body: newPriceCardWire,
    status: 201,
    response: madeCardWire,
    async answer(call) {
      const { organisationId: said, lines, ...card } = call.body
      const id = await organisationWithin(call, said)
      if (!id.ok) return id
      const added = await call.house.store.write((transaction) => {
        const organisationId = id.value
        return addPriceCard(transaction, { ...card, organisationId, lines: lines.map(readLine) })
      })
      return added.ok ? accept({ id: String(added.value), version: 1 }) : added
    },
  }),
  answers({
    name: 'addTariff',
    method: 'POST',
    path: '/v1/price-cards/{id}/versions',
    summary: 'Makes the next version of a price card; without lines the card ends',
    refusals: ['period_unusable', 'price_card_unknown', 'tariff_changed', 'tariff_unusable'],
    body: newTariffWire,
    status: 201,
    response: madeTariffWire,
    async answer({ house, params, body }) {
      const { lines, ...tariff } = body
      const made = await house.store.write((transaction) => {
        const said = { ...tariff, lines: lines.map(readLine), priceCardId: idOf(params) }
        return supersedeTariff(transaction, said)
      })
      return made.ok ? accept({ version: made.value }) : made
    },
  }),
]

/** The organisation of that id, if it is within what the asker may see. */
async function organisationWithin(
  { house, asker }: Pick<Call<unknown, unknown>, 'house' | 'asker'>,
  said: string,
): Promise<Outcome<number, 'organisation_unknown'>> {
  const id = parseId(said) ?? 0
  const { owners, sampleOwners } = await scopeOf(house.store, asker)
  if ([...owners, ...sampleOwners].includes(id)) return accept(id)
  return refuse('organisation_unknown', 'There is no such organisation.')
}

type LineSaid = z.output<typeof newTariffWire>['lines'][number]

function readLine(line: LineSaid): TariffLineSaid {
  const amount = ({ minor, currency }: LineSaid['price']) => ({ minor: BigInt(minor), currency })
  return {
    ...line,
    price: amount(line.price),
    feeHall: amount(line.feeHall),
    feeOnline: amount(line.feeOnline),
  }
}

function viewCard({ id, name, tariff, inForce, versions }: PriceCard) {
  const { currency, version, taxName, taxBasisPoints, lines } = tariff
  return {
    id: String(id),
    name,
    currency,
    version,
    ...(inForce !== undefined && { inForce }),
    inForceFrom: versions[0]?.inForceFrom ?? '',
    taxName,
    taxBasisPoints,
    lines: lines.map((line) => viewLine(line, currency)),
    versions,
  }
}

function viewLine(line: TariffLine, currency: string) {
  const { priceMinor, feeHallMinor, feeOnlineMinor, ...fits } = line
  const amount = (minor: bigint) => moneyToWire({ minor, currency })
  return {
    ...fits,
    price: amount(priceMinor),
    feeHall: amount(feeHallMinor),
    feeOnline: amount(feeOnlineMinor),
  }
}
