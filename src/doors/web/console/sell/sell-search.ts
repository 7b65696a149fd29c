import { isDay } from '../../shared/days.ts'

export type SellSearch = { readonly cinema?: string; readonly day?: string }

/** Reads the address; what it does not understand it leaves out. */
export function readSellSearch(search: Record<string, unknown>): SellSearch {
  const { cinema, day } = search
  return {
    ...(cinema !== undefined && { cinema: String(cinema) }),
    ...(isDay(day) && { day }),
  }
}
