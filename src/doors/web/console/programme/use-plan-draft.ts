import { useState } from 'react'
import {
  CLEANING_MINUTES,
  CLEANING_MINUTES_MAX,
  RUNTIME_MINUTES_MAX,
  TRAILERS_MINUTES,
  TRAILERS_MINUTES_MAX,
} from '#programme/pure'
import { useText } from '../texts/text.tsx'
import type { FilmView, PriceCard, programmeClient } from '../wire/programme.ts'
import type { PlanStart } from './plan-form.tsx'
import { clockText, minuteOfDay, parseMinutes, parseTimes } from './plan-times.ts'
import type { ProgrammeScope } from './programme-frame.tsx'

type Said = {
  readonly releaseId: string
  readonly auditoriumId: string
  readonly priceCardId: string
  readonly days: ReadonlySet<string>
  readonly times: string
  readonly trailers: string
  readonly feature: string
  readonly cleaning: string
}

type PlanErrors = { readonly [Name in PlanField]?: string | undefined }
type PlanField =
  | 'release'
  | 'auditorium'
  | 'card'
  | 'days'
  | 'times'
  | 'trailers'
  | 'feature'
  | 'cleaning'

export type PlanDraft = {
  readonly said: Said
  readonly say: (changed: Partial<Said>) => void
  /** A day of the week that is planned. */
  readonly week: string
  readonly errors: PlanErrors
  /** How many screenings it would make. */
  readonly count: number
  /** When each time's film is over, and when the auditorium is free again. */
  readonly course: readonly {
    readonly time: string
    readonly over: string
    readonly free: string
  }[]
  /** What to send; undefined while something is missing. */
  readonly plan: Parameters<typeof programmeClient.plan>[1] | undefined
  readonly setTried: () => void
}

type Given = {
  readonly scope: ProgrammeScope
  readonly films: readonly FilmView[]
  readonly cards: readonly PriceCard[]
  readonly day: string
  readonly start: PlanStart | undefined
}

/** A plan as it is being said, what is wrong with it, and what it would make. */
export function usePlanDraft({ scope, films, cards, day, start }: Given): PlanDraft {
  const { t } = useText()
  const rooms = (scope.auditoria ?? []).filter(({ version }) => version > 0)
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<Said>(() => ({
    releaseId: films.flatMap(({ releases }) => releases)[0]?.id ?? '',
    auditoriumId: start?.auditoriumId ?? rooms[0]?.id ?? '',
    priceCardId: cards[0]?.id ?? '',
    days: new Set([start?.day ?? day]),
    times: start?.time ?? '',
    trailers: String(TRAILERS_MINUTES),
    feature: '',
    cleaning: String(CLEANING_MINUTES),
  }))
  const film = films.find(({ releases }) => releases.some(({ id }) => id === said.releaseId))
  // The film's own length stands until another is said.
  const feature = said.feature === '' ? String(film?.runtimeMinutes ?? '') : said.feature
  const times = parseTimes(said.times)
  const trailersMinutes = parseMinutes(said.trailers, TRAILERS_MINUTES_MAX)
  const featureMinutes = parseMinutes(feature, RUNTIME_MINUTES_MAX)
  const cleaningMinutes = parseMinutes(said.cleaning, CLEANING_MINUTES_MAX)
  const days = [...said.days].toSorted()
  const wrong: PlanErrors = {
    release: film ? undefined : t('planReleaseNeeded'),
    auditorium: said.auditoriumId === '' ? t('planAuditoriumNeeded') : undefined,
    card: said.priceCardId === '' ? t('planCardNeeded') : undefined,
    days: days.length === 0 ? t('planDaysNeeded') : undefined,
    times: times?.length ? undefined : t('planTimesWrong'),
    trailers: minutesWrong(trailersMinutes, TRAILERS_MINUTES_MAX),
    feature: minutesWrong(featureMinutes || undefined, RUNTIME_MINUTES_MAX),
    cleaning: minutesWrong(cleaningMinutes, CLEANING_MINUTES_MAX),
  }
  const isSound =
    Object.values(wrong).every((error) => error === undefined) &&
    times !== undefined &&
    trailersMinutes !== undefined &&
    featureMinutes !== undefined &&
    cleaningMinutes !== undefined

  function minutesWrong(minutes: number | undefined, most: number): string | undefined {
    return minutes === undefined ? t('planMinutesWrong', { most }) : undefined
  }
  return {
    said: { ...said, feature },
    say: (changed) => setSaid((before) => ({ ...before, ...changed })),
    week: start?.day ?? day,
    errors: tried ? wrong : {},
    count: days.length * (times?.length ?? 0),
    course: isSound
      ? times.map((time) => {
          const over =
            minuteOfDay(time, scope.cinema.dayStartsAt) + trailersMinutes + featureMinutes
          return { time, over: clockText(over), free: clockText(over + cleaningMinutes) }
        })
      : [],
    plan: isSound
      ? {
          releaseId: said.releaseId,
          auditoriumId: said.auditoriumId,
          priceCardId: said.priceCardId,
          days,
          times: [...times],
          trailersMinutes,
          featureMinutes,
          cleaningMinutes,
        }
      : undefined,
    setTried: () => setTried(true),
  }
}
