import { expect, test } from 'vitest'
import { readTariffLines } from '#programme/pure'
import { HOMES } from './home.ts'
import { planCircuit } from './plan.ts'
import { sampleCard } from './sample-card.ts'
import { filmSaid, releasesSaid } from './sample-film.ts'
import { boxScreenings } from './sample-programme.ts'
import { BOX_SITES } from './sample-site.ts'
import { TURNROUND_MINUTES } from './screening.ts'

const homes = ['ireland', 'new-zealand'] as const
const plans = homes.map((home) => {
  const createdOn = '2026-11-21'
  return planCircuit({ seed: 'orchid', home, createdOn, createdAtMs: Date.parse(createdOn) })
})

test('nothing overlaps in any auditorium through both changes of the clock, and each has a room', () => {
  for (const plan of plans) {
    for (const { site, rooms } of BOX_SITES) {
      expect(plan.sites[site]?.capacities).toHaveLength(rooms.length)
      const freeAt = new Map<number, number>()
      for (let day = plan.createdDay; day < plan.createdDay + 150; day++) {
        for (const { auditorium, startsAtMs, release } of boxScreenings(plan, site, day)) {
          expect(startsAtMs).toBeGreaterThanOrEqual(freeAt.get(auditorium) ?? 0)
          freeAt.set(auditorium, startsAtMs + (release.minutes + TURNROUND_MINUTES) * 60_000)
        }
      }
    }
  }
})

test('the card can be saved in either home, with its tax', () => {
  const taxes = homes.map((home) => {
    const { currency, lines, taxName, taxBasisPoints } = sampleCard(HOMES[home], -5)
    expect(readTariffLines(lines, currency).ok).toBe(true)
    return [taxName, taxBasisPoints]
  })
  expect(taxes).toEqual([
    ['VAT', 1_350],
    ['GST', 1_500],
  ])
})

test('every film of two years has its poster, sequels too', () => {
  for (const [at, plan] of plans.entries()) {
    for (let week = 0; week < 104; week++) {
      for (const { release } of plan.playing(Math.floor(plan.createdDay / 7) + week)) {
        const said = filmSaid(release, homes[at] ?? 'ireland')
        expect(said.synopsis, release.title).not.toBe('')
        const formats = releasesSaid(release, '2026-11-21').map(({ format }) => format)
        expect(formats[0]).toBe('2D')
        expect(said.originalTitle === undefined).toBe(release.kind !== 'arthouse')
      }
    }
  }
})
