import { Download, Printer } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { ReconcileFigure, RowState } from '#collate/pure'
import { useText } from '../texts/text.tsx'
import type { Shown } from '../wire/reconcile.ts'
import type { ReconcileSearch } from './reconcile-search.ts'
import { STATES } from './row-words.ts'
import { useCauseText } from './use-cause-text.ts'
import { useFigure } from './use-figure.ts'

type LeadPanelProps = {
  readonly found: Shown
  readonly search: ReconcileSearch
  readonly csv: string
}

/** How far the two are apart, in one figure and one sentence. */
export function LeadPanel({ found, csv }: LeadPanelProps) {
  const { t, numbers } = useText()
  const { exact } = useFigure()
  const causes = useCauseText()
  const { agree, differ, leftOnly, rightOnly, sums, left, right } = found
  const all = agree + differ + leftOnly + rightOnly
  const apart = sizeOf(sums.difference)
  const amount = (figure: ReconcileFigure, rows: number) =>
    rows === 0 ? '' : ` (${exact(figure)})`
  const isMoney = found.metric === 'gross'
  return (
    <section className="panel recon-lead" data-testid="recon-lead">
      <div className="recon-lead-top">
        <p className="recon-lead-figure">
          <b>{exact(apart)}</b> <span>{t(isMoney ? 'reconLeadGross' : 'reconLeadAdmissions')}</span>
        </p>
        <div className="recon-actions">
          <Button className="button" onPress={() => window.print()}>
            <Printer size={16} strokeWidth={1.75} /> {t('reconPrint')}
          </Button>
          <a className="button" href={csv} download="reconcile.csv">
            <Download size={16} strokeWidth={1.75} /> {t('reconCsv')}
          </a>
        </div>
      </div>
      <p className="recon-lead-say">
        {agree === all
          ? t('reconLeadAgree', { agree })
          : t('reconLeadSay', {
              agree,
              all: numbers.countExact(all),
              differ,
              amount: exact(sums.differ),
              leftOnly,
              rightOnly,
              leftAmount: amount(sums.leftOnly, leftOnly),
              rightAmount: amount(sums.rightOnly, rightOnly),
            })}
      </p>
      <StateBar found={found} all={all} />
      <dl className="recon-totals">
        {[left, right].map((side, at) => (
          <div key={at === 0 ? 'left' : 'right'}>
            <dt>{t(at === 0 ? 'reconLeft' : 'reconRight')}</dt>
            <dd>
              {side.source} · {t(`reconKind_${side.kind}`)} ·{' '}
              <b>{t('reconTotalOf', { total: exact(side.total) })}</b>
              {side.definitions.map((definition) => (
                <small key={definition}>
                  {t('reconDefinition', { source: side.source, definition })}
                </small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {found.causes.map((cause) => (
        <p key={cause.say} className="recon-pattern">
          {causes.cause(cause)}
        </p>
      ))}
    </section>
  )
}

function sizeOf(figure: ReconcileFigure): ReconcileFigure {
  if (typeof figure === 'number') return Math.abs(figure)
  return { ...figure, minor: figure.minor.replace('-', '') }
}

/** Rows in each state as a bar; each has its count beside its name below. */
function StateBar({ found, all }: { readonly found: Shown; readonly all: number }) {
  if (all === 0) return null
  const counts: Readonly<Record<RowState, number>> = {
    agree: found.agree,
    differs: found.differ,
    leftOnly: found.leftOnly,
    rightOnly: found.rightOnly,
  }
  return (
    <div className="recon-bar" aria-hidden>
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} className={`recon-bar-${state}`} style={{ flexGrow: counts[state] }} />
      ))}
    </div>
  )
}
