import type { MoneyWire } from '#kernel/pure'

export type Lang = 'en' | 'zh'

/** Figures as the reader's language writes them: what charts need of the console's numbers. */
export type ChartNumbers = {
  readonly countExact: (value: number) => string
  readonly countShort: (value: number) => string
  readonly money: (amount: MoneyWire) => string
  readonly moneyExact: (amount: MoneyWire) => string
  readonly moneyShort: (minor: number, currency: string) => string
  readonly percent: (share: number) => string
  readonly percentSize: (change: number) => string
  readonly pointsSize: (change: number) => string
}

/** Days and times likewise. */
export type ChartDates = {
  readonly day: (day: string) => string
  readonly dayYear: (day: string) => string
  readonly dayShort: (day: string) => string
  readonly date: (day: string) => string
  readonly month: (day: string) => string
  readonly monthShort: (day: string) => string
  /** 0 is Monday. */
  readonly weekday: (index: number) => string
  readonly weekdayLong: (index: number) => string
  readonly clock: (minute: number) => string
  readonly momentOf: (instant: string, timezone?: string) => string
}

/** How a chart speaks: given by whoever shows it, so that one chart is the same behind every door. */
export type Manner = {
  readonly lang: Lang
  readonly numbers: ChartNumbers
  readonly dates: ChartDates
  /** Of the cinemas shown, for times of screenings. */
  readonly timezone?: string
  /** Hour at which a trading day starts: what starts before it comes after 23:00. */
  readonly dayStartsAt?: number
}
