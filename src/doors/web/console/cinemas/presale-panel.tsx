import { ChartFrame } from '../chart-frame.tsx'
import { Panel } from '../parts/panel.tsx'
import type { Days } from '../parts/span.ts'
import { useNarrow } from '../parts/use-width.ts'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import { daysBeforeQuestion } from './cinema-questions.ts'
import type { CinemaScope } from './cinema-scope.ts'
import { ExploreLink } from './explore-link.tsx'
import { PanelProblem } from './panel-problem.tsx'
import type { PresalePoint } from './presale.ts'
import { PRESALE_DAYS, presaleOf } from './presale.ts'

type PresalePanelProps = { readonly scope: CinemaScope; readonly days: Days }

/** How a house fills up over the days before a screening. */
export function PresalePanel({ scope, days }: PresalePanelProps) {
  const { t, numbers } = useText()
  const question = daysBeforeQuestion(scope.own.asks, days)
  const { data: answer, error } = useAnswer(question)
  const presale = answer && presaleOf(answer.rows)
  const ahead = presale?.points.filter(({ daysBefore }) => daysBefore > 0) ?? []
  const before = ahead.at(-1)?.soldBy ?? 0
  const dayName = (daysBefore: number) =>
    daysBefore === PRESALE_DAYS
      ? t('cinDaysOrMore', { count: daysBefore })
      : t('valueDaysBefore', { count: daysBefore })
  return (
    <Panel
      title={t('cinPresale')}
      {...(presale &&
        presale.points.length > 0 && {
          note: t('cinPresaleSay', { share: numbers.percent(before) }),
        })}
      action={<ExploreLink question={question} />}
      {...(presale &&
        presale.unknown > 0 && {
          footer: <span>{t('cinPresaleUnknown', { count: presale.unknown })}</span>,
        })}
    >
      <PanelProblem error={error} />
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
      {presale?.points.length === 0 && <p className="panel-empty">{t('cinPresaleNone')}</p>}
      {presale && presale.points.length > 0 && (
        <div className="presale">
          <ChartFrame
            table={{
              caption: t('cinPresale'),
              heads: [t('cinBefore'), t('admissions'), t('cinSoldBy')],
              rows: presale.points.map(({ daysBefore, admissions, soldBy }) => [
                dayName(daysBefore),
                numbers.countExact(admissions),
                numbers.percent(soldBy),
              ]),
            }}
          >
            <PresaleCurve points={presale.points} dayName={dayName} />
          </ChartFrame>
        </div>
      )}
    </Panel>
  )
}

/** Drawn as wide as it is shown, about, so that its labels keep their size. */
const WIDTH = 520
const WIDTH_NARROW = 350
const HEIGHT = 200
const LEFT = 44
const BOTTOM = 24
const TOP = 8
const LINES = [0, 0.25, 0.5, 0.75, 1]
/** Days under which a label stands. */
const LABELLED = [PRESALE_DAYS, 14, 7, 3, 1, 0]

type PresaleCurveProps = {
  readonly points: readonly PresalePoint[]
  readonly dayName: (daysBefore: number) => string
}

/** The share sold by each day before, as steps: nobody buys between two days. */
function PresaleCurve({ points, dayName }: PresaleCurveProps) {
  const { t, numbers } = useText()
  const width = useNarrow() ? WIDTH_NARROW : WIDTH
  const step = (width - LEFT) / points.length
  const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share)
  const path = points
    .map(({ soldBy }, index) => {
      const from = LEFT + index * step
      return `${index === 0 ? 'M' : 'L'}${from} ${y(soldBy)}H${from + step}`
    })
    .join('')
  const most = points[0]?.daysBefore ?? 0
  const label = t('cinPresaleLabel', {
    points: points
      .filter(({ daysBefore }) => LABELLED.includes(daysBefore))
      .map(({ daysBefore, soldBy }) => `${dayName(daysBefore)} ${numbers.percent(soldBy)}`)
      .join(t('comma')),
  })
  return (
    <svg className="presale-curve" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {LINES.map((share) => (
        <g key={share}>
          <line
            x1={LEFT}
            x2={width}
            y1={y(share)}
            y2={y(share)}
            className={share === 0 ? 'curve-base' : 'curve-line'}
          />
          <text x={LEFT - 8} y={y(share) + 4} className="curve-label" textAnchor="end">
            {numbers.percent(share).replace('.0', '')}
          </text>
        </g>
      ))}
      {points.map(({ daysBefore }, index) =>
        LABELLED.includes(daysBefore) && (most > 5 || daysBefore <= most) ? (
          <text
            key={daysBefore}
            x={LEFT + (index + 0.5) * step}
            y={HEIGHT - 6}
            className="curve-label"
            textAnchor="middle"
          >
            {daysBefore === PRESALE_DAYS ? `${daysBefore}+` : daysBefore}
          </text>
        ) : null,
      )}
      <path d={path} className="curve" />
    </svg>
  )
}
