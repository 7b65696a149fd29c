import { expect, test } from 'vitest'
import { recogniseLayout } from '../recognise.ts'
import { LAYOUTS } from './index.ts'

test('ids are theirs alone, and the order of layouts is settled', () => {
  const ids = LAYOUTS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('whoever imports a country’s file is asked nothing that the layout knows', () => {
  for (const { id, about, table, fixed } of LAYOUTS) {
    if (about === 'territory') expect(fixed?.territory, id).toBeDefined()
    if (about !== 'cinema' && table === 'box_office') expect(fixed?.currency, id).toBeDefined()
  }
})

test('no layout’s columns are another’s, unless the rows tell them apart', () => {
  const clashes = LAYOUTS.flatMap((one) =>
    LAYOUTS.filter(
      (other) =>
        other !== one && !other.fits && other.columns.every((name) => one.columns.includes(name)),
    ).map((other) => `${one.id} looks like ${other.id}`),
  )
  expect(clashes).toEqual([])
})

test.each([
  ['Date', 'Title', 'Gross', 'Admissions'],
  ['date', 'title', 'theaters', 'distributor', 'gross'],
  ['Day', 'BOLETOS'],
  ['Event', 'Gross Revenue', 'Screenings'],
  ['Event', 'Date', 'Tickets'],
  ['Date', 'USD', 'EUR'],
  ['电影名', '上映日期', '票房'],
  ['影片', '日期', '票房(万元)', '人次'],
  ['name', 'date', 'country', 'boxoffice'],
  ['year', 'papers', 'days.title'],
  ['Fecha', 'Día', 'Nombre', 'Tipo'],
  ['key', 'lat', 'lng'],
  ['film', 'total_gross', 'open_date'],
  ['Order Date', 'Order Number', 'Product Name', 'Quantity', 'Price'],
  ['movieCd', 'movieNm', 'audiCnt'],
])('an ordinary table of %s, %s … is nobody’s', (...header) => {
  const row = header.map(() => '2016-01-01')
  expect(recogniseLayout({ header, firstRows: [row] }).ok).toBe(false)
})
