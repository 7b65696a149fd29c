import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { shiftDay, weekStart } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmView, PriceCard } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { Drawer } from './drawer.tsx'
import { ListField, TextField, Toggles } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import type { ProgrammeScope } from './programme-frame.tsx'
import { useReleaseName } from './release-name.ts'
import type { PlanDraft } from './use-plan-draft.ts'
import { usePlanDraft } from './use-plan-draft.ts'
import { useRefusalText } from './use-refusal-text.ts'

/** Where a press on the board wants a screening. */
export type PlanStart = {
  readonly day: string
  readonly auditoriumId: string
  readonly time: string
}

type PlanFormProps = {
  readonly scope: ProgrammeScope
  readonly films: readonly FilmView[]
  readonly cards: readonly PriceCard[]
  readonly day: string
  readonly start?: PlanStart
  readonly onDone: (say?: string) => void
}

/** One release in one auditorium, on several days at several times: all are planned, or none. */
export function PlanForm({ scope, films, cards, day, start, onDone }: PlanFormProps) {
  const { t } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { cinema } = scope
  const draft = usePlanDraft({ scope, films, cards, day, start })
  const planning = useMutation({
    mutationFn: (plan: NonNullable<PlanDraft['plan']>) => programmeClient.plan(cinema.id, plan),
    async onSuccess({ screenings }) {
      await queries.invalidateQueries({ queryKey: ['programme', cinema.id] })
      onDone(t('plannedSaid', { count: screenings.length }))
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    draft.setTried()
    focusFirstWrong(event.currentTarget)
    if (draft.plan && !planning.isPending) planning.mutate(draft.plan)
  }
  return (
    <Drawer title={t('planScreenings')} note={cinema.name} onClose={() => onDone()}>
      <form className="drawer-form" onSubmit={submit} noValidate>
        <div className="drawer-body">
          <PlanFields draft={draft} scope={scope} films={films} cards={cards} />
          {planning.error && (
            <Notice state="failed" title={t('planNotMade')}>
              {refusal(planning.error)}
            </Notice>
          )}
        </div>
        <footer className="form-foot">
          <Button className="quiet-button" onPress={() => onDone()}>
            {t('discard')}
          </Button>
          <Button type="submit" className="button button-primary" isPending={planning.isPending}>
            {t('planCount', { count: draft.count })}
          </Button>
        </footer>
      </form>
    </Drawer>
  )
}

type PlanFieldsProps = Pick<PlanFormProps, 'scope' | 'films' | 'cards'> & {
  readonly draft: PlanDraft
}

function PlanFields({ draft, scope, films, cards }: PlanFieldsProps) {
  const { t, dates } = useText()
  const named = useReleaseName()
  const { said, say, errors } = draft
  const monday = weekStart(draft.week)
  const releases = films.flatMap(({ title, releases: of }) =>
    of.map((release) => ({ id: release.id, name: `${title} · ${named(release)}` })),
  )
  const rooms = (scope.auditoria ?? []).filter(({ version }) => version > 0)
  const week = [0, 1, 2, 3, 4, 5, 6].map((index) => shiftDay(monday, index))
  return (
    <>
      <ListField
        label={t('filmAndRelease')}
        value={said.releaseId}
        items={releases}
        onChange={(releaseId) => say({ releaseId })}
        error={errors.release}
      />
      <div className="field-pair">
        <ListField
          label={t('auditorium')}
          value={said.auditoriumId}
          items={rooms.map(({ id, name }) => ({ id, name }))}
          onChange={(auditoriumId) => say({ auditoriumId })}
          error={errors.auditorium}
        />
        <ListField
          label={t('priceCard')}
          value={said.priceCardId}
          items={cards.map(({ id, name }) => ({ id, name }))}
          onChange={(priceCardId) => say({ priceCardId })}
          error={errors.card}
        />
      </div>
      <Toggles
        label={t('planDays')}
        week
        items={week.map((id) => ({
          id,
          name: `${dates.weekday(week.indexOf(id))}\n${Number(id.slice(8))}`,
          long: dates.day(id),
        }))}
        chosen={said.days}
        onChange={(days) => say({ days })}
        error={errors.days}
      />
      <TextField
        label={t('planTimes')}
        help={t('planTimesHelp')}
        placeholder="14:00 17:30 20:15"
        value={said.times}
        onChange={(times) => say({ times })}
        error={errors.times}
      />
      <div className="field-three">
        <TextField
          label={t('trailers')}
          value={said.trailers}
          onChange={(trailers) => say({ trailers })}
          numeric="numeric"
          after={t('minutesShort')}
          error={errors.trailers}
        />
        <TextField
          label={t('feature')}
          value={said.feature}
          onChange={(feature) => say({ feature })}
          numeric="numeric"
          after={t('minutesShort')}
          error={errors.feature}
        />
        <TextField
          label={t('cleaning')}
          value={said.cleaning}
          onChange={(cleaning) => say({ cleaning })}
          numeric="numeric"
          after={t('minutesShort')}
          error={errors.cleaning}
        />
      </div>
      {draft.course.length > 0 && (
        <ul className="plan-course" aria-label={t('planCourse')}>
          {draft.course.map(({ time, over, free }) => (
            <li key={time}>
              <b>{time}</b> {t('planCourseLine', { over, free })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
