import type { MoneyWire } from '#kernel/pure'
import type { SideName } from './reconciliation.ts'

/** A figure of a cause: an amount, a count, or a text (a name, an ISO day, a local moment). */
export type CauseFigure = MoneyWire | number | string

/**
 * Why two figures may differ, as far as the data shows it. `id` names its sentence; the figures stand
 * in it. `exact`: it makes up the whole difference; else it is only what may lie behind it.
 */
export type Cause = {
  readonly id: CauseId
  readonly exact: boolean
  /** The side on which it is seen: `here` of the sentence; the other is `there`. */
  readonly side?: SideName
  readonly figures: Readonly<Record<string, CauseFigure>>
  /** The sentence in English. */
  readonly say: string
}

/**
 * The sentence of each cause. {here} and {there} are the words for the sides; the rest are figures.
 */
export const CAUSE_SENTENCES = {
  before_first_total:
    'The first total known, of {day}, holds {amount} more than the days up to then.',
  complimentary:
    'The {here} has {count} complimentary tickets; the {there} is less by just as many.',
  concessions: 'Concessions of {amount} were sold on its days: just the difference.',
  definition_not_seen:
    'The {here} says it counts “{definition}”, yet {rows} of the {of} rows that both sides have are the {there} to the cent: what else it names does not show.',
  doubled: 'The {there} is exactly {times} times the {here}.',
  fees: 'Fees of {amount} stand beside the gross on the {here}; with them the two agree.',
  free_only:
    'Every ticket on the {here} was free ({count}): nothing was taken that the {there} could list.',
  free_valued:
    '{count} “{name}” tickets cost nothing on the {here}. At {each} each, a price paid for this film, they make the difference.',
  free_valued_alike:
    '{count} “{name}” tickets cost nothing on the {here}. At {each} each they make the difference; so it is in {rows} rows.',
  line_twice:
    'A line of {amount} stands {times} times on the {here}; the difference is {count} of it.',
  makes_up: '“{other}”, which stands on the {here} only, has {amount}: just the difference.',
  missing_day: 'On {day} the {here} has {amount}: just what the {there} is without.',
  missing_from: 'From {day} on the {here} has {amount}: just what the {there} is without.',
  missing_pair:
    'Two screenings together took {amount} on the {here}: {first} ({firstAmount}) and {second} ({secondAmount}). Pairs that come to it: {ways}.',
  missing_screening:
    'The screening of {moment} has {amount} on the {here}: just what the {there} is without.',
  missing_type:
    '“{name}” tickets come to {amount} on the {here}: just what the {there} is without.',
  missing_until: 'Up to {day} the {here} has {amount}: just what the {there} is without.',
  name_blank: 'Only blanks in the name differ: “{left}” left, “{right}” right.',
  name_case: 'Only capitals in the name differ: “{left}” left, “{right}” right.',
  name_matched: 'It is called “{left}” left and “{right}” right; the two are matched as one film.',
  near_name:
    'The {there} has “{other}” ({amount}), which stands there only: perhaps the same film.',
  near_prefix:
    'The {there} has “{other}” ({amount}), which stands there only: the same name but for what stands before it, perhaps a series.',
  near_suffix:
    'The {there} has “{other}” ({amount}), which stands there only: the same name but for what follows it.',
  other_cinemas: 'The {here} is also about cinemas of which the {there} says nothing: {count}.',
  other_places: 'The {here} is about {territory}, the {there} about single cinemas ({count}).',
  outside_days:
    'The {there} has no day before {firstDay} and none after {lastDay}; on other days the {here} has {amount}.',
  outside_periods:
    'On days that fall into no period of the {there}, the {here} has {amount}; it is not laid out.',
  ratio:
    '{rows} of {of} rows that differ do so by one factor: the right is {ratio} times the left.',
  ratio_tax:
    '{rows} of {of} rows that differ do so by one factor: the right is {ratio} times the left. One side may be without a tax of {percent} %, or in another currency.',
  ratio_unit:
    '{rows} of {of} rows that differ do so by one factor: the right is {ratio} times the left. One side seems to count in units of {unit}.',
  refunds: 'Refunds of {amount} are taken off on the {here}; with them the two agree.',
  repeats:
    '{amount} is also the figure of “{other}” on the {here}: perhaps copied from one row into the other.',
  restated: 'Totals that were restated later make {amount} of it.',
  rounded: 'The {here} states amounts in steps of {step}; the difference is less than one.',
  several_films: 'The {here} has {count} films of this name: {list}.',
  tax: 'Tax of {amount} is part of the gross on the {here}; without it the two agree.',
} as const

export type CauseId = keyof typeof CAUSE_SENTENCES

const WORDS: Readonly<Record<SideName, string>> = { left: 'left', right: 'right' }

export function otherSide(side: SideName): SideName {
  return side === 'left' ? 'right' : 'left'
}

/** Puts figures into a sentence, each written by `write`; what is not among them stays as it is. */
export function fillSentence(
  sentence: string,
  figures: Cause['figures'],
  write: (figure: CauseFigure) => string,
): string {
  return sentence.replace(/\{(\w+)\}/g, (braced, name: string) => {
    const figure = figures[name]
    return figure === undefined ? braced : write(figure)
  })
}

type NewCause = Omit<Cause, 'say' | 'id'>

/** A cause with its sentence. `plain` writes an amount: exact, with its currency. */
export function sayCause(
  id: CauseId,
  { exact, side, figures }: NewCause,
  plain: (amount: MoneyWire) => string,
): Cause {
  const words = side ? { here: WORDS[side], there: WORDS[otherSide(side)] } : {}
  const write = (figure: CauseFigure) =>
    typeof figure === 'object' ? plain(figure) : String(figure)
  const say = fillSentence(CAUSE_SENTENCES[id], { ...words, ...figures }, write)
  return { id, exact, ...(side && { side }), figures, say }
}
