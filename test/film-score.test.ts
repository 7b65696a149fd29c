import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { HALVES, scoreFilms } from '#collate'
import { sharedData } from '#test'

const us = sharedData('us_daily/us_daily_2016-06_2019-08.csv.gz')

test.skipIf(!us).each(HALVES)('on the %s half nothing is matched wrongly', async (half) => {
  const score = await scoreFilms(dirname(dirname(us ?? '')), half)
  if (!score) throw new Error('the labelled lists are not all there')
  expect(score.pairs).toBe(half === 'tuning' ? 138 : 146)
  expect(score.precision).toBeGreaterThanOrEqual(0.995)
  // What the rules were tuned on has to pass; the other half is kept from falling (docs/proof).
  expect(score.recall).toBeGreaterThanOrEqual(half === 'tuning' ? 0.95 : 0.92)
  expect(score.recallWithQueue).toBeGreaterThanOrEqual(0.95)
  expect(score.mistakes).toHaveLength(score.pairs + score.matched - 2 * score.right)
})

test('without the lists there is no score', async () => {
  expect(await scoreFilms('/nowhere', 'tuning')).toBeUndefined()
})
