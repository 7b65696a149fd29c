import type { FilmBody, ShopPage } from './page.ts'
import { ScreeningLink } from './screening-link.tsx'
import { Shell } from './shell.tsx'
import { useWords } from './words.ts'

type FilmPageProps = { readonly page: ShopPage; readonly body: FilmBody }

/** When and where one film is shown. */
export function FilmPage({ page, body }: FilmPageProps) {
  const { t, day } = useWords()
  const { film, cinemas, screenings } = body
  const names = new Map(cinemas.map(({ id, name }) => [id, name]))
  const days = Map.groupBy(screenings, ({ tradingDay }) => tradingDay)
  const { rating, runtimeMinutes } = film
  const facts = [rating, runtimeMinutes === undefined ? '' : t.minutes(runtimeMinutes)]
  return (
    <Shell page={page} {...(cinemas.length === 1 && cinemas[0] && { cinema: cinemas[0] })}>
      <h1>{film.title}</h1>
      <p class="facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {film.synopsis !== '' && <p class="synopsis">{film.synopsis}</p>}
      {screenings.length === 0 && <p class="empty">{t.filmNone}</p>}
      {[...days].map(([one, shown]) => (
        <section key={one} class="film">
          <h2>{day(one)}</h2>
          {[...Map.groupBy(shown, ({ cinemaId }) => cinemaId)].map(([cinemaId, there]) => (
            <div key={cinemaId}>
              {cinemas.length > 1 && <h3>{names.get(cinemaId)}</h3>}
              <ul class="rows">
                {there.map((screening) => (
                  <li key={screening.id}>
                    <ScreeningLink screening={screening} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {screenings.length > 0 && <p class="note">{t.allIn}</p>}
    </Shell>
  )
}
