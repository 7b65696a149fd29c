import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportView } from '#collate'
import { changeViews } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import { openTestHouse } from '#test'

/** What later files of the layouts say of what earlier ones said: corrected, taken back, left alone. */
let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function give(text: string, cinema?: string): Promise<ImportView> {
  const bytes = Readable.from([Buffer.from(text)])
  const file = await house.importer.receive(LOCAL_OWNER, 'file', bytes)
  const place = cinema ? { cinema, timezone: 'America/Chicago', currency: 'USD' } : {}
  const begun = expectAccepted(
    await house.importer.begin(LOCAL_OWNER, { fileId: file.id, ...place }),
  )
  return house.importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
}

async function sumOf(table: string, sum: string, { sourceId }: ImportView): Promise<string> {
  const sql = `select toString(${sum}) as sum from ${table} where source = ${sourceId}`
  const [row] = await house.warehouse.query<{ sum: string }>(sql)
  return row?.sum ?? ''
}

type Start = readonly [time: string, status: number]

function programme(date: string, theatres: Record<string, readonly Start[]>): string {
  const rooms = (starts: readonly Start[]) => [
    {
      category: '2D',
      price: 'Rp40.000',
      all_showtimes: starts.map(([time, status]) => {
        return { time, status, is_available: status === 1 }
      }),
    },
  ]
  const SOLO = Object.entries(theatres).map(([name, starts]) => {
    return { theatre_id: `id ${name}`, theatre_name: name, merchant: 'XXI', rooms: rooms(starts) }
  })
  const film = { id: '1977633929036906496', title: 'SEBUAH FILM', is_presale: false }
  return JSON.stringify({ date, movies: [{ ...film, schedules: { SOLO } }] })
}

test('a later programme: what vanished of a cinema and day goes, what closed is a change', async () => {
  const first = programme('2025-12-14', {
    SATU: [
      ['12:05', 1],
      ['12:05', 1],
      ['14:10', 1],
      ['16:15', 1],
    ],
    DUA: [['12:05', 1]],
  })
  expect(await give(first)).toMatchObject({ read: 5, accepted: 5 })
  const later = programme('2025-12-14', {
    SATU: [
      ['12:05', 0],
      ['12:05', 1],
      ['16:15', 1],
      ['18:20', 1],
    ],
  })
  const view = await give(later)
  expect(view).toMatchObject({ accepted: 2, corrected: 1, duplicate: 2, withdrawn: 1 })
  expect(await sumOf('screening', 'sum(weight)', view)).toBe('5')
  // The cinema that the file does not name keeps its programme; so does another day.
  const tomorrow = await give(programme('2025-12-15', { SATU: [['12:05', 1]] }))
  expect(tomorrow).toMatchObject({ accepted: 1, withdrawn: 0 })
  expect(await sumOf('screening', 'sum(weight)', tomorrow)).toBe('6')
  expect(await sumOf('screening', "sumIf(weight, status = 'closed')", tomorrow)).toBe('1')
})

const US_HEADER =
  'date,rank,title,release_id,gross_usd,theaters,gross_to_date_usd,day_of_release,distributor'

test('a day of the box office again: struck out, corrected, the other day as it was', async () => {
  const line = (day: string, code: string, gross: number) =>
    `${day},1,A Film,${code},${gross},10,${gross},3,A Studio`
  const days = [line('2016-06-03', 'rl1', 100), line('2016-06-03', 'rl2', 50)]
  await give([US_HEADER, ...days, line('2016-06-04', 'rl1', 70)].join('\n'))
  const view = await give([US_HEADER, line('2016-06-03', 'rl1', 110)].join('\n'))
  // The release struck out said three things: a gross, its cinemas, a gross to date.
  expect(view).toMatchObject({ read: 1, accepted: 1, corrected: 1, withdrawn: 3 })
  const gross = "sumIf(value, kind = 'day' and measure = 'gross')"
  expect(await sumOf('box_office', gross, view)).toBe('18000')
  const changes = await changeViews(house.store, Number(view.id))
  const changed = changes.filter(({ after }) => after).map(({ after }) => after?.['value'])
  expect(changed).toEqual(['11000', '11000'])
})

test('a report of everything: an event that it no longer names is gone; another cinema’s stays', async () => {
  const report = (...rows: string[]) => ['Event,Gross Revenue', ...rows].join('\n')
  await give(report('A Film,$5.00', 'A Slip,$7.00'), 'One')
  await give(report('A Film,$9.00'), 'Two')
  const view = await give(report('A Film,$6.00'), 'One')
  expect(view).toMatchObject({ accepted: 1, corrected: 1, withdrawn: 1 })
  expect(await sumOf('box_office', 'sum(value)', view)).toBe('1500')
})

test('equal lines of an order count as often as they stand; one less is one taken back', async () => {
  const header =
    'Order Date,Order Number,Buyer Type,Product Group,Product Name,Product SKU,Price Type,Quantity,' +
    'Price,Sales Tax,Pay Methods'
  const line = (day: number, product = 'Poster') =>
    `6/${day}/2016 5:56:54 PM,4913,Web,Shop,${product},P,P,1,$10.00,$0.00,Visa`
  const lines = [line(1), line(2), line(2), line(2), line(3)]
  const first = await give([header, ...lines].join('\n'), 'Shop')
  expect(first).toMatchObject({ accepted: 5, duplicate: 0 })
  const fewer = [line(2), line(2, 'Shirt'), line(2), line(3)]
  const view = await give([header, ...fewer].join('\n'), 'Shop')
  expect(view).toMatchObject({ accepted: 1, duplicate: 3, withdrawn: 1 })
  expect(await sumOf('concession', 'sum(price)', view)).toBe('5000')
})

test('a holiday moved within its year is taken back where it was', async () => {
  const year = (...days: [string, boolean][]) => {
    const listed = days.map(([date, isOffDay]) => ({ name: '春节', date, isOffDay }))
    return JSON.stringify({ year: 2031, papers: [], days: listed })
  }
  await give(year(['2031-01-01', true], ['2031-02-01', true], ['2031-05-01', true]))
  const view = await give(year(['2031-01-01', true], ['2031-02-02', true], ['2031-05-01', false]))
  expect(view).toMatchObject({ accepted: 2, corrected: 1, duplicate: 1, withdrawn: 1 })
  expect(await sumOf('calendar_day', 'sum(weight)', view)).toBe('3')
})
