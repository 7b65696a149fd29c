import { EARLY_MINUTES } from '#ticketing/pure'
import type { TextKey, Texts } from '../texts/text.tsx'
import type { Said } from './said.ts'

/** A verdict in words: at most three, one line of why, and what to do. */
export type VerdictWords = {
  readonly good: boolean
  readonly word: string
  readonly why: string
  readonly todo?: string
}

export type Clock = (ms: number) => string

type Words = Pick<Texts, 't'>

export function verdictWords({ t }: Words, said: Said, clock: Clock): VerdictWords {
  const { verdict, screening, first } = said
  const no = (word: TextKey, why: string, todo: string) => ({
    good: false,
    word: t(word),
    why,
    todo,
  })
  const seats = { seats: said.seats.join(t('comma')), count: said.seats.length }
  const where = screening
    ? t('gateScreeningAt', { auditorium: screening.auditorium, time: screening.localTime })
    : ''
  if (said.undone) return { good: false, word: t('gateUndone'), why: t('gateUndoneWhy') }
  switch (verdict) {
    case 'admit':
      return { good: true, word: t('gateAdmit', { count: said.admit }), why: t('gateSeats', seats) }
    case 'already_in': {
      const scan = first && { time: clock(first.atMs).slice(0, 5), door: first.door }
      const why = scan ? t('gateScannedAt', scan) : t('gateSeats', seats)
      return no('gateAlreadyIn', why, t('gateAskCode', seats))
    }
    case 'wrong_screening': {
      const to = screening && t('gateWrongScreenDo', { auditorium: screening.auditorium })
      return no('gateWrongScreen', where, to ?? t('gateWrongScreenElse'))
    }
    case 'wrong_day': {
      const why = screening ? `${screening.title}${t('comma')}${where}` : ''
      return no('gateNotToday', why, t('gateNotTodayDo'))
    }
    case 'refunded':
      return no('gateRefunded', t('gateRefundedWhy'), t('gateRefundedDo'))
    case 'too_early': {
      const todo = t('gateEarlyDo', { minutes: EARLY_MINUTES })
      const starts = screening && {
        auditorium: screening.auditorium,
        time: screening.localTime,
      }
      return no('gateTooEarly', starts ? t('gateStartsAt', starts) : '', todo)
    }
    case 'forged':
      return no('gateForged', t('gateForgedWhy'), t('gateForgedDo'))
    case 'unknown':
      return no(
        'gateUnknown',
        t('gateUnknownWhy'),
        t(said.unchecked ? 'gateUncheckedDo' : 'gateUnknownDo'),
      )
  }
}
