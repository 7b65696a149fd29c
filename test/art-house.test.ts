import { createReadStream, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Answer } from '#metrics'
import { readParameters } from '#metrics'
import type { Engined } from '#server'
import { keepFilmsApart, openTestHouse, sharedData } from '#test'

const path = sharedData('art_theater/ticket_sales_by_showing.csv')

/** An independent reading of the file: a regular expression and sums, none of the product's code. */
function independentSums(key: (title: string, month: string) => string) {
  const sums = new Map<string, { admissions: number; cents: number }>()
  const cell = /("(?:[^"]|"")*"|[^,]*)(,|$)/g
  for (const line of readFileSync(path ?? '', 'utf8')
    .split('\n')
    .slice(1)) {
    const cells = [...line.matchAll(cell)].map(([, one = '']) =>
      one.replace(/^"|"$/g, '').replaceAll('""', '"'),
    )
    const [, title = '', , date = '', , quantity = '', , price = ''] = cells
    // Every screening of this house starts between 10:00 and 24:00, so its day is the date itself.
    const month = new Date(`${date.split(' ').slice(0, 3).join(' ')} UTC`).toISOString().slice(0, 7)
    const name = key(title.trim().replace(/\s+/g, ' '), `${month}-01`)
    const sum = sums.get(name) ?? { admissions: 0, cents: 0 }
    sum.admissions += Number(quantity)
    sum.cents += Math.round(Number(price.replaceAll(',', '')) * 100)
    sums.set(name, sum)
  }
  return sums
}

function answered(answer: Answer, key: string) {
  return new Map(
    answer.rows.map((row) => {
      const { gross } = row
      const cents = typeof gross === 'object' && gross !== null ? Number(gross.minor) : Number.NaN
      return [String(row[key]), { admissions: Number(row['admissions']), cents }]
    }),
  )
}

describe.skipIf(path === undefined)('the art house', () => {
  let house: Engined
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house?.close())

  async function give() {
    const bytes = createReadStream(path ?? '')
    const file = await house.importer.receive(LOCAL_OWNER, 'ticket_sales_by_showing.csv', bytes)
    const request = {
      fileId: file.id,
      cinema: 'The Art',
      timezone: 'America/Chicago',
      currency: 'USD',
    }
    const begun = expectAccepted(await house.importer.begin(LOCAL_OWNER, request))
    return house.importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
  }

  async function ask(words: Record<string, string>): Promise<Answer> {
    const question = expectAccepted(readParameters(words))
    return expectAccepted(await house.answers.ask(LOCAL_OWNER, question))
  }

  test('103,419 admissions, 3,262 screenings, USD 846,008.25; again adds nothing', async () => {
    const fates = { read: 9564, accepted: 9564, duplicate: 0, quarantined: 0, empty: 0 }
    expect(await give()).toMatchObject({ state: 'done', ...fates })
    const total = {
      admissions: 103_419,
      screenings: 3_262,
      gross: { minor: '84600825', currency: 'USD' },
    }
    const words = { metrics: 'admissions,screenings,gross' }
    expect((await ask(words)).rows).toEqual([total])
    expect(await give()).toMatchObject({ read: 9564, accepted: 0, duplicate: 9564 })
    expect((await ask(words)).rows).toEqual([total])
  })

  test('by film and by month as an independent computation has them', async () => {
    await keepFilmsApart(house)
    const byFilm = await ask({ metrics: 'admissions,gross', by: 'film' })
    expect(answered(byFilm, 'film')).toEqual(independentSums((title) => title))
    const byMonth = await ask({ metrics: 'admissions,gross', grain: 'month' })
    expect(answered(byMonth, 'period')).toEqual(independentSums((_title, month) => month))
    expect(byFilm.rows).toHaveLength(503)
  })
})
