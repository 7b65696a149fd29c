import { shiftDay } from '../shared/days.ts'
import type { CinemaBody, ShopPage } from './page.ts'
import { ScreeningLink } from './screening-link.tsx'
import { Shell } from './shell.tsx'
import type { ScreeningView } from './wire.ts'
import { useWords } from './words.ts'

type CinemaPageProps = { readonly page: ShopPage; readonly body: CinemaBody }

/** The films of one trading day at one cinema, with their times. */
export function CinemaPage({ page, body }: CinemaPageProps) {
  const { t, day } = useWords()
  const { cinema, days, screenings } = body
  const films = byFilm(screenings)
  return (
    <Shell page={page} cinema={cinema}>
      <h1>{t.whatIsOn}</h1>
      {days.length > 0 && <DayPicker body={body} />}
      {films.length === 0 && (
        <p class="empty">{days.length === 0 ? t.noneAtAll : t.noneThatDay(day(body.day))}</p>
      )}
      {films.map((shown) => (
        <FilmTimes key={shown[0]?.film.id} screenings={shown} />
      ))}
      {films.length > 0 && <p class="note">{t.allIn}</p>}
    </Shell>
  )
}

function DayPicker({ body }: { readonly body: CinemaBody }) {
  const { t, day } = useWords()
  const { cinema, days } = body
  const name = (one: string) => {
    if (one === cinema.tradingDay) return t.today
    return one === shiftDay(cinema.tradingDay, 1) ? t.tomorrow : day(one)
  }
  return (
    <nav class="days" aria-label={t.dayPicker}>
      {days.map((one) => (
        <a
          key={one}
          class="day"
          href={`/shop/cinemas/${cinema.id}?day=${one}`}
          aria-current={one === body.day ? 'date' : undefined}
        >
          {name(one)}
        </a>
      ))}
    </nav>
  )
}

function FilmTimes({ screenings }: { readonly screenings: readonly ScreeningView[] }) {
  const { t } = useWords()
  const film = screenings[0]?.film
  if (!film) return null
  const { rating, runtimeMinutes } = film
  const facts = [rating, runtimeMinutes === undefined ? '' : t.minutes(runtimeMinutes)]
  return (
    <section class="film">
      <h2>
        <a href={`/shop/films/${film.id}`}>{film.title}</a>
      </h2>
      <p class="facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <ul class="rows">
        {screenings.map((screening) => (
          <li key={screening.id}>
            <ScreeningLink screening={screening} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function byFilm(screenings: readonly ScreeningView[]): readonly (readonly ScreeningView[])[] {
  return [...Map.groupBy(screenings, ({ film }) => film.id).values()]
}
