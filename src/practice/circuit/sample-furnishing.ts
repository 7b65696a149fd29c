import { expectAccepted } from '#kernel'
import { addPriceCard, addRelease, changeFilm, filmIds, filmViews, priceCards } from '#programme'
import type { Transaction } from '#store'
import { addAuditorium, auditoria, savePlan } from '#venues'
import type { Circuit } from './circuit-store.ts'
import { dayText } from './day-clock.ts'
import type { Plan } from './plan.ts'
import type { Release } from './release.ts'
import { CARD_NAME, IMAX, sampleCard } from './sample-card.ts'
import { filmSaid, releasesSaid } from './sample-film.ts'
import { roomPlan } from './sample-plan.ts'
import type { BoxSite } from './sample-site.ts'
import { auditoriumName, BOX_SITES } from './sample-site.ts'

/** What is sold where, by its ids: the auditoria of a site in the order of their places. */
export type BoxCinema = {
  readonly site: number
  readonly cinemaId: number
  readonly auditoria: readonly number[]
}

/** Of a film the release shown as a rule, and the one for the large screen. */
export type FilmReleases = { readonly plain: number; readonly imax?: number }

/** The cinemas of the circuit that sell here, with their auditoria; what is missing of them is made. */
export async function boxCinemas(
  transaction: Transaction,
  circuit: Circuit,
): Promise<readonly BoxCinema[]> {
  const made: BoxCinema[] = []
  for (const box of BOX_SITES) {
    const cinemaId = circuit.cinemaIds[box.site]
    if (cinemaId === undefined) throw new Error(`the circuit has no site ${box.site}`)
    made.push({ site: box.site, cinemaId, auditoria: await rooms(transaction, cinemaId, box) })
  }
  return made
}

async function rooms(
  transaction: Transaction,
  cinemaId: number,
  box: BoxSite,
): Promise<readonly number[]> {
  const known = await auditoria(transaction, cinemaId)
  const ids: number[] = []
  for (const [place, room] of box.rooms.entries()) {
    const name = auditoriumName(place)
    const found = known.find((one) => one.name === name)
    const id = found
      ? Number(found.id)
      : expectAccepted(await addAuditorium(transaction, { cinemaId, name }))
    // A plan that somebody has changed since is left as it is.
    if (!found || found.version === 0) {
      const plan = roomPlan(room)
      expectAccepted(await savePlan(transaction, { auditoriumId: id, basedOn: 0, plan }))
    }
    ids.push(id)
  }
  return ids
}

/** The card that everything is planned on; as somebody has changed it since, if so. */
export async function boxCard(
  transaction: Transaction,
  plan: Plan,
  organisationId: number,
): Promise<number> {
  const known = await priceCards(transaction, organisationId)
  const found = known.find(({ name }) => name === CARD_NAME)
  if (found) return found.id
  const priceSteps = plan.sites[BOX_SITES[0]?.site ?? 0]?.priceSteps ?? 0
  const card = { organisationId, ...sampleCard(plan.home, priceSteps) }
  return expectAccepted(await addPriceCard(transaction, card))
}

/**
 * The films of the circuit with what posters say of them, and their releases by title: the same rows
 * that its sales name. Of a film that is described already only releases are added.
 */
export async function boxFilms(
  transaction: Transaction,
  { plan, organisationId }: { readonly plan: Plan; readonly organisationId: number },
  releases: readonly Release[],
): Promise<ReadonlyMap<string, FilmReleases>> {
  const titles = releases.map(({ title }) => title)
  const ids = await filmIds(transaction, organisationId, titles)
  const views = new Map((await filmViews(transaction, organisationId)).map((one) => [one.id, one]))
  const made = new Map<string, FilmReleases>()
  for (const release of releases) {
    const filmId = ids.get(release.title)
    if (filmId === undefined) throw new Error(`the circuit has no film “${release.title}”`)
    const view = views.get(String(filmId))
    if (view?.runtimeMinutes === undefined) {
      const { title: _, ...said } = filmSaid(release, plan.home.id)
      expectAccepted(await changeFilm(transaction, filmId, said))
    }
    // A film week begins on a Friday, the first of them on 1970-01-02.
    const opensOn = dayText(release.week * 7 + 1)
    const shown = new Map<string, number>()
    for (const said of releasesSaid(release, opensOn)) {
      const known = view?.releases.find(({ format }) => format === said.format)
      const added = () => addRelease(transaction, { filmId, ...said })
      shown.set(said.format, known ? Number(known.id) : expectAccepted(await added()))
    }
    const [plain, imax] = [shown.get('2D'), shown.get(IMAX)]
    if (plain === undefined) throw new Error(`“${release.title}” is not shown in 2D`)
    made.set(release.title, { plain, ...(imax !== undefined && { imax }) })
  }
  return made
}
