import { Chip } from '../parts/chip.tsx'
import { useText } from '../texts/text.tsx'
import type { House } from '../wire/client.ts'
import type { CinemaScope } from './cinema-scope.ts'
import { stateWords } from './state-words.ts'
import { useRooms } from './use-rooms.ts'

type CinemaHeadProps = { readonly house: House; readonly scope: CinemaScope }

/** Which cinema it is: name, how its figures stand, zone, auditoria and seats. */
export function CinemaHead({ house, scope }: CinemaHeadProps) {
  const texts = useText()
  const { t } = texts
  const { cinema, own } = scope
  const rooms = useRooms(scope)
  const words =
    cinema.state === 'file' && own.organisation.lastDay !== undefined
      ? t('fromFile', { day: texts.dates.date(own.lastDay) })
      : stateWords(texts, cinema, Date.parse(house.now))
  return (
    <header className="cinema-head">
      {/* The page's heading says it already. */}
      <p className="cinema-name" aria-hidden="true">
        {cinema.name}
      </p>
      <p className="cinema-facts">
        <Chip state={cinema.state} label="cinema-state">
          {words}
        </Chip>
        {rooms.count > 0 && <span>{t('auditoriaCount', { count: rooms.count })}</span>}
        {rooms.seats > 0 && <span>{t('seatsCount', { count: rooms.seats })}</span>}
        <span>{cinema.timezone}</span>
        <span>{cinema.currency}</span>
      </p>
    </header>
  )
}
