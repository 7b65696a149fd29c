import { Check } from 'lucide-react'
import { useText } from '../texts/text.tsx'

const STEPS = ['stepFile', 'stepMapping', 'stepImport'] as const

/** Where one is on the way from a file to its figures. */
export function Steps({ at }: { readonly at: 1 | 2 | 3 }) {
  const { t } = useText()
  return (
    <div className="steps">
      <ol aria-label={t('stepsLabel')}>
        {STEPS.map((name, index) => {
          const number = index + 1
          const done = number < at
          return (
            <li
              key={name}
              className={done ? 'step-done' : number === at ? 'step-now' : 'step-next'}
              aria-current={number === at ? 'step' : undefined}
            >
              <span aria-hidden>{done ? <Check size={12} strokeWidth={2} /> : number}</span>
              {t(name)}
            </li>
          )
        })}
      </ol>
      <p className="quiet">{t('nothingWritten')}</p>
    </div>
  )
}
