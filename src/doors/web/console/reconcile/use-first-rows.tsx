import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'

const AT_FIRST = 200
const AT_ONCE = AT_FIRST * 2

/** The first rows of a long list, and the button that shows more of them. */
export function useFirstRows<Row>(rows: readonly Row[]) {
  const { t, numbers } = useText()
  const [most, setMost] = useState(AT_FIRST)
  const shown = rows.slice(0, most)
  const left = rows.length - shown.length
  const more = left > 0 && (
    <p className="panel-empty">
      <Button className="quiet-button link" onPress={() => setMost(most + AT_ONCE)}>
        {t('reconMoreRows', { count: numbers.countExact(Math.min(AT_ONCE, left)) })}
      </Button>
    </p>
  )
  return { shown, more }
}
