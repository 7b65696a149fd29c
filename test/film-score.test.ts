import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { HALVES, scoreFilms } from '#collate'
import { sharedData } from '#test'

const us = sharedData('us_daily/us_daily_2016-06_2019-08.csv.gz')

test.skipIf(!us).each(HALVES)('on the %s half nothing is matched wrongly', async (half) => {
  const score = await scoreFilms(dirname(dirname(us ?? '')), half)
  if (!score) throw new Error('the labelled lists are not all there')
  expect(score.pairs).toBe(half === 'tuning' ? 137 : 143)
  expect(score.everyPair.pairs).toBe(half === 'tuning' ? 138 : 146)
  expect(score.precision).toBeGreaterThanOrEqual(0.995)
  // What is reached (docs/proof): one film less of the held-out half is below the bar.
  expect(score.recall).toBeGreaterThanOrEqual(half === 'tuning' ? 0.99 : 0.95)
  expect(score.everyPair.recall).toBeGreaterThanOrEqual(half === 'tuning' ? 0.985 : 0.93)
  expect(score.recallWithQueue).toBeGreaterThanOrEqual(0.96)
  expect(score.mistakes).toHaveLength(score.everyPair.pairs + score.matched - 2 * score.right)
})

test('without the lists there is no score', async () => {
  expect(await scoreFilms('/nowhere', 'tuning')).toBeUndefined()
})
