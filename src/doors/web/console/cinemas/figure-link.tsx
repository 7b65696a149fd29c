import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { exploreOf } from './explore-of.ts'

/** Whose figures a page shows: the id of an organisation. */
export const WhoseFigures = createContext('')

type FigureLinkProps = {
  /** The question whose answer the figure is. */
  readonly question: Asked
  readonly children: ReactNode
}

/** A figure that leads to Explore with the very question that it answers. */
export function FigureLink({ question, children }: FigureLinkProps) {
  const { t } = useText()
  const organisation = useContext(WhoseFigures)
  return (
    <Link
      to="/explore"
      search={exploreOf(question, organisation)}
      className="figure-link"
      title={t('cinExplore')}
    >
      {children}
    </Link>
  )
}
