import { Check, Share } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Mark } from './parts/mark.tsx'
import { useText } from './texts/text.tsx'
import { ThemeButton } from './theme.tsx'

type TopBarProps = {
  readonly title: ReactNode
  /** The page's name for the browser, where the title is more than text. */
  readonly name?: string
  /** What the page's figures rest on: chips. */
  readonly standing?: ReactNode
  readonly children?: ReactNode
}

export function TopBar({ title, name, standing, children }: TopBarProps) {
  const { t } = useText()
  const plain = name ?? (typeof title === 'string' ? title : t('imports'))
  useEffect(() => {
    document.title = `${plain} · Fullhouse`
  }, [plain])
  return (
    <header className="top-bar">
      <div className="top-bar-in">
        <span className="narrow top-mark">
          <Mark size={22} />
        </span>
        <h1>{title}</h1>
        {children !== undefined && <div className="top-controls">{children}</div>}
        <div className="top-standing">
          {standing}
          <ShareButton />
          <span className="wide">
            <ThemeButton />
          </span>
        </div>
      </div>
    </header>
  )
}

const SAID_MS = 2_000

/** Copies the page's address: every view is one. */
function ShareButton() {
  const { t } = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return (
    <Button className="quiet-button share wide" onPress={() => void copy()}>
      {copied ? <Check size={16} /> : <Share size={16} />}
      <span aria-live="polite">{copied ? t('addressCopied') : t('share')}</span>
    </Button>
  )
}
