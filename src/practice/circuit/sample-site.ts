import type { RoomName } from './sample-plan.ts'

/** A cinema of the circuit that also sells here, with a plan for each auditorium, the largest first. */
export type BoxSite = { readonly site: number; readonly rooms: readonly RoomName[] }

/**
 * One of three auditoria, whose programme fits a page and which has room for an IMAX screen, and one of
 * the smallest, with two. Neither is the site whose line comes and goes.
 */
export const BOX_SITES: readonly BoxSite[] = [
  { site: 13, rooms: ['grand', 'parlour', 'studio'] },
  { site: 16, rooms: ['promenade', 'studio'] },
]

/** Where the box office shows IMAX: the largest auditorium of the first. */
export const IMAX_SITE = 13
/** Sites whose largest auditorium has such a screen: the four largest, and that one. */
export const IMAX_SITES: readonly number[] = [0, 1, 2, 3, IMAX_SITE]

export function auditoriumName(place: number): string {
  return `Screen ${place + 1}`
}
