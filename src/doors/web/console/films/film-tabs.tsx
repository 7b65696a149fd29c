import { useText } from '../texts/text.tsx'
import type { FilmChange, FilmTab } from './film-search.ts'
import { FILM_TABS } from './film-search.ts'

type FilmTabsProps = { readonly tab: FilmTab; readonly go: (changed: FilmChange) => void }

/** The parts of a film's page; each is an address. */
export function FilmTabs({ tab, go }: FilmTabsProps) {
  const { t } = useText()
  return (
    <nav className="film-tabs" aria-label={t('filmTabs')}>
      {FILM_TABS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === tab ? 'page' : undefined}
          onClick={() => go({ tab: one === 'run' ? undefined : one, span: undefined })}
        >
          {t(`filmTab_${one}`)}
        </button>
      ))}
    </nav>
  )
}
