import { useState } from 'react'
import type { PlanView as Plan } from '#metrics/pure'
import { useText } from '../texts/text.tsx'
import { usePlan } from '../wire/explore.ts'
import { problemOf } from '../wire/problem.ts'
import type { Asked } from '../wire/questions.ts'

/** How the question is answered: the tables, how many rows of them, and the statement itself. */
export function PlanView({ question }: { readonly question: Asked }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const { data, error } = usePlan(open ? question : undefined)
  return (
    <details className="plan" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('planTitle')}</summary>
      {data && <Whole plan={data} />}
      {open && !data && (
        <p className="quiet">
          {error ? (problemOf(error)?.detail ?? t('noAnswer')) : t('loading')}
        </p>
      )}
    </details>
  )
}

const MEBIBYTE = 1_048_576

function Whole({ plan }: { readonly plan: Plan }) {
  const { t, numbers } = useText()
  const { reads, limits, sql } = plan
  return (
    <div className="plan-in">
      <table className="figures">
        <caption className="hidden-text">{t('planTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planTable')}</th>
            <th scope="col" className="figure">
              {t('planRows')}
            </th>
            <th scope="col">{t('planWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {reads.map(({ table, rows, why }) => (
            <tr key={`${table}${why}`}>
              <th scope="row">
                <code>{table}</code>
              </th>
              <td className="figure">{numbers.countExact(rows)}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t('planLimits', {
          seconds: String(limits.secondsMax),
          memory: numbers.countExact(Math.round(limits.memoryBytesMax / MEBIBYTE)),
          rows: numbers.countShort(limits.rowsReadMax),
        })}
      </p>
      {/* It scrolls on its own, and by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled */}
      <section className="plan-sql" aria-label="SQL" tabIndex={0}>
        <pre>{sql}</pre>
      </section>
    </div>
  )
}
