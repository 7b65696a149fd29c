import { useEffect, useState } from 'preact/hooks'
import type { SeatStates } from '../wire.ts'

/** How the seats stand, kept up to date by the server as long as the page is open. */
export function useLiveStates(screeningId: string, first: SeatStates): SeatStates {
  const [states, setStates] = useState(first)
  useEffect(() => {
    const source = new EventSource(`/v1/screenings/${screeningId}/seats/live`)
    source.addEventListener('seats', ({ data }: MessageEvent<string>) => {
      const told: unknown = JSON.parse(data)
      // Written by our own server, in the shape its description gives.
      if (told && typeof told === 'object' && 'states' in told) setStates(told.states as SeatStates)
    })
    return () => source.close()
  }, [screeningId])
  return states
}
