import { useAuditoria } from '../wire/plans.ts'
import { useAnswer } from '../wire/queries.ts'
import { numberOf } from '../wire/rows.ts'
import { roomsQuestion } from './cinema-questions.ts'
import type { CinemaScope } from './cinema-scope.ts'
import { lastSevenDays } from './use-cinemas-scope.ts'

export type Rooms = { readonly count: number; readonly seats: number }

/**
 * How many auditoria a cinema has, and how many seats: as drawn where all are, else of those that had
 * screenings in the last seven days, each with the seats it offered a screening.
 */
export function useRooms({ cinema, own }: CinemaScope): Rooms {
  const drawn = useAuditoria().data?.filter(({ cinemaId }) => cinemaId === cinema.id) ?? []
  const complete = drawn.length > 0 && drawn.every(({ version }) => version > 0)
  const answer = useAnswer(
    complete ? undefined : roomsQuestion(own.asks, lastSevenDays(own), []),
  ).data
  if (complete) {
    return { count: drawn.length, seats: drawn.reduce((sum, { seats }) => sum + seats, 0) }
  }
  const listed = (answer?.rows ?? []).flatMap((row) => {
    const screenings = numberOf(row, 'screeningsListed')
    const seats = numberOf(row, 'seatsOffered')
    return screenings ? [Math.round((seats ?? 0) / screenings)] : []
  })
  return {
    count: Math.max(listed.length, drawn.length),
    seats: listed.reduce((sum, seats) => sum + seats, 0),
  }
}
