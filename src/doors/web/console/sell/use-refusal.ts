import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { Problem } from '../wire/problem.ts'

/** Refusals that a till meets, in the cashier's language; where English is read the server's own words. */
const SAID: Readonly<Record<string, TextKey>> = {
  amount_unusable: 'sellNo_amount_unusable',
  hold_expired: 'sellNo_hold_expired',
  love_seat_split: 'sellNo_love_seat_split',
  money_short: 'sellNo_money_short',
  order_cannot_move: 'sellNo_order_cannot_move',
  reason_needed: 'sellNo_reason_needed',
  screening_not_on_sale: 'sellNo_screening_not_on_sale',
  screening_started: 'sellNo_screening_started',
  seat_taken: 'sellNo_seat_taken',
  shift_closed: 'sellNo_shift_closed',
  shift_open: 'sellNo_shift_open',
  tariff_ended: 'sellNo_tariff_ended',
  ticket_admitted: 'sellNo_ticket_admitted',
  void_too_late: 'sellNo_void_too_late',
}

export function useRefusal(): (problem: Problem) => string {
  const { t, lang } = useText()
  return (problem) => {
    const key = lang === 'en' ? undefined : SAID[problem.refusal ?? '']
    const said = key ? t(key) : problem.detail
    const choices = problem.choices ?? []
    const all = lang === 'en' && choices.every((choice) => said.includes(choice))
    return choices.length === 0 || all
      ? said
      : `${said} ${t('sellInstead', { seats: choices.join(', ') })}`
  }
}
