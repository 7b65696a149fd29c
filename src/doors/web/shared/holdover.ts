/**
 * Whether a film stays another week at a cinema: one rule, printed beside every word of advice. It goes
 * by efficiency (share of the gross ÷ share of the seats, both of that cinema): 1 is a film that earns
 * the room it is given.
 */
export type HoldoverRule = {
  /** From here on it stays. */
  readonly holdFrom: number
  /** Below this it goes. */
  readonly dropBelow: number
  /** From here on it could carry more screenings. */
  readonly moreFrom: number
  /** A fall of the gross by so much or more, with an efficiency below 1, is one for fewer screenings. */
  readonly steepFall: number
  /** The cinema's first so many films by gross are never dropped. */
  readonly topFilms: number
  /** With fewer screenings than this nothing is said. */
  readonly screeningsMin: number
}

export const HOLDOVER_RULE: HoldoverRule = {
  holdFrom: 0.85,
  dropBelow: 0.6,
  moreFrom: 1.15,
  steepFall: 0.5,
  topFilms: 2,
  screeningsMin: 3,
}

/** One film at one cinema over some days. */
export type Holding = {
  /** Unknown where the seats or the figures are. */
  readonly efficiency: number | undefined
  /** Gross against the same days a week earlier: −0.36 is a fall of 36 %. */
  readonly change: number | undefined
  /** 1 is the cinema's first film by gross. */
  readonly rank: number
  /** How many films the cinema showed. */
  readonly films: number
  /** Of those days. */
  readonly screenings: number
  /** In its first week since it opened. */
  readonly opening: boolean
}

export type HoldoverAdvice = 'hold' | 'fewer' | 'drop'

/** Why: what of the rule decided. */
export type HoldoverReason =
  | 'earnsItsSeats'
  | 'couldCarryMore'
  | 'fallsSteeply'
  | 'openingWeek'
  | 'amongTheFirst'
  | 'tooManySeats'
  | 'farTooManySeats'

/** Why nothing is said. */
export type HoldoverSilence = 'noFigure' | 'seatsUnknown' | 'onlyFilm' | 'fewScreenings'

export type Holdover =
  | {
      readonly advice: HoldoverAdvice
      readonly reason: HoldoverReason
      readonly shows?: ShowsChange
    }
  | { readonly advice?: undefined; readonly silence: HoldoverSilence }

/** Screenings of as many days, as they were and as they would fit. */
export type ShowsChange = { readonly from: number; readonly to: number }

/** The rule on one film at one cinema; `undefined` is a film without a figure. */
export function holdoverOf(
  holding: Holding | undefined,
  rule: HoldoverRule = HOLDOVER_RULE,
): Holdover {
  if (!holding) return { silence: 'noFigure' }
  const { efficiency, change, rank, films, screenings, opening } = holding
  if (efficiency === undefined) return { silence: 'seatsUnknown' }
  if (films < 2) return { silence: 'onlyFilm' }
  if (screenings < rule.screeningsMin) return { silence: 'fewScreenings' }
  if (efficiency >= rule.moreFrom) {
    return { advice: 'hold', reason: 'couldCarryMore', ...fitting(screenings, efficiency) }
  }
  if (efficiency >= rule.holdFrom) {
    const steep = change !== undefined && change <= -rule.steepFall
    if (!steep || efficiency >= 1) return { advice: 'hold', reason: 'earnsItsSeats' }
    return { advice: 'fewer', reason: 'fallsSteeply', ...fitting(screenings, efficiency) }
  }
  const fewer = (reason: HoldoverReason): Holdover => ({
    advice: 'fewer',
    reason,
    ...fitting(screenings, efficiency),
  })
  if (efficiency >= rule.dropBelow) return fewer('tooManySeats')
  if (opening) return fewer('openingWeek')
  if (rank <= rule.topFilms) return fewer('amongTheFirst')
  return { advice: 'drop', reason: 'farTooManySeats' }
}

/** As many screenings as would bring the film to an efficiency of 1, at least one fewer or more. */
function fitting(screenings: number, efficiency: number): { readonly shows?: ShowsChange } {
  const even = Math.max(1, Math.round(screenings * efficiency))
  const to = efficiency >= 1 ? Math.max(even, screenings + 1) : Math.min(even, screenings - 1)
  return to >= 1 ? { shows: { from: screenings, to } } : {}
}
