import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHECKS, findingViews, runChecks } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import { openTestHouse, sharedData } from '#test'
import { organisations } from '#venues'

const path = sharedData('art_theater/ticket_sales_by_showing.csv')

describe.skipIf(path === undefined)('the checks on three years of an art house', () => {
  let house: Engined
  beforeAll(async () => {
    house = await openTestHouse()
    const file = await house.importer.receive(
      LOCAL_OWNER,
      basename(path ?? ''),
      createReadStream(path ?? ''),
    )
    const place = { cinema: 'The Art', timezone: 'America/Chicago', currency: 'USD' }
    const begun = expectAccepted(
      await house.importer.begin(LOCAL_OWNER, { fileId: file.id, ...place }),
    )
    await house.importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
    await house.importer.idle()
  })
  afterAll(() => house?.close())

  async function open() {
    const owners = (await organisations(house.store)).map(({ id }) => Number(id))
    return findingViews(house.store, { owners, atMost: 1_000 })
  }

  /** Days between its first and last without a row, as the file itself has them. */
  function daysWithout(): ReadonlySet<string> {
    const days = new Set<string>()
    for (const [, date = ''] of readFileSync(path ?? '', 'utf8').matchAll(
      /"([A-Z][a-z]{2} \d+, \d{4}) /g,
    )) {
      days.add(new Date(`${date} UTC`).toISOString().slice(0, 10))
    }
    const [first = '', last = ''] = [[...days].toSorted()[0], [...days].toSorted().at(-1)]
    const missing = new Set<string>()
    for (let at = Date.parse(first); at < Date.parse(last); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      if (!days.has(day)) missing.add(day)
    }
    return missing
  }

  test('nothing is said that does not stand in the file', async () => {
    const found = await open()
    const moments = found.filter(({ check }) => check === 'screenings_overlap')
    expect(moments.map(({ values }) => values['starts']).toSorted()).toEqual([
      '2016-11-12 21:30',
      '2016-11-17 21:30',
      '2018-04-02 19:30',
    ])
    expect(moments.every(({ severity }) => severity === 'notice')).toBe(true)
    // Days it did not play: it was closed, which only a person can say.
    const gaps = found.filter(({ check }) => check === 'site_gap')
    const missing = daysWithout()
    for (const { firstDay = '', lastDay = '', values } of gaps) {
      let days = 0
      for (let at = Date.parse(firstDay); at <= Date.parse(lastDay); at += 86_400_000) {
        if (missing.has(new Date(at).toISOString().slice(0, 10))) days++
      }
      expect(days).toBe(values['days'])
    }
    expect(found.length).toBe(moments.length + gaps.length)
  })

  test('a whole run says the same, and what it could not look at', async () => {
    const before = (await open()).map(({ id }) => id)
    const run = await runChecks(house, { why: 'asked' })
    expect(run).toMatchObject({ state: 'done', checksDone: CHECKS.length, tickets: 103_419 })
    expect(run.notes.map(({ say }) => say)).toEqual([
      '3,262 screenings of The Art could not be held against seats: no auditorium is known.',
    ])
    expect((await open()).map(({ id }) => id)).toEqual(before)
    console.log((await open()).map(({ severity, say }) => `${severity}: ${say}`).join('\n'))
  })
})
