import { Link } from '@tanstack/react-router'
import { useText } from '../texts/text.tsx'
import type { CinemaSearch } from './cinema-search.ts'
import { CINEMA_TABS, changedCinema } from './cinema-search.ts'

type CinemaTabsProps = { readonly cinemaId: string; readonly search: CinemaSearch }

/** The parts of a cinema's page; each is an address. */
export function CinemaTabs({ cinemaId, search }: CinemaTabsProps) {
  const { t } = useText()
  const now = search.tab ?? 'figures'
  return (
    <nav className="tabs-line" aria-label={t('cinTabs')}>
      {CINEMA_TABS.map((tab) => (
        <Link
          key={tab}
          to="/cinemas/$cinemaId"
          params={{ cinemaId }}
          search={changedCinema(search, { tab: tab === 'figures' ? undefined : tab })}
          resetScroll={false}
          className={tab === now ? 'tab-link now' : 'tab-link'}
          aria-current={tab === now ? 'page' : undefined}
        >
          {t(`cinTab_${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
