import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { SellDialogFrame } from './sell-dialog.tsx'

const KEYS: readonly (readonly [string, TextKey])[] = [
  ['↑ ↓  1–9', 'sellKeyScreening'],
  ['F1–F10', 'sellKeyType'],
  ['Shift F1–F10', 'sellKeyFewer'],
  ['Tab', 'sellKeyMap'],
  ['0–9', 'sellKeyGiven'],
  ['F11', 'sellKeyCash'],
  ['F12', 'sellKeyCard'],
  ['Enter', 'sellKeyNext'],
  ['Esc', 'sellKeyClear'],
  ['?', 'sellKeyHelp'],
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText()
  return (
    <SellDialogFrame title={t('sellKeys')} onClose={onClose}>
      <dl className="key-list">
        {KEYS.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd className="key-cap">{key}</kbd>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
    </SellDialogFrame>
  )
}
