import type { Answer } from '#metrics/pure'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { AnswerTable } from '../parts/answer-table.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { Asked } from '../wire/questions.ts'
import { textOf } from '../wire/rows.ts'
import type { FilmFrame } from './film-frame.ts'
import { weekOfRelease } from './film-run.ts'

type WeekTableProps = {
  readonly frame: FilmFrame
  readonly question: Asked
  readonly answer: Answer | undefined
  readonly error: unknown
}

/** The run week by week, each against the one before. */
export function WeekTable({ frame, question, answer, error }: WeekTableProps) {
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
      {error !== null && error !== undefined && !answer && (
        <Notice state="failed" title={t('figuresRefused')}>
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
      {answer && (
        <AnswerTable
          answer={answer}
          caption={t('filmWeeks')}
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
