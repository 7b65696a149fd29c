import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import type { Part } from './use-part.ts'
import { PART_SIZE } from './use-part.ts'
import type { WeekendChange } from './weekend-search.ts'

type PartStepsProps = { readonly part: Part; readonly go: (changed: WeekendChange) => void }

/** Which cinemas of a circuit stand on the sheet, where it holds not all. */
export function PartSteps({ part, go }: PartStepsProps) {
  const { t, numbers } = useText()
  const { number, parts, all } = part
  if (parts < 2) return null
  const first = (number - 1) * PART_SIZE + 1
  return (
    <span className="weekend-steps">
      <Button
        className="icon-button"
        aria-label={t('weekendPartBefore')}
        isDisabled={number === 1}
        onPress={() => go({ part: number - 1 })}
      >
        <ChevronLeft size={16} />
      </Button>
      <span>
        {t('weekendPart', {
          first: numbers.countExact(first),
          last: numbers.countExact(Math.min(all, number * PART_SIZE)),
          all: numbers.countExact(all),
        })}
      </span>
      <Button
        className="icon-button"
        aria-label={t('weekendPartAfter')}
        isDisabled={number === parts}
        onPress={() => go({ part: number + 1 })}
      >
        <ChevronRight size={16} />
      </Button>
    </span>
  )
}
