import { ArrowLeftRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { SourceView } from '#collate/pure'
import { LOCALES } from '../../shared/numbers.ts'
import type { ChoiceItem } from '../parts/choice.tsx'
import { Choice } from '../parts/choice.tsx'
import { DayPicker } from '../parts/day-picker.tsx'
import { Segmented } from '../parts/segmented.tsx'
import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { Steering } from './reconcile-page.tsx'
import type { ByChoice } from './reconcile-search.ts'
import { BY_CHOICES } from './reconcile-search.ts'
import type { Measure, Sides } from './sides.ts'
import { byChoices, figuresOf, spanOf } from './sides.ts'

const BY_NAMES: Readonly<Record<ByChoice, TextKey>> = {
  film: 'reconByFilm',
  'film,day': 'reconByFilmDay',
  'film,period': 'reconByFilmPeriod',
  day: 'reconByDay',
  period: 'reconByPeriod',
  cinema: 'reconByCinema',
}

type AskBarProps = Steering & {
  readonly sources: readonly SourceView[]
  readonly sides: Sides
}

/** What is laid side by side: two sources, a measure, by what, and over which days. */
export function AskBar({ sources, sides, search, go }: AskBarProps) {
  const { t } = useText()
  const metric = search.metric ?? 'gross'
  const { left, right, leftFigures, rightFigures } = sides
  const offered = byChoices(sides)
  const by = offered.find((one) => one === search.by) ?? 'film'
  const both = (one: Measure) => [left, right].every((source) => figuresOf(source, one))
  return (
    <section className="recon-ask" aria-label={t('reconAsk')}>
      <SideChoice
        name="left"
        sources={sources}
        metric={metric}
        source={left}
        kind={leftFigures.kind}
        go={go}
      />
      <Button
        className="icon-button recon-swap"
        aria-label={t('reconSwap')}
        onPress={() =>
          go({
            left: right.id,
            right: left.id,
            leftKind: rightFigures.kind,
            rightKind: leftFigures.kind,
          })
        }
      >
        <ArrowLeftRight size={16} />
      </Button>
      <SideChoice
        name="right"
        sources={sources}
        metric={metric}
        source={right}
        kind={rightFigures.kind}
        go={go}
      />
      <div className="recon-ask-rest">
        <Segmented
          label={t('reconMeasure')}
          value={metric}
          choices={[
            { value: 'gross', name: t('gross'), disabled: !both('gross') },
            { value: 'admissions', name: t('admissions'), disabled: !both('admissions') },
          ]}
          onChange={(chosen) =>
            go({
              metric: chosen === 'admissions' ? chosen : undefined,
              leftKind: undefined,
              rightKind: undefined,
            })
          }
        />
        <Choice
          label={t('reconByShown', { by: t(BY_NAMES[by]) })}
          value={by}
          items={BY_CHOICES.filter((one) => offered.includes(one)).map((one) => ({
            id: one,
            name: t(BY_NAMES[one]),
          }))}
          shown={t('reconByShown', { by: t(BY_NAMES[by]) })}
          onChange={(id) => go({ by: BY_CHOICES.find((one) => one === id) })}
        />
        <Days sides={sides} search={search} go={go} />
      </div>
    </section>
  )
}

type SideChoiceProps = Pick<Steering, 'go'> & {
  readonly name: 'left' | 'right'
  readonly sources: readonly SourceView[]
  readonly metric: Measure
  readonly source: SourceView
  readonly kind: SourceView['figures'][number]['kind']
}

/** A source, and of one that has several kinds of figures, which. */
function SideChoice({ name, sources, metric, source, kind, go }: SideChoiceProps) {
  const { t } = useText()
  const items = sources.flatMap((one) =>
    one.figures
      .filter((figures) => figures.metric === metric)
      .map((figures): ChoiceItem => {
        const note = t(`reconKind_${figures.kind}`)
        return { id: `${one.id}/${figures.kind}`, name: one.name, note }
      }),
  )
  const choose = (id: string) => {
    const [sourceId, chosen] = id.split('/')
    const found = sources
      .find((one) => one.id === sourceId)
      ?.figures.find((figures) => figures.kind === chosen)
    if (!found || sourceId === undefined) return
    go(
      name === 'left'
        ? { left: sourceId, leftKind: found.kind }
        : { right: sourceId, rightKind: found.kind },
    )
  }
  return (
    <div className="recon-side">
      <span className="recon-side-name">{t(name === 'left' ? 'reconLeft' : 'reconRight')}</span>
      <Choice
        label={`${t(name === 'left' ? 'reconLeft' : 'reconRight')} ${source.name} ${t(`reconKind_${kind}`)}`}
        value={`${source.id}/${kind}`}
        items={items}
        onChange={choose}
        shown={
          <span className="recon-source">
            <b>{source.name}</b> <small>{t(`reconKind_${kind}`)}</small>
          </span>
        }
      />
    </div>
  )
}

/** The days, where a side states any. A total to date has no first one. */
function Days({ sides, search, go }: Steering & { readonly sides: Sides }) {
  const { t, lang, dates } = useText()
  const span = spanOf(sides)
  const isAsked = search.from !== undefined || search.to !== undefined
  const undated = [sides.leftFigures, sides.rightFigures].some(({ kind }) => kind === 'undated')
  // Of what states no days none can be taken out: days would narrow the other side alone.
  if (!span || (undated && !isAsked)) return null
  const [first, last] = span
  const toDate = [sides.leftFigures, sides.rightFigures].some(({ kind }) => kind === 'to_date')
  const { from = first, to = last } = search
  return (
    <>
      {!toDate && (
        <DayPicker
          label={t('reconFrom', { day: dates.date(from) })}
          locale={LOCALES[lang]}
          day={from}
          first={first}
          last={to}
          onChange={(day) => go({ from: day === first ? undefined : day })}
        >
          {t('reconFrom', { day: dates.date(from) })}
        </DayPicker>
      )}
      <DayPicker
        label={t('reconTo', { day: dates.date(to) })}
        locale={LOCALES[lang]}
        day={to}
        first={from}
        last={last}
        onChange={(day) => go({ to: day === last ? undefined : day })}
      >
        {t('reconTo', { day: dates.date(to) })}
      </DayPicker>
      {isAsked && (
        <Button className="quiet-button" onPress={() => go({ from: undefined, to: undefined })}>
          {t('reconAllDays')}
        </Button>
      )}
    </>
  )
}
