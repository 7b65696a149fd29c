import { useEffect } from 'react'
import type { VerdictWords } from './verdict-words.ts'

const BUZZ = { yes: [400], no: [90, 70, 90, 70, 90] }

type VerdictPanelProps = {
  readonly words: VerdictWords
  readonly scanId: string
  readonly quiet: boolean
}

/** The verdict fills the upper half: read at arm's length, told by shape and buzz as by colour. */
export function VerdictPanel({ words, scanId, quiet }: VerdictPanelProps) {
  const { good, word, why } = words
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scan buzzes once, whatever it says
  useEffect(() => {
    // Not every device has a motor.
    if (!quiet) navigator.vibrate?.(good ? BUZZ.yes : BUZZ.no)
  }, [scanId, quiet])
  return (
    <div
      className={`gate-verdict ${quiet ? 'gate-verdict-quiet' : good ? 'gate-yes' : 'gate-no'}`}
      role="alert"
      data-testid="verdict"
      data-scan={scanId}
    >
      <svg viewBox="0 0 96 96" className="gate-sign" aria-hidden>
        {good ? (
          <path d="M48 4a44 44 0 1 0 .01 0zM27 49l14 14 29-30" />
        ) : (
          <path d="M30 5h36l25 25v36L66 91H30L5 66V30zM33 33l30 30m0-30L33 63" />
        )}
      </svg>
      <strong>{word}</strong>
      <span>{why}</span>
    </div>
  )
}
