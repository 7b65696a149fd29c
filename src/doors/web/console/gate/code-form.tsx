import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { useText } from '../texts/text.tsx'
import type { Shown } from './judge.ts'

/** For a phone that is dark or a printer that was dry: the order's code, or a scanner that types. */
export function CodeForm({ onShown }: { readonly onShown: (shown: Shown) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="gate-form"
      onSubmit={(event) => {
        event.preventDefault()
        const text = typed.trim()
        if (text === '') return
        // A hand scanner types what it reads.
        onShown(text.startsWith('FH1.') ? { code: text } : { orderCode: text.slice(0, 40) })
        setTyped('')
      }}
    >
      <TextField className="field" value={typed} onChange={setTyped} autoFocus>
        <Label>{t('gateOrderCode')}</Label>
        <div className="field-box">
          <Input
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck="false"
            enterKeyHint="go"
          />
        </div>
        <Text slot="description" className="field-help">
          {t('gateOrderCodeHelp')}
        </Text>
      </TextField>
      <Button type="submit" className="button button-primary">
        {t('gateShow')}
      </Button>
    </form>
  )
}
