import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { Notice } from './notice.tsx'

const HEIGHT = 260
const LINES = [0, 1, 2, 3, 4]

/** Axes alone, with a word: what is coming is a chart. */
export function ChartWaiting({ height = HEIGHT }: { readonly height?: number | undefined }) {
  const { t } = useText()
  return (
    <div className="chart-waiting" style={{ height }} role="status">
      <BareAxes />
      <p>{t('loading')}</p>
    </div>
  )
}

type ChartFailedProps = {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
  readonly height?: number | undefined
}

/** Axes, the reason, and a way to try again. */
export function ChartFailed({ error, onRetry, height = HEIGHT }: ChartFailedProps) {
  const { t } = useText()
  return (
    <div className="chart-waiting" style={{ minHeight: height }}>
      <BareAxes />
      <div className="chart-failed">
        <Notice
          state="failed"
          title={t('figuresRefused')}
          action={
            onRetry && (
              <Button className="quiet-button" onPress={onRetry}>
                {t('chartTryAgain')}
              </Button>
            )
          }
        >
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      </div>
    </div>
  )
}

/** Where a drawing will be. */
export function BareAxes() {
  return (
    <div className="chart-bare" aria-hidden>
      {LINES.map((line) => (
        <i key={line} />
      ))}
    </div>
  )
}
