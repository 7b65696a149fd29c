import { Check, Share } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'

const SAID_MS = 2_000

/** On a phone, where the bar at the top has no room for it: the view is its address. */
export function ShareButton() {
  const { t } = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return (
    <Button className="quiet-button" onPress={() => void copy()}>
      {copied ? <Check size={16} /> : <Share size={16} strokeWidth={1.75} />}
      <span aria-live="polite">{copied ? t('addressCopied') : t('share')}</span>
    </Button>
  )
}
