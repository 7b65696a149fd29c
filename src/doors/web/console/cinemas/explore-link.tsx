import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { exploreOf } from './explore-of.ts'
import { WhoseFigures } from './figure-link.tsx'

/** "Open in Explore": the question of a whole panel. */
export function ExploreLink({ question }: { readonly question: Asked }) {
  const { t } = useText()
  const organisation = useContext(WhoseFigures)
  return (
    <Link to="/explore" search={exploreOf(question, organisation)} className="link">
      {t('cinOpenInExplore')}
    </Link>
  )
}
