import { Link } from '@tanstack/react-router'
import { ChartLine, GitMerge, Scale } from 'lucide-react'
import type { ImportView } from '#collate/pure'
import { useText } from '../texts/text.tsx'
import { useMatches } from '../wire/matches.ts'
import { useHouse } from '../wire/queries.ts'

/** Where to go from an import that is done: its chart, its doubtful films, another source beside it. */
export function NextSteps({ view }: { readonly view: ImportView }) {
  const { t } = useText()
  const house = useHouse().data
  const open = useMatches('film', 'open').data
  const cinema = house?.cinemas.find(({ id }) => id === view.cinemaId)
  const doubtful = open?.total ?? 0
  const hasFilms = ['ticket', 'box_office', 'screening'].includes(view.table)
  return (
    <nav className="next-steps" aria-label={t('nextSteps')}>
      {view.table === 'ticket' && view.lastDay !== undefined && (
        <Link
          to="/today"
          search={{
            ...(cinema && { organisation: cinema.organisationId }),
            day: view.lastDay,
            span: 'all',
          }}
          hash="history"
          className="button button-primary"
          data-testid="see-chart"
        >
          <ChartLine size={16} strokeWidth={1.75} />
          {t('seeChart')}
        </Link>
      )}
      {hasFilms && doubtful > 0 && (
        <Link to="/imports/matches" className="button" data-testid="to-matches">
          <GitMerge size={16} strokeWidth={1.75} />
          {t('toMatches', { count: doubtful })}
        </Link>
      )}
      {(view.table === 'ticket' || view.table === 'box_office') && (
        <Link to="/imports/reconcile" className="button" data-testid="to-reconcile">
          <Scale size={16} strokeWidth={1.75} />
          {t('toReconcile')}
        </Link>
      )}
    </nav>
  )
}
