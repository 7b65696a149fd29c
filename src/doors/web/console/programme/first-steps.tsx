import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { Auditorium } from '../wire/plans.ts'
import type { FilmView, PriceCard } from '../wire/programme.ts'

type Known = {
  readonly auditoria: readonly Auditorium[] | undefined
  readonly films: readonly FilmView[] | undefined
  readonly cards: readonly PriceCard[] | undefined
}

const hasPlan = ({ version }: Auditorium) => version > 0
const hasRelease = ({ releases }: FilmView) => releases.length > 0
const inForce = ({ lines }: PriceCard) => lines.length > 0

/** Everything that a screening needs is there. */
export function isReady({ auditoria, films, cards }: Known): boolean {
  return Boolean(auditoria?.some(hasPlan) && films?.some(hasRelease) && cards?.some(inForce))
}

/** What is missing before the first screening, each with the way to it; nothing once all is there. */
export function FirstSteps(known: Known & { readonly cinemaId: string }) {
  const { t } = useText()
  const { auditoria, films, cards, cinemaId } = known
  if (!auditoria || !films || !cards || isReady(known)) return null
  const search = { cinema: cinemaId }
  const room = auditoria.find((each) => !hasPlan(each))
  return (
    <Panel title={t('firstSteps')} className="first-steps">
      <ol>
        <Step done={auditoria.some(hasPlan)} name={t('firstStepPlan')} say={t('firstStepPlanSay')}>
          {room ? (
            <Link
              to="/cinemas/$cinemaId/auditoria/$auditoriumId"
              params={{ cinemaId, auditoriumId: room.id }}
              className="button"
            >
              {t('firstStepPlanDo', { name: room.name })}
            </Link>
          ) : (
            <Link to="/cinemas" className="button">
              {t('programmeToCinemas')}
            </Link>
          )}
        </Step>
        <Step done={films.some(hasRelease)} name={t('firstStepFilm')} say={t('firstStepFilmSay')}>
          <Link to="/programme/films" search={search} className="button">
            {t('firstStepFilmDo')}
          </Link>
        </Step>
        <Step done={cards.some(inForce)} name={t('firstStepCard')} say={t('firstStepCardSay')}>
          <Link to="/programme/prices" search={search} className="button">
            {t('firstStepCardDo')}
          </Link>
        </Step>
      </ol>
    </Panel>
  )
}

type StepProps = {
  readonly done: boolean
  readonly name: string
  readonly say: string
  readonly children: React.ReactNode
}

function Step({ done, name, say, children }: StepProps) {
  const { t } = useText()
  return (
    <li data-done={done ? '' : undefined}>
      <span className="step-mark">{done && <Check size={14} aria-label={t('stepDone')} />}</span>
      <div>
        <b>{name}</b>
        <p className="quiet">{say}</p>
      </div>
      {!done && children}
    </li>
  )
}
