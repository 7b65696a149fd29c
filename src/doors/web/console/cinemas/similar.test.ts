import { expect, test } from 'vitest'
import { alikeCinemas } from './similar.ts'

const row = (cinemaId: string, seatsOffered: number | null, screeningsListed = 10) => ({
  cinema: `Cinema ${cinemaId}`,
  cinemaId,
  seatsOffered,
  screeningsListed,
})

test('the nearest in seats are alike, half as many being as far as twice as many', () => {
  const rows = [row('1', 1000), row('2', 1100), row('3', 5000), row('4', 500), row('5', 1900)]
  expect(alikeCinemas(rows, '1', 2)).toEqual({ by: 'seats', ids: ['2', '5'] })
  expect(alikeCinemas(rows, '1', 3).ids).toEqual(['2', '5', '4'])
})

test('a cinema is not like itself, nor like one whose seats are not known', () => {
  const rows = [row('1', 1000), row('2', null)]
  expect(alikeCinemas(rows, '1')).toEqual({ by: 'seats', ids: [] })
})

test('where its own seats are not known, screenings decide', () => {
  const rows = [row('1', null, 20), row('2', 900, 90), row('3', null, 21)]
  expect(alikeCinemas(rows, '1', 1)).toEqual({ by: 'screenings', ids: ['3'] })
})

test('without any size nothing is alike', () => {
  expect(alikeCinemas([row('1', null, 0), row('2', 5)], '1')).toEqual({ by: 'nothing', ids: [] })
})
