import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Dates } from '../shared/dates.ts'
import { datesOf } from '../shared/dates.ts'
import type { Lang, Numbers } from '../shared/numbers.ts'
import { numbersOf } from '../shared/numbers.ts'
import type { ShopText } from './texts/en.ts'

/** A language: its words, and how it writes figures and days. */
export type Words = Numbers & Dates & { readonly lang: Lang; readonly t: ShopText }

export function wordsOf(lang: Lang, t: ShopText): Words {
  return { lang, t, ...numbersOf(lang), ...datesOf(lang) }
}

export const WordsContext = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('The page has no language')
  return words
}
