import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import {
  addAuditorium,
  addOrganisation,
  openCinema,
  readPlanFile,
  savePlan,
  VENUES_MIGRATIONS,
} from '#venues'
import { addFilm, addPriceCard, addRelease, PROGRAMME_MIGRATIONS } from './index.ts'
import type { TariffLineSaid } from './tariff-line.ts'

/** A real store on a folder of its own. */
export async function openTestStore(): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'programme-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  const store = await openStore({
    dataFolder: join(folder, 'data'),
    migrations: [...STORE_MIGRATIONS, ...VENUES_MIGRATIONS, ...PROGRAMME_MIGRATIONS],
    log: silentLog,
    clock: systemClock,
  })
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, close }
}

export type TestCinema = {
  readonly organisationId: number
  readonly cinemaId: number
  readonly auditoriumId: number
  readonly filmId: number
  readonly releaseId: number
  readonly priceCardId: number
}

/** A line for adults, in euro cents. */
export function adult(minor: bigint, more: Partial<TariffLineSaid> = {}): TariffLineSaid {
  const euro = (cents: bigint) => ({ minor: cents, currency: 'EUR' })
  return {
    ticketType: 'Adult',
    price: euro(minor),
    feeHall: euro(0n),
    feeOnline: euro(0n),
    ...more,
  }
}

/** An organisation with one cinema of one auditorium, a film of 100 minutes and a price card. */
export async function makeCinema(
  store: Store,
  { name, timezone = 'Europe/Dublin' }: { readonly name: string; readonly timezone?: string },
): Promise<TestCinema> {
  return store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name, sample: false })
    const described = { organisationId, name, timezone, currency: 'EUR' }
    const cinemaId = expectAccepted(await openCinema(transaction, described))
    const auditoriumId = expectAccepted(
      await addAuditorium(transaction, { cinemaId, name: 'Screen 1' }),
    )
    const bytes = new TextEncoder().encode('row,number\nA,1\nA,2\n')
    const { plan } = expectAccepted(readPlanFile(bytes))
    expectAccepted(await savePlan(transaction, { auditoriumId, basedOn: 0, plan }))
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
        lines: [adult(1_050n)],
      }),
    )
    return { organisationId, cinemaId, auditoriumId, filmId, releaseId, priceCardId }
  })
}
