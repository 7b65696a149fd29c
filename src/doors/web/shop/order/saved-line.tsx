import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import type { OrderBody } from '../page.ts'
import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'
import { saveTicket } from './saved-tickets.ts'

type SavedLineProps = {
  readonly body: OrderBody
  readonly order: OrderView
  readonly seats: readonly string[]
}

/** Keeps the ticket on this phone, and says so only once it is kept. */
export function SavedLine({ body, order, seats }: SavedLineProps) {
  const { t } = useWords()
  const [saved, setSaved] = useState<boolean>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order
  useEffect(() => {
    const { screening, cinema, token } = body
    const { id } = order
    saveTicket({
      id,
      token,
      title: screening.film.title,
      day: screening.localDate,
      time: screening.localTime,
      startsAt: screening.startsAt,
      cinema: cinema.name,
      seats,
    }).then(setSaved)
  }, [order.id])
  return (
    <p class="saved" role="status" data-saved={saved}>
      <Icon name={saved === false ? 'cross' : saved ? 'check' : 'clock'} />
      {saved === undefined ? t.saving : saved ? t.saved : t.notSaved}
    </p>
  )
}
