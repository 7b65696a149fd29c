import { chanceOf, logNormal } from './chance.ts'
import type { Home } from './home.ts'

/** A cinema of the circuit. */
export type Site = {
  readonly index: number
  readonly name: string
  /** Seats of each auditorium, the largest first. */
  readonly capacities: readonly number[]
  /** Its part of the circuit's custom; all sites together make 1. */
  readonly share: number
  /** Steps by which its prices differ from the card's. */
  readonly priceSteps: number
  /** Has screenings after midnight on Fridays and Saturdays. */
  readonly late: boolean
}

const LATE_SITES = 3

export function makeSites(seed: string, home: Home): readonly Site[] {
  const drafts = home.sites.map(([name, auditoria], index) => {
    const random = chanceOf(seed, 'site', index)
    const capacities = Array.from({ length: auditoria }, (_, place) => {
      const size = 205 - (135 * place) / Math.max(1, auditoria - 1)
      return Math.min(260, Math.max(60, 2 * Math.round((size * logNormal(random, 0.13)) / 2)))
    })
    const seats = capacities.reduce((sum, capacity) => sum + capacity, 0)
    return { index, name, capacities, pull: seats * logNormal(random, 0.12) }
  })
  const pulls = drafts.reduce((sum, { pull }) => sum + pull, 0)
  return drafts.map(({ index, name, capacities, pull }) => ({
    index,
    name,
    capacities,
    share: pull / pulls,
    priceSteps: index < 5 ? 6 : index < 11 ? 0 : -5,
    late: index < LATE_SITES,
  }))
}
