import { useEffect, useState } from 'react'
import { pathOf } from '../wire/client.ts'
import type { States } from './sale.ts'

type Heard = { readonly screeningId: string; readonly states: States }

/** The seats of a screening as others take them; undefined until the stream has said it once. */
export function useLiveSeats(
  screeningId: string | undefined,
  onHeard: (up: boolean) => void,
): States | undefined {
  const [heard, setHeard] = useState<Heard>()
  useEffect(() => {
    if (screeningId === undefined) return
    const source = new EventSource(`${pathOf('seatsLive', screeningId)}?channel=counter`)
    source.addEventListener('open', () => onHeard(true))
    source.addEventListener('seats', (event) => {
      // The server and this page are built together, so its JSON is taken at its word.
      const { states } = JSON.parse(event.data) as { states: States }
      setHeard({ screeningId, states })
    })
    return () => source.close()
  }, [screeningId, onHeard])
  return heard && heard.screeningId === screeningId ? heard.states : undefined
}
