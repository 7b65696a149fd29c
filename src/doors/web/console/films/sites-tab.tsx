import type { AnswerRow, ComparisonId } from '#metrics/pure'
import { RuleNote } from '../cinemas/advice.tsx'
import { filmFactsQuestion, filmRoomsQuestion, staysQuestion } from '../cinemas/cinema-questions.ts'
import { PanelProblem } from '../cinemas/panel-problem.tsx'
import { sheetOf } from '../cinemas/sheet.ts'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { Days } from '../parts/span.ts'
import { daysText } from '../parts/span-choice.tsx'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { textOf } from '../wire/rows.ts'
import { comparable } from './film-days.ts'
import { filmDays } from './film-frame.ts'
import type { FilmView } from './film-page.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { SitesTable } from './sites-table.tsx'
import { useMissing } from './use-missing.ts'

const EVERY_MS = 60_000
const AGAINST: ComparisonId = 'weekday'

/** Where it plays: cinema by cinema, what each earns with it, and who has not sent anything. */
export function SitesTab({ view }: { readonly view: FilmView }) {
  const texts = useText()
  const { t, dates } = texts
  const { frame, search, go } = view
  const { scope, asks, filmId } = frame
  const span = search.span ?? 'week'
  const days = filmDays(frame, span)
  const every = scope.live ? EVERY_MS : false
  const question: Asked = {
    ...{ ...asks, ...days },
    metrics: [
      'gross',
      'admissions',
      'screeningsListed',
      'peoplePerScreening',
      'occupancy',
      'efficiency',
      'averageTicketPrice',
    ],
    by: ['cinema'],
  }
  const answered = useAnswer(question, every)
  const compared = span === 'run' ? undefined : comparable(days, scope)
  const changed = useAnswer(
    compared && {
      ...{ ...asks, ...compared },
      metrics: ['gross'],
      by: ['cinema'],
      compare: [AGAINST],
    },
    every,
  ).data
  const week = filmDays(frame, 'week')
  const own = { ...scope.asks, where: { ...scope.asks.where, film: [filmId] } }
  const stays = useAnswer(staysQuestion(scope.asks, week)).data
  const facts = useAnswer(filmFactsQuestion(own, week)).data
  const rooms = useAnswer(filmRoomsQuestion(own, days)).data
  // Only the film's own stays are read of the sheet: its list of films is not needed.
  const sheet = stays && sheetOf({ stays, films: stays, facts, rooms })
  const { missing } = useMissing(frame)
  const { data, error } = answered
  const fits = data?.question.from === days.from && data.question.to === days.to
  return (
    <>
      <Panel
        title={t('filmSitesTitle')}
        note={
          fits && data
            ? `${t('cinemasCount', { count: data.rows.length })} · ${daysText(texts, days)}`
            : daysText(texts, days)
        }
        className="film-sites"
        action={
          <span className="panel-tools">
            <Segmented
              label={t('span')}
              value={span}
              onChange={(chosen) => go({ span: chosen === 'week' ? undefined : chosen })}
              choices={[
                { value: 'week', name: t('filmSpan_week') },
                {
                  value: 'day',
                  name:
                    frame.day === scope.present && scope.live
                      ? t('today')
                      : dates.dayShort(frame.day),
                },
                { value: 'run', name: t('filmSpan_run') },
              ]}
            />
            <ExportMenu question={question} chart="bar" />
          </span>
        }
        footer={data && fits && <TableFoot answer={data} timezone={scope.timezone} />}
      >
        <PanelProblem error={error} />
        {data && fits ? (
          <SitesTable
            frame={frame}
            days={days}
            nowMs={view.nowMs}
            missingOf={(cinemaId) =>
              missing?.find((one) => one.cinemaId === cinemaId && isWithin(one.days, days))
            }
            answer={data}
            changes={compared && changed?.question.from === compared.from ? changed : undefined}
            against={compared ? AGAINST : undefined}
            roomsOf={(cinemaId) => roomsOf(rooms?.rows ?? [], cinemaId)}
            stayOf={(cinemaId) => sheet?.stayOf(filmId, cinemaId)}
          />
        ) : (
          !error && <p className="panel-empty">{t('loading')}</p>
        )}
        {data && fits && data.rows.length > 0 && (
          <div className="film-rule">
            <p className="film-say">{t('filmAdviceSay', { days: daysText(texts, week) })}</p>
            <RuleNote />
          </div>
        )}
      </Panel>
      <MissingPanel frame={frame} />
    </>
  )
}

function isWithin(missing: readonly string[], { from, to }: Days): boolean {
  return missing.some((day) => day >= from && day <= to)
}

/** Names of the screens that it was on at a cinema, in their order. */
function roomsOf(rows: readonly AnswerRow[], cinemaId: string): readonly string[] {
  return rows
    .filter((row) => textOf(row, 'cinemaId') === cinemaId)
    .map((row) => textOf(row, 'auditorium'))
    .filter((name) => name !== '')
    .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
}
