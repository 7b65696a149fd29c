import { expect, test } from 'vitest'
import type { Answer } from '#metrics'
import { createChartDrawer } from './chart-file-drawer.ts'
import type { ChartJob } from './chart-file-job.ts'

const answer: Answer = {
  rows: [
    { weekday: '5', admissions: 4 },
    { weekday: '6', admissions: 9 },
  ],
  total: { admissions: 13 },
  question: { metrics: ['admissions'], by: ['weekday'], where: {} },
  basis: 'tickets',
  sample: false,
  definitions: [{ id: 'admissions', name: 'Admissions', unit: 'tickets', meaning: '' }],
  freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
  sites: { expected: 1, reporting: 1, stale: [], silent: [] },
  sources: [],
}

const job: ChartJob = {
  input: { answer, kind: 'bar' },
  lang: 'zh',
  theme: 'light',
  words: { title: '人次', foot: [] },
  format: 'svg',
  width: 640,
}

test('a picture that breaks is a fault of its own, and those after it are drawn', async () => {
  const drawer = createChartDrawer()
  const broken = { ...job, input: { kind: 'bar' } } as unknown as ChartJob
  const [fault, drawn] = await Promise.allSettled([drawer.draw(broken), drawer.draw(job)])
  expect(fault.status).toBe('rejected')
  expect(drawn).toMatchObject({ status: 'fulfilled', value: { ok: true } })
  await drawer.close()
}, 60_000)

test('more than would be waited for are refused at once', async () => {
  const drawer = createChartDrawer()
  const drawn = await Promise.all(Array.from({ length: 14 }, () => drawer.draw(job)))
  const refused = drawn.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(2)
  expect(refused[0]).toMatchObject({ refusal: 'chart_busy' })
  await drawer.close()
}, 60_000)
