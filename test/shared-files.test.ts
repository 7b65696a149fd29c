import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportView } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import { openTestHouse, sharedData } from '#test'
import { compareAggregates } from '#warehouse'

/**
 * Every shared file that carries facts goes in twice: the first time it comes to the totals that were
 * reckoned beside it, out of the warehouse; the second time every row of it is known.
 */
const ART = {
  cinema: 'The Art',
  timezone: 'America/Chicago',
  currency: 'USD',
}

type Known = {
  readonly path: string
  readonly layout: string
  readonly place?: typeof ART
  readonly fates: Partial<Record<'accepted' | 'duplicate' | 'quarantined' | 'empty', number>>
  /** A query over what the file's source said ({source}), and what it must give. */
  readonly sums: readonly (readonly [sql: string, wanted: Record<string, string>])[]
}

const of = (table: string, sums: Record<string, string>, where = '1') => {
  const columns = Object.entries(sums).map(([name, sql]) => `toString(${sql}) as ${name}`)
  return `select ${columns.join(', ')} from ${table} where source = {source} and ${where}`
}
const day = (measure: string) => `sumIf(value, kind = 'day' and measure = '${measure}')`

const FILES: readonly Known[] = [
  {
    path: 'art_theater/ticket_sales_by_showing.csv',
    layout: 'ticket-sales-by-showing',
    place: ART,
    fates: { accepted: 9_564 },
    sums: [
      [
        of('ticket', { tickets: 'sum(quantity)', paid: 'sum(price)', films: 'uniqExact(film)' }),
        { tickets: '103419', paid: '84600825', films: '503' },
      ],
    ],
  },
  {
    path: 'art_theater/gross_revenue_by_event.csv',
    layout: 'gross-revenue-by-event',
    place: ART,
    fates: { accepted: 456 },
    sums: [
      [
        of('box_office', { gross: 'sum(value)', events: 'uniqExact(film)' }, "kind = 'undated'"),
        { gross: '82798675', events: '456' },
      ],
    ],
  },
  {
    path: 'art_theater/merchandise_sales.csv',
    layout: 'merchandise-sales',
    place: ART,
    fates: { accepted: 516 },
    sums: [
      [
        of('concession', {
          paid: 'sum(price)',
          lines: 'sum(weight)',
          orders: 'uniqExact(order_reference)',
          first: 'min(sold_day)',
          last: 'max(sold_day)',
          cash: "sumIf(quantity, payment = 'Cash')",
        }),
        {
          paid: '796700',
          lines: '516',
          orders: '406',
          first: '2016-06-22',
          last: '2019-07-30',
          cash: '203',
        },
      ],
    ],
  },
  {
    path: 'art_theater/gift_card_transactions.csv',
    layout: 'gift-card-transactions',
    place: ART,
    fates: { accepted: 746 },
    sums: [
      [
        of('stored_value', {
          purchase: "sumIf(amount, activity = 'Purchase')",
          payment: "sumIf(amount, activity = 'Payment')",
          cancelled: "sumIf(amount, activity = 'Cancel Purchase')",
          refund: "sumIf(amount, activity = 'Refund')",
          recharge: "sumIf(amount, activity = 'Recharge')",
          net: 'sum(amount)',
          cards: 'uniqExact(card)',
        }),
        {
          purchase: '1092249',
          payment: '-468058',
          cancelled: '-42000',
          refund: '2950',
          recharge: '3500',
          net: '588641',
          cards: '378',
        },
      ],
    ],
  },
  {
    path: 'us_daily/us_daily_2016-06_2019-08.csv.gz',
    layout: 'us-daily',
    fates: { accepted: 63_872 },
    sums: [
      [
        of('box_office', {
          gross: day('gross'),
          releases: 'uniqExact(film)',
          distributors: "uniqExactIf(distributor, distributor != '')",
          days: 'uniqExact(first_day)',
          most: "maxIf(value, kind = 'day' and measure = 'gross')",
        }),
        {
          gross: '3278753880300',
          releases: '1584',
          distributors: '149',
          days: '1187',
          most: '10926412200',
        },
      ],
    ],
  },
  {
    path: 'kobis_2024/movie_after_2024.parquet',
    layout: 'kobis-daily',
    fates: { accepted: 9_020, duplicate: 510, empty: 127_841 },
    sums: [
      [
        of('box_office', {
          admissions: day('admissions'),
          shows: day('screenings'),
          gross: day('gross'),
          films: 'uniqExact(film)',
          days: 'uniqExact(first_day)',
        }),
        {
          admissions: '120691078',
          shows: '6059166',
          gross: '1171777063571',
          films: '689',
          days: '366',
        },
      ],
    ],
  },
  {
    path: 'cineradar/movies_2025-12-14.json.gz',
    layout: 'showtimes-indonesia',
    fates: { accepted: 12_223 },
    sums: [
      [
        of('screening', {
          starts: 'sum(weight)',
          open: "sumIf(weight, status in ('open', 'presale'))",
          closed: "sumIf(weight, status = 'closed')",
          cinemas: 'uniqExact(cinema)',
          films: 'uniqExact(film)',
          low: 'min(price_low)',
          high: 'max(price_high)',
        }),
        {
          starts: '12223',
          open: '10001',
          closed: '2222',
          cinemas: '494',
          films: '27',
          low: '2000000',
          high: '30000000',
        },
      ],
    ],
  },
  {
    path: 'cineradar/movies_2025-12-19.json.gz',
    layout: 'showtimes-indonesia',
    fates: { accepted: 2_295 },
    sums: [
      [
        of(
          'screening',
          { starts: 'sum(weight)', cinemas: 'uniqExact(cinema)' },
          "trading_day = '2025-12-19'",
        ),
        { starts: '2295', cinemas: '87' },
      ],
      // Ten towns only: the other cinemas and the day before are not missing.
      [of('screening', { starts: 'sum(weight)' }), { starts: '14518' }],
    ],
  },
  {
    path: 'cineradar/places_cache.json',
    layout: 'cinema-places',
    fates: { accepted: 429 },
    sums: [
      [
        of('site', { sites: 'sum(weight)', cinemas: 'uniqExact(cinema)' }, 'latitude != 0'),
        { sites: '429', cinemas: '429' },
      ],
    ],
  },
  {
    path: 'ecb_fx/eurofxref-hist.csv.gz',
    layout: 'ecb-rates',
    fates: { accepted: 6_983 },
    sums: [
      [
        of('rate', {
          days: 'uniqExact(day)',
          first: 'min(day)',
          last: 'max(day)',
          dollar: "sumIf(rate, currency = 'USD' and day = '2018-11-23')",
          yuan: "minIf(day, currency = 'CNY')",
          rouble: "maxIf(day, currency = 'RUB')",
        }),
        {
          days: '6983',
          first: '1999-01-04',
          last: '2026-04-13',
          dollar: '1.1352',
          yuan: '2005-04-01',
          rouble: '2022-03-01',
        },
      ],
    ],
  },
  {
    path: 'cinepolis_mx/sales_by_day.csv',
    layout: 'cinepolis-days',
    fates: { accepted: 731 },
    sums: [
      [
        of('box_office', { days: 'uniqExact(first_day)', least: 'min(value)', most: 'max(value)' }),
        { days: '731', least: '0.000000963', most: '5.127535644' },
      ],
    ],
  },
  {
    path: 'cinepolis_mx/sales_16_17.csv',
    layout: 'cinepolis-days-slashed',
    // The same days and figures in another print: known already, every one.
    fates: { duplicate: 731 },
    sums: [[of('box_office', { rows: 'sum(weight)' }), { rows: '731' }]],
  },
  {
    path: 'cinepolis_mx/holidays.csv',
    layout: 'cinepolis-holidays',
    fates: { accepted: 156 },
    sums: [
      [
        of('calendar_day', { school: "countIf(kind = 'school')", days: 'uniqExact(day)' }),
        { school: '135', days: '156' },
      ],
    ],
  },
  {
    path: 'cinepolis_mx/movie_data.csv',
    layout: 'film-totals',
    fates: { accepted: 284, quarantined: 1 },
    sums: [
      [
        of('box_office', {
          films: 'uniqExact(film)',
          world: "sumIf(value, territory = '001')",
          home: "sumIf(value, territory = 'US')",
        }),
        { films: '284', world: '8029079420100', home: '3080013504100' },
      ],
    ],
  },
  {
    path: 'china_films/films2017.json',
    layout: 'china-films-2017',
    fates: { accepted: 496 },
    sums: [
      [
        of('box_office', {
          films: 'uniqExact(film)',
          gross: 'sum(value)',
          none: 'countIf(value = 0)',
        }),
        { films: '496', gross: '5683005600000', none: '14' },
      ],
    ],
  },
  {
    path: 'china_films/movie_data.csv',
    layout: 'china-films-2018',
    fates: { accepted: 489, empty: 33 },
    sums: [
      [
        of('box_office', { films: 'uniqExact(film)', gross: 'sum(value)' }),
        { films: '489', gross: '5822461000000' },
      ],
    ],
  },
]

const folder = sharedData('holiday_cn')

describe.skipIf(folder === undefined)('the shared files', () => {
  let house: Engined
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house?.close())

  async function give(path: string, place?: typeof ART): Promise<ImportView> {
    const bytes = createReadStream(sharedData(path) ?? '')
    const file = await house.importer.receive(LOCAL_OWNER, path.split('/').at(-1) ?? '', bytes)
    const begun = await house.importer.begin(LOCAL_OWNER, { fileId: file.id, ...place })
    const { id } = expectAccepted(begun)
    return house.importer.run(LOCAL_OWNER, id, AbortSignal.timeout(120_000))
  }

  async function expectSums({ sums }: Pick<Known, 'sums'>, view: ImportView) {
    for (const [sql, wanted] of sums) {
      const [found] = await house.warehouse.query(sql.replace('{source}', view.sourceId))
      expect(found).toEqual(wanted)
    }
  }

  test.each(FILES)('$path: $fates', { timeout: 180_000 }, async (known) => {
    const fates = { accepted: 0, duplicate: 0, quarantined: 0, empty: 0, ...known.fates }
    const { accepted, duplicate, quarantined, empty } = fates
    const read = accepted + duplicate + quarantined + empty
    const view = await give(known.path, known.place)
    expect(view).toMatchObject({ state: 'done', read, ...fates, layout: { id: known.layout } })
    await expectSums(known, view)
    const again = await give(known.path, known.place)
    const allKnown = { accepted: 0, duplicate: accepted + duplicate, quarantined, empty }
    expect(again).toMatchObject({ state: 'done', read, ...allKnown, corrected: 0, withdrawn: 0 })
    await expectSums(known, again)
  })

  test('holiday_cn: 678 days of 20 years; the year to come is not known yet', {
    timeout: 180_000,
  }, async () => {
    const names = (await readdir(folder ?? '')).filter((name) => /^\d{4}\.json$/.test(name))
    const known = {
      sums: [
        [
          of('calendar_day', {
            days: 'sum(weight)',
            off: "sumIf(weight, kind = 'holiday')",
            worked: "sumIf(weight, kind = 'workday')",
          }),
          { days: '678', off: '545', worked: '133' },
        ],
      ],
    } as const
    const announced = names.filter((name) => name !== '2027.json')
    for (const round of [1, 2]) {
      let rows = 0
      let last: ImportView | undefined
      for (const name of announced) {
        last = await give(join('holiday_cn', name))
        rows += round === 1 ? last.accepted : last.duplicate
        expect(last).toMatchObject({ state: 'done', quarantined: 0, withdrawn: 0, corrected: 0 })
      }
      expect([announced.length, rows]).toEqual([20, 678])
      if (last) await expectSums(known, last)
    }
    const bytes = createReadStream(sharedData('holiday_cn/2027.json') ?? '')
    const file = await house.importer.receive(LOCAL_OWNER, '2027.json', bytes)
    expect(file.say).toContain('not announced yet')
    const begun = await house.importer.begin(LOCAL_OWNER, { fileId: file.id })
    expect(begun).toMatchObject({ ok: false, refusal: 'file_unreadable' })
  })

  test('what was counted on the way in is what stands', async () => {
    expect(await compareAggregates(house.warehouse)).toEqual([])
  })
})
