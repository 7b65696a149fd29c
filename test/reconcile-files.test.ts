import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reconcile, restatements } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import { keepFilmsApart, openTestHouse, sharedData } from '#test'

const tickets = sharedData('art_theater/ticket_sales_by_showing.csv')
const gross = sharedData('art_theater/gross_revenue_by_event.csv')
const daily = sharedData('us_daily/us_daily_2016-06_2019-08.csv.gz')

const CELL = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g

/** An independent reading: a regular expression, none of the product's code. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(CELL)].map(([, cell = '']) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    )
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])))
}

const cents = (text: string) => Math.round(Number(text.replace(/[$,]/g, '')) * 100)

function sums(path: string, title: string, amount: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const row of rowsOf(readFileSync(path, 'utf8'))) {
    const name = (row[title] ?? '').trim().replace(/\s+/g, ' ')
    found.set(name, (found.get(name) ?? 0) + cents(row[amount] ?? ''))
  }
  return found
}

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function give(path: string): Promise<void> {
  const file = await house.importer.receive(LOCAL_OWNER, basename(path), createReadStream(path))
  const cinema = { cinema: 'The Art', timezone: 'America/Chicago', currency: 'USD' }
  const about = file.layout?.about === 'cinema' ? cinema : {}
  const request = { fileId: file.id, ...about }
  const begun = expectAccepted(await house.importer.begin(LOCAL_OWNER, request))
  await house.importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(120_000))
}

describe.skipIf(tickets === undefined || gross === undefined)('the art house', () => {
  test('its tickets beside its gross report: every film as an independent sum has it', async () => {
    const [left, right] = [tickets ?? '', gross ?? '']
    await give(left)
    await give(right)
    await keepFilmsApart(house)
    const ours = sums(left, 'EventName', 'Price')
    const theirs = sums(right, 'Event', 'Gross Revenue')
    const both = [...ours].filter(([title]) => theirs.has(title))
    const agree = both.filter(([title, amount]) => theirs.get(title) === amount).length
    const found = expectAccepted(
      await reconcile(house, LOCAL_OWNER, {
        left: 'ticket',
        right: 'gross-revenue-by-event',
        metric: 'gross',
        by: ['film'],
      }),
    )
    expect(found).toMatchObject({
      agree,
      differ: both.length - agree,
      leftOnly: ours.size - both.length,
      rightOnly: theirs.size - both.length,
    })
    expect([found.agree, found.differ, found.leftOnly, found.rightOnly]).toEqual([448, 8, 47, 0])
    const shown = new Map(found.rows.map((row) => [row.film, [row.left, row.right]]))
    const money = (amount: number | undefined) =>
      amount === undefined ? undefined : { minor: String(amount), currency: 'USD' }
    for (const [title, amount] of ours) {
      expect(shown.get(title)).toEqual([money(amount), money(theirs.get(title))])
    }
    // Each of the eight has something to act on, and seven are explained to the cent.
    const differing = found.rows.filter(({ state }) => state === 'differs')
    expect(differing.every(({ causes }) => causes.length > 0)).toBe(true)
    expect(differing.filter(({ causes }) => causes[0]?.exact)).toHaveLength(7)
    expect(found.causes.map(({ id }) => id)).toEqual(['definition_not_seen'])
  })
})

describe.skipIf(daily === undefined)('the daily box office of a country', () => {
  test('every restated total, as a plain loop finds them', async () => {
    const path = daily ?? ''
    await give(path)
    const ofFilm = Map.groupBy(
      rowsOf(gunzipSync(readFileSync(path)).toString('utf8')),
      (row) => row['release_id'],
    )
    let [restated, nextDay, falls] = [0, 0, 0]
    for (const rows of ofFilm.values()) {
      const days = rows.toSorted((one, other) =>
        (one['date'] ?? '') < (other['date'] ?? '') ? -1 : 1,
      )
      for (const [at, row] of days.entries()) {
        const before = days[at - 1]
        if (!before) continue
        const [total, was] = [Number(row['gross_to_date_usd']), Number(before['gross_to_date_usd'])]
        if (total === was + Number(row['gross_usd'])) continue
        restated++
        const gap = Date.parse(row['date'] ?? '') - Date.parse(before['date'] ?? '')
        if (gap === 86_400_000) nextDay++
        if (total < was) falls++
      }
    }
    const found = expectAccepted(
      await restatements(house, LOCAL_OWNER, { source: 'us-daily', metric: 'gross' }),
    )
    expect(found).toMatchObject({ count: restated, nextDay, falls })
    expect([restated, nextDay, falls]).toEqual([348, 36, 6])
    expect(found.rows).toHaveLength(restated)
  })
})
