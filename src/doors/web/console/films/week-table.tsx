import { FigureLink } from '../cinemas/figure-link.tsx'
import { PanelProblem } from '../cinemas/panel-problem.tsx'
import { AnswerTable } from '../parts/answer-table.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Panel } from '../parts/panel.tsx'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import { textOf } from '../wire/rows.ts'
import type { FilmFrame } from './film-frame.ts'
import { weekOfRelease } from './film-run.ts'
import type { Weeks } from './use-weeks.ts'

type WeekTableProps = { readonly frame: FilmFrame; readonly weeks: Weeks }

/** The run week by week, each against the one before. */
export function WeekTable({ frame, weeks }: WeekTableProps) {
  const { answer, question, error } = weeks
  const { t, dates } = useText()
  const { opensOn, over, scope } = frame
  return (
    <Panel
      title={t('filmWeeks')}
      note={t('filmWeeksNote', { day: dates.date(over) })}
      action={<ExportMenu question={question} chart="bar" />}
      className="film-weeks"
      footer={answer && <TableFoot answer={answer} timezone={scope.timezone} />}
    >
      <PanelProblem error={answer ? undefined : error} />
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
      {answer && (
        <AnswerTable
          answer={answer}
          caption={t('filmTableOf', { table: t('filmWeeks') })}
          plain
          nameOf={(key, row, text) => {
            const week = Number(textOf(row, 'releaseWeek') || Number.NaN)
            if (key !== 'releaseWeek' || !Number.isInteger(week)) return undefined
            const days = weekOfRelease(opensOn, week)
            return (
              <FigureLink question={{ ...frame.asks, ...days, metrics: ['gross'], by: ['cinema'] }}>
                {text} <small>{dates.dayShort(days.from)}</small>
              </FigureLink>
            )
          }}
        />
      )}
    </Panel>
  )
}
