import type { ShopCinema, ShopPage } from './page.ts'
import { Shell } from './shell.tsx'
import { useWords } from './words.ts'

type CinemasPageProps = { readonly page: ShopPage; readonly cinemas: readonly ShopCinema[] }

/** Where one can go. */
export function CinemasPage({ page, cinemas }: CinemasPageProps) {
  const { t } = useWords()
  return (
    <Shell page={page}>
      <h1>{t.cinemasTitle}</h1>
      {cinemas.length === 0 && <p class="empty">{t.cinemasNone}</p>}
      <ul class="rows">
        {cinemas.map(({ id, name }) => (
          <li key={id}>
            <a class="row-link" href={`/shop/cinemas/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
