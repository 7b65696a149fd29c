import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Store } from '#store'
import { addFilm, addRelease, changeFilm, filmIds, filmViews, releaseById } from './index.ts'
import type { TestCinema } from './testing-cinema.ts'
import { makeCinema, openTestStore } from './testing-cinema.ts'

let store: Store
let close: () => Promise<void>
let cinema: TestCinema

beforeAll(async () => {
  const opened = await openTestStore()
  store = opened.store
  close = opened.close
  cinema = await makeCinema(store, { name: 'Lantern' })
}, 60_000)
afterAll(() => close())

function add(film: Omit<Parameters<typeof addFilm>[1], 'organisationId'>) {
  const { organisationId } = cinema
  return store.write((transaction) => addFilm(transaction, { ...film, organisationId }))
}

function release(filmId: number, said: Partial<Parameters<typeof addRelease>[1]>) {
  const usual = { filmId, format: '2D', language: 'en', subtitles: [] }
  return store.write((transaction) => addRelease(transaction, { ...usual, ...said }))
}

test('a film that an import brought is the one that is described by hand', async () => {
  const { organisationId } = cinema
  const ids = await store.write((transaction) => filmIds(transaction, organisationId, ['Sands']))
  const id = ids.get('Sands') ?? 0
  expect(await add({ title: ' Sands ' })).toMatchObject({ refusal: 'name_taken' })
  const change = (said: Parameters<typeof changeFilm>[2]) =>
    store.write((transaction) => changeFilm(transaction, id, said))
  expect(
    await change({ runtimeMinutes: 95, officialCodes: { EIDR: '10.5240/X', isan: 'ß' } }),
  ).toEqual({
    ok: true,
    value: undefined,
  })
  expect(await change({ rating: 'PG' })).toMatchObject({ ok: true })
  expect(await change({ title: 'Tides' })).toMatchObject({ refusal: 'name_taken' })
  const films = await filmViews(store, organisationId)
  expect(films.map(({ title }) => title)).toEqual(['Sands', 'Tides'])
  expect(films[0]).toMatchObject({
    id: String(id),
    runtimeMinutes: 95,
    rating: 'PG',
    officialCodes: { EIDR: '10.5240/X', isan: 'ß' },
    releases: [],
  })
  const gone = store.write((transaction) => changeFilm(transaction, 999_999, {}))
  expect(await gone).toMatchObject({ refusal: 'film_unknown' })
})

test('releases of a film differ; their distributor is made once', async () => {
  const filmId = expectAccepted(await add({ title: '永远的四季' }))
  const dubbed = expectAccepted(
    await release(filmId, { language: 'EN-gb', distributor: 'Harbour' }),
  )
  const subtitled = { language: 'zh-hans', subtitles: ['en'], distributor: ' Harbour ' }
  const other = expectAccepted(await release(filmId, { ...subtitled, opensOn: '2027-02-17' }))
  expect(await release(filmId, subtitled)).toMatchObject({ refusal: 'release_taken' })
  const [one, two] = [await releaseById(store, dubbed), await releaseById(store, other)]
  expect(one).toMatchObject({ language: 'en-GB', distributor: 'Harbour' })
  expect(two).toMatchObject({ language: 'zh-Hans', subtitles: ['en'], opensOn: '2027-02-17' })
  expect(one?.distributorId).toBe(two?.distributorId)
  expect(await release(999_999, {})).toMatchObject({ refusal: 'film_unknown' })
  expect(await releaseById(store, 999_999)).toBeUndefined()
})

test('the same release added by several at once is one', async () => {
  const filmId = expectAccepted(await add({ title: 'Rush' }))
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map((at) => release(filmId, { distributor: `Newcomer ${at % 2}` })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test.each([
  [{ title: ' ' }],
  [{ title: 'x'.repeat(201) }],
  [{ title: 'x\u0007' }],
  [{ title: 'A', runtimeMinutes: 0 }],
  [{ title: 'A', runtimeMinutes: 1.5 }],
  [{ title: 'A', synopsis: 'x'.repeat(4_001) }],
  [{ title: 'A', officialCodes: { '': '1' } }],
  [{ title: 'A', officialCodes: { EIDR: 'x'.repeat(121) } }],
  [
    {
      title: 'A',
      officialCodes: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`s${at}`, '1'])),
    },
  ],
])('no film: %j', async (film) => {
  expect(await add(film)).toMatchObject({ refusal: 'film_unusable' })
})

test.each([
  [{ format: '' }],
  [{ language: 'not a tag' }],
  [{ language: '' }],
  [{ subtitles: ['en', 'EN'] }],
  [{ subtitles: ['en', 'de', 'fr', 'it', 'es'] }],
  [{ opensOn: '2027-02-30' }],
  [{ opensOn: 'soon' }],
])('no release: %j', async (said) => {
  expect(await release(cinema.filmId, said)).toMatchObject({ refusal: 'release_unusable' })
})
