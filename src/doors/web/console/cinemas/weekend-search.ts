import { isDay } from '../../shared/days.ts'
import type { Change } from './cinemas-search.ts'
import { oneOf } from './cinemas-search.ts'
import { weekendOf } from './weekend.ts'

/** Films down and cinemas across; film by film for the call; cinema by cinema. */
export const SHEET_VIEWS = ['matrix', 'films', 'cinemas'] as const
export type SheetView = (typeof SHEET_VIEWS)[number]

/** What the address says of the Monday sheet. */
export type WeekendSearch = {
  readonly organisation?: string
  readonly currency?: string
  /** The Friday. */
  readonly friday?: string
  readonly view?: SheetView
  /** Whose films: a distributor on the phone. */
  readonly distributor?: string
  /** Which part of the cinemas, where they are too many for one sheet; 1 is the largest of them. */
  readonly part?: number
}

export type WeekendChange = Change<WeekendSearch>

/** Reads the address; what it does not understand it leaves out. */
export function readWeekendSearch(search: Record<string, unknown>): WeekendSearch {
  const { organisation, currency, friday, distributor } = search
  const view = oneOf(SHEET_VIEWS, search['view'])
  const part = Number(search['part'])
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(typeof currency === 'string' && { currency }),
    ...(isDay(friday) && { friday: weekendOf(friday).from }),
    ...(view && { view }),
    ...(distributor !== undefined && { distributor: String(distributor) }),
    ...(Number.isInteger(part) && part > 1 && part < 1_000 && { part }),
  }
}

export function changedWeekend(search: WeekendSearch, changed: WeekendChange): WeekendSearch {
  return readWeekendSearch({ ...search, ...changed })
}
