import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { writeExplore } from '../explore/explore-search.ts'
import { FIRST_STATE, METRICS_MAX } from '../explore/explore-state.ts'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'

/** Whose figures the page shows: the id of an organisation. */
export const MarketOrganisation = createContext<string | undefined>(undefined)

type MarketLinkProps = {
  /** The question whose answer the figure is. */
  readonly question: Asked
  readonly children: ReactNode
}

/** A figure that leads to Explore with the very question that it answers, on its reported basis. */
export function MarketLink({ question, children }: MarketLinkProps) {
  const { t } = useText()
  const organisation = useContext(MarketOrganisation)
  const { metrics, by = [], from, to, grain, compare = [], where = {}, basis, currency } = question
  const search = writeExplore({
    ...FIRST_STATE,
    ...{ by, compare, where },
    metrics: metrics.slice(0, METRICS_MAX),
    span: from !== undefined && to !== undefined ? { from, to } : 'all',
    basis: basis ?? 'tickets',
    ...(organisation !== undefined && { organisation }),
    ...(grain && { grain }),
    ...(currency !== undefined && { currency }),
  })
  return (
    <Link to="/explore" search={search} className="figure-link" title={t('marketExplore')}>
      {children}
    </Link>
  )
}
