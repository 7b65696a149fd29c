import { Download } from 'lucide-react'
import type { Restatement, Restatements, SourceView } from '#collate/pure'
import { Choice } from '../parts/choice.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { csvAddress, useRestatements } from '../wire/reconcile.ts'
import type { Steering } from './reconcile-page.tsx'
import { useCauseText } from './use-cause-text.ts'
import { useFigure } from './use-figure.ts'
import { useFirstRows } from './use-first-rows.tsx'

type RestatedViewProps = Steering & { readonly sources: readonly SourceView[] }

/** A source's totals to date that are not the one before and the days since: each of them. */
export function RestatedView({ sources, search, go }: RestatedViewProps) {
  const { t } = useText()
  const totalled = sources.filter(({ figures }) => figures.some(({ kind }) => kind === 'to_date'))
  const source = totalled.find(({ id }) => id === search.left) ?? totalled[0]
  const figures = source?.figures.find(({ kind }) => kind === 'to_date')
  const asked = source && figures && { source: source.id, metric: figures.metric }
  const { data, error } = useRestatements(asked)
  if (!source || !asked) {
    return (
      <Notice state="file" title={t('reconNoTotals')}>
        {t('reconNoTotalsSay')}
      </Notice>
    )
  }
  return (
    <>
      <section className="recon-ask" aria-label={t('reconAsk')}>
        <Choice
          label={t('reconRestated')}
          value={source.id}
          items={totalled.map(({ id, name }) => ({ id, name }))}
          onChange={(id) => go({ left: id })}
        />
      </section>
      {error && <Notice state="failed" title={problemOf(error)?.detail ?? t('noAnswer')} />}
      {!data && !error && <p className="quiet">{t('loading')}</p>}
      {data && (
        <>
          <RestatedLead found={data} csv={csvAddress('restatementsCsv', asked)} />
          <RestatedRows found={data} search={search} go={go} />
        </>
      )}
    </>
  )
}

function RestatedLead({ found, csv }: { readonly found: Restatements; readonly csv: string }) {
  const { t, numbers } = useText()
  const { exact } = useFigure()
  const { count, followed, added, taken, falls, nextDay } = found
  return (
    <section className="panel recon-lead" data-testid="restated-lead">
      <div className="recon-lead-top">
        <p className="recon-lead-figure">
          <b>{numbers.countExact(count)}</b> <span>{t('reconRestatedUnit')}</span>
        </p>
        <div className="recon-actions">
          <a className="button" href={csv} download="restated-totals.csv">
            <Download size={16} strokeWidth={1.75} /> {t('reconCsv')}
          </a>
        </div>
      </div>
      <p className="recon-lead-say">
        {t('reconRestatedSay', {
          count: numbers.countExact(count),
          followed: numbers.countExact(followed),
          added: exact(added),
          taken: exact(taken).replace('−', ''),
          falls,
          nextDay: numbers.countExact(nextDay),
        })}
      </p>
    </section>
  )
}

type RestatedRowsProps = Steering & { readonly found: Restatements }

function RestatedRows({ found, search, go }: RestatedRowsProps) {
  const { t, numbers } = useText()
  const { only } = search
  const rows = found.rows.filter((row) => {
    if (only === 'falls') return row.falls
    return only === undefined || isNextDay(row)
  })
  const { shown, more } = useFirstRows(rows)
  return (
    <Panel title={t('reconRestated')} className="recon-rows">
      <div className="recon-filter">
        <Segmented
          label={t('reconState')}
          value={only ?? 'all'}
          choices={[
            { value: 'all', name: `${t('reconAll')} ${numbers.countExact(found.count)}` },
            {
              value: 'nextDay',
              name: `${t('reconOnlyNextDay')} ${numbers.countExact(found.nextDay)}`,
            },
            { value: 'falls', name: `${t('reconOnlyFalls')} ${numbers.countExact(found.falls)}` },
          ]}
          onChange={(chosen) => go({ only: chosen === 'all' ? undefined : chosen })}
        />
      </div>
      {rows.length === 0 && <p className="panel-empty">{t('reconNone')}</p>}
      {rows.length > 0 && (
        <table className="rows recon-table recon-restated">
          <thead>
            <tr>
              <th scope="col">{t('film')}</th>
              <th scope="col" className="figure">
                {t('reconRestatedBefore')}
              </th>
              <th scope="col" className="figure">
                {t('reconRestatedDays')}
              </th>
              <th scope="col" className="figure">
                {t('reconRestatedTotal')}
              </th>
              <th scope="col" className="figure">
                {t('reconRestatedAmount')}
              </th>
              <th scope="col">{t('reconCause')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <RestatedRow
                key={`${row.filmId} ${row.territory} ${row.cinemaId} ${row.day}`}
                row={row}
              />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </Panel>
  )
}

const DAY_MS = 86_400_000

function isNextDay({ day, since }: Restatement): boolean {
  return Date.parse(day) - Date.parse(since) === DAY_MS
}

function RestatedRow({ row }: { readonly row: Restatement }) {
  const { t, dates } = useText()
  const { exact, signed } = useFigure()
  const causes = useCauseText()
  return (
    <tr>
      <th scope="row" className="cell-name">
        <span className="recon-name">
          {row.film}
          <small>
            {dates.dayYear(row.day)}, {t('reconRestatedSince', { day: dates.date(row.since) })}
          </small>
        </span>
      </th>
      <td className="figure wide-cell">{exact(row.before)}</td>
      <td className="figure wide-cell">{exact(row.days)}</td>
      <td className="figure wide-cell">{exact(row.total)}</td>
      <td className="figure cell-lead">{signed(row.amount)}</td>
      <td className="cell-note recon-cause">
        {row.falls && <b>{t('reconRestatedFell')} </b>}
        {causes.restatement(row)}
      </td>
    </tr>
  )
}
