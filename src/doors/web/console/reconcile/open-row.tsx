import type { ReactNode } from 'react'
import type { DrillSide, ReconcileFigure, ReconcileRow } from '#collate/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { Asked } from '../wire/reconcile.ts'
import { useDrill } from '../wire/reconcile.ts'
import { useCauseText } from './use-cause-text.ts'
import { useFigure } from './use-figure.ts'

const SCREENINGS_SHOWN = 60

type OpenRowProps = { readonly row: ReconcileRow; readonly asked: Asked }

/** What one row rests on: every cause that shows, and the rows of both sides behind it. */
export function OpenRow({ row, asked }: OpenRowProps) {
  const { t } = useText()
  const causes = useCauseText()
  const { data, error } = useDrill(asked, row)
  return (
    <div className="recon-behind">
      <section aria-label={t('reconCauses')}>
        <h3>{t('reconCauses')}</h3>
        {row.causes.length === 0 && row.state !== 'agree' && (
          <p className="quiet">{t('reconNoCauseSay')}</p>
        )}
        <ul className="recon-causes">
          {row.causes.map((cause) => (
            <li key={cause.say}>
              <span className={cause.exact ? 'recon-exact' : 'recon-maybe'}>
                {cause.exact ? t('reconExact') : t('reconPossible')}
              </span>
              <span>{causes.cause(cause)}</span>
            </li>
          ))}
        </ul>
      </section>
      {error && <Notice state="failed" title={problemOf(error)?.detail ?? t('noAnswer')} />}
      {!data && !error && <p className="quiet">{t('loading')}</p>}
      {data && (
        <div className="recon-parts">
          <DaysBeside left={data.left} right={data.right} />
          {([data.left, data.right] as const).map((side, at) => (
            <SideParts key={at === 0 ? 'left' : 'right'} side={side} isLeft={at === 0} />
          ))}
        </div>
      )}
    </div>
  )
}

type BesideProps = { readonly left: DrillSide; readonly right: DrillSide }

/** Day by day, where at least one side has days. */
function DaysBeside({ left, right }: BesideProps) {
  const { t, dates } = useText()
  const { exact } = useFigure()
  const days = [...new Set([...left.days, ...right.days].map(({ day }) => day))].toSorted()
  if (days.length === 0) return null
  const of = (side: DrillSide) => new Map(side.days.map(({ day, value }) => [day, value]))
  const [ours, theirs] = [of(left), of(right)]
  const same = (one?: ReconcileFigure, other?: ReconcileFigure) =>
    JSON.stringify(one) === JSON.stringify(other)
  const both = left.days.length > 0 && right.days.length > 0
  return (
    <div>
      <h3>{t('reconDays')}</h3>
      <Scroll name={t('reconDays')}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('days')}</th>
              <th scope="col" className="figure">
                {t('reconLeft')}
              </th>
              <th scope="col" className="figure">
                {t('reconRight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr
                key={day}
                data-differs={(both && !same(ours.get(day), theirs.get(day))) || undefined}
              >
                <th scope="row">{dates.dayYear(day)}</th>
                <td className="figure">{exact(ours.get(day))}</td>
                <td className="figure">{exact(theirs.get(day))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {!both && <p className="quiet">{t('reconNoDays')}</p>}
    </div>
  )
}

type ScrollProps = { readonly name: string; readonly children: ReactNode }

/** A long table in a box of its own; by keyboard it scrolls once it has the focus. */
function Scroll({ name, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
    <section className="recon-scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  )
}

/** Ticket types and screenings of a side that has tickets. */
function SideParts({ side, isLeft }: { readonly side: DrillSide; readonly isLeft: boolean }) {
  const { t, numbers, dates } = useText()
  const { exact } = useFigure()
  if (side.types.length === 0) return null
  const name = t(isLeft ? 'reconLeft' : 'reconRight')
  const moment = (text: string) => `${dates.dayYear(text.slice(0, 10))} ${text.slice(11)}`
  const screenings = side.screenings.slice(0, SCREENINGS_SHOWN)
  return (
    <>
      <div>
        <h3>
          {t('reconTicketTypes')} <small>{name}</small>
        </h3>
        <Scroll name={`${t('reconTicketTypes')}, ${name}`}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('ticketType')}</th>
                <th scope="col" className="figure">
                  {t('admissions')}
                </th>
                <th scope="col" className="figure">
                  {t('reconFree')}
                </th>
                <th scope="col" className="figure">
                  {t('gross')}
                </th>
              </tr>
            </thead>
            <tbody>
              {side.types.map((type) => (
                <tr key={type.name}>
                  <th scope="row">{type.name === '' ? UNKNOWN : type.name}</th>
                  <td className="figure">{numbers.countExact(type.admissions)}</td>
                  <td className="figure">{type.free === 0 ? '' : numbers.countExact(type.free)}</td>
                  <td className="figure">{exact(type.gross)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
      <div>
        <h3>
          {t('reconScreenings')} <small>{name}</small>
        </h3>
        <Scroll name={`${t('reconScreenings')}, ${name}`}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('reconScreening')}</th>
                <th scope="col" className="figure">
                  {t('admissions')}
                </th>
                <th scope="col" className="figure">
                  {t('gross')}
                </th>
              </tr>
            </thead>
            <tbody>
              {screenings.map((screening) => (
                <tr key={`${screening.moment} ${screening.admissions} ${exact(screening.gross)}`}>
                  <th scope="row">{moment(screening.moment)}</th>
                  <td className="figure">{numbers.countExact(screening.admissions)}</td>
                  <td className="figure">{exact(screening.gross)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {side.screenings.length > screenings.length && (
          <p className="quiet">
            {t('reconScreeningsMore', {
              count: numbers.countExact(side.screenings.length - screenings.length),
            })}
          </p>
        )}
      </div>
    </>
  )
}
