import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Dates } from '../shared/dates.ts'
import { datesOf } from '../shared/dates.ts'
import type { Lang, Numbers } from '../shared/numbers.ts'
import { numbersOf } from '../shared/numbers.ts'
import type { ShopText } from './texts/en.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** A language: its words, and how it writes figures and days. */
export type Words = Numbers & Dates & { readonly lang: Lang; readonly t: ShopText }

export function wordsOf(lang: Lang): Words {
  return { lang, t: lang === 'zh' ? zh : en, ...numbersOf(lang), ...datesOf(lang) }
}

export const WordsContext = createContext<Words>(wordsOf('en'))

export function useWords(): Words {
  return useContext(WordsContext)
}
