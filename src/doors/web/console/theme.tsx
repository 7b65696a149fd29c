import { Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Palette } from '#charts'
import { DARK, LIGHT } from '#charts'
import { useMedia } from './parts/use-width.ts'
import { useText } from './texts/text.tsx'

type Theme = { readonly dark: boolean; readonly turn: () => void }

const STORED = 'fullhouse.theme'
const ThemeContext = createContext<Theme>({ dark: false, turn: () => undefined })

/** Light or dark: as the system has it, until it is chosen here. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORED))
  const dark = chosen === null ? systemDark : chosen === 'dark'
  useEffect(() => {
    if (chosen === null) delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = chosen
  }, [chosen])
  const theme = useMemo(
    () => ({
      dark,
      turn() {
        const wanted = dark ? 'light' : 'dark'
        localStorage.setItem(STORED, wanted)
        setChosen(wanted)
      },
    }),
    [dark],
  )
  return <ThemeContext value={theme}>{children}</ThemeContext>
}

export function usePalette(): Palette {
  return useContext(ThemeContext).dark ? DARK : LIGHT
}

export function ThemeButton() {
  const { t } = useText()
  const { dark, turn } = useContext(ThemeContext)
  return (
    <Button className="icon-button" onPress={turn} aria-label={dark ? t('toLight') : t('toDark')}>
      {dark ? <Sun size={18} /> : <Moon size={18} />}
    </Button>
  )
}
