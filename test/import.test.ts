import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quarantineViews } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { AnswerRow } from '#metrics'
import { readParameters } from '#metrics'
import type { Engined } from '#server'
import { giveTill, openTestHouse, TILL_HEADER, tillFile, tillLine, tillRows } from '#test'

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const ROWS = tillRows('import', 40)

const give = (cinema: string, text: string | Buffer) => giveTill(house, cinema, text)

async function ask(
  cinemaId: string | undefined,
  words: Record<string, string>,
): Promise<readonly AnswerRow[]> {
  const question = expectAccepted(readParameters({ where: [`cinema=${cinemaId ?? 0}`], ...words }))
  return expectAccepted(await house.answers.ask(LOCAL_OWNER, question)).rows
}

const ALL = { metrics: 'admissions,gross,screenings,complimentary' }

test('a file in is the figures out, by film as an independent sum has them', async () => {
  const view = await give('Sums', tillFile(ROWS))
  const fates = { read: ROWS.length, accepted: ROWS.length, duplicate: 0, quarantined: 0, empty: 0 }
  expect(view).toMatchObject({ state: 'done', ...fates })
  const wanted = new Map<string, { admissions: number; cents: number }>()
  for (const { title, quantity, unitCents } of ROWS) {
    const sum = wanted.get(title) ?? { admissions: 0, cents: 0 }
    sum.admissions += quantity
    sum.cents += quantity * unitCents
    wanted.set(title, sum)
  }
  const rows = await ask(view.cinemaId, { metrics: 'admissions,gross', by: 'film' })
  const found = rows.map(({ film, admissions, gross }) => [film, { admissions, gross }])
  const expected = [...wanted].map(([film, { admissions, cents }]) => {
    return [film, { admissions, gross: { minor: String(cents), currency: 'USD' } }]
  })
  expect(new Map(found as [string, unknown][])).toEqual(new Map(expected as [string, unknown][]))
})

test('the same file again adds nothing: every row is a duplicate', async () => {
  const first = await give('Again', tillFile(ROWS))
  const before = await ask(first.cinemaId, ALL)
  const second = await give('Again', tillFile(ROWS))
  expect(second).toMatchObject({ read: ROWS.length, accepted: 0, duplicate: ROWS.length })
  expect(await ask(first.cinemaId, ALL)).toEqual(before)
})

test('bad rows wait in quarantine with line and reason, and the fates add up', async () => {
  const good = ROWS.slice(0, 3).map(tillLine)
  const lines = [
    TILL_HEADER,
    good[0],
    'x,A film,A film,"Mar 16, 0216 5:00:00 PM",Adult,1,8,8',
    ',,,,,,,',
    'x,A film,A film,"Mar 16, 2018 5:00:00 PM",Adult,1,8,9',
    good[1],
    'x,A film',
    '',
    '"x,A broken quote',
    good[2],
    good[0],
  ]
  const bytes = Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\nx,`),
    Buffer.from([0xff, 0, 10]),
  ])
  const view = await give('Quarantine', bytes)
  expect(view).toMatchObject({ read: 11, accepted: 3, duplicate: 1, quarantined: 5, empty: 2 })
  const kept = await quarantineViews(house.store, Number(view.id))
  expect(kept.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'year_absurd'],
    [5, 'amounts_disagree'],
    [7, 'columns_wrong'],
    [9, 'quote_broken'],
    [12, 'bytes_not_text'],
  ])
  expect(kept[0]?.raw).toContain('0216')
})

test('two imports of one cinema at once count every row once', async () => {
  const views = await Promise.all([
    give('Both', tillFile(ROWS)),
    give('Both', tillFile(ROWS.slice(0, 100))),
    give('Both', tillFile(ROWS.toReversed())),
  ])
  const accepted = views.reduce((sum, view) => sum + view.accepted, 0)
  expect(accepted).toBe(ROWS.length)
  const [row] = await ask(views[0].cinemaId, ALL)
  expect(row?.['admissions']).toBe(ROWS.reduce((sum, { quantity }) => sum + quantity, 0))
})

test('what cannot be imported is refused with what to do', async () => {
  const receive = (text: string) =>
    house.importer.receive(LOCAL_OWNER, 'x.csv', Readable.from([Buffer.from(text)]))
  const good = await receive(tillFile(ROWS))
  const other = await receive('a,b\n1,2')
  expect(other).toMatchObject({ header: ['a', 'b'], say: expect.stringContaining('a, b') })
  const begin = async (request: Record<string, string>) => {
    const whole = { fileId: good.id, cinema: 'New one', ...request }
    const begun = await house.importer.begin(LOCAL_OWNER, whole)
    return begun.ok ? 'accepted' : begun.refusal
  }
  const zone = { timezone: 'America/Chicago', currency: 'USD' }
  expect(await begin({ ...zone, fileId: other.id })).toBe('layout_unknown')
  expect(await begin({ ...zone, fileId: '999999' })).toBe('file_missing')
  expect(await begin({ ...zone, cinema: ' ' })).toBe('cinema_needed')
  expect(await begin({ currency: 'USD' })).toBe('timezone_unknown')
  expect(await begin({ ...zone, timezone: 'Chicago' })).toBe('timezone_unknown')
  expect(await begin({ ...zone, currency: 'usd' })).toBe('currency_unknown')
  await give('Known', tillFile(ROWS.slice(0, 4)))
  expect(await begin({ ...zone, cinema: 'Known', currency: 'EUR' })).toBe('cinema_differs')
})

test('a dry run says every fate and writes no figure', async () => {
  const { cinemaId } = await give('Dry', tillFile(ROWS.slice(0, 20)))
  const before = await ask(cinemaId, ALL)
  const file = await house.importer.receive(
    LOCAL_OWNER,
    'dry.csv',
    Readable.from([Buffer.from(tillFile(ROWS.slice(10, 40)))]),
  )
  const tried = await house.importer.tryOut(LOCAL_OWNER, { fileId: file.id, cinema: 'Dry' })
  const fates = { read: 30, accepted: 20, duplicate: 10, quarantined: 0, empty: 0 }
  expect(tried).toMatchObject({ ok: true, value: fates })
  expect(await ask(cinemaId, ALL)).toEqual(before)
})
