import type { I18n } from '@lingui/core'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { Dates } from '../../shared/dates.ts'
import { datesOf } from '../../shared/dates.ts'
import type { Lang, Numbers } from '../../shared/numbers.ts'
import { LOCALES, numbersOf } from '../../shared/numbers.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type TextKey = keyof typeof en

type Values = Readonly<Record<string, string | number>>

export type Texts = {
  readonly lang: Lang
  readonly choose: (lang: Lang) => void
  /** A sentence of the catalogue; counts as numbers, everything else ready written. */
  readonly t: (key: TextKey, values?: Values) => string
  readonly numbers: Numbers
  readonly dates: Dates
}

export const LANGS: readonly { readonly id: Lang; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'zh', name: '简体中文' },
]

const STORED = 'fullhouse.lang'
const TextContext = createContext<Texts | undefined>(undefined)

export function TextProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState(firstLang)
  const texts = useMemo(() => textsOf(lang, setLang), [lang])
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  }, [lang])
  return <TextContext value={texts}>{children}</TextContext>
}

export function useText(): Texts {
  const texts = useContext(TextContext)
  if (!texts) throw new Error('useText outside of TextProvider')
  return texts
}

function textsOf(lang: Lang, setLang: (lang: Lang) => void): Texts {
  const i18n = catalogue(lang)
  return {
    lang,
    choose(chosen) {
      localStorage.setItem(STORED, chosen)
      setLang(chosen)
    },
    t: (key, values) => i18n._(key, values),
    numbers: numbersOf(lang),
    dates: datesOf(lang),
  }
}

function catalogue(lang: Lang): I18n {
  const i18n = setupI18n()
  i18n.setMessagesCompiler(compileMessage)
  const messages = lang === 'zh' ? zh : en
  i18n.loadAndActivate({ locale: lang, locales: LOCALES[lang], messages })
  return i18n
}

/** The address says, else what was chosen here, else what the browser asks for. */
function firstLang(): Lang {
  const said = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED)
  const wanted = said ?? navigator.languages[0] ?? 'en'
  return wanted.startsWith('zh') ? 'zh' : 'en'
}
