import { useId } from 'react'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { FileWork } from './use-file-work.ts'

type NameFieldProps = { readonly work: FileWork; readonly tried: boolean }

/** What files of this kind are called: the source under which their figures are kept. */
export function NameField({ work, tried }: NameFieldProps) {
  const { t } = useText()
  const id = useId()
  const wrong = tried && work.name.trim() === ''
  return (
    <Panel title={t('mappingName')} className="name-form">
      <div className="field" data-invalid={wrong ? '' : undefined}>
        <label htmlFor={id} className="hidden-text">
          {t('mappingName')}
        </label>
        <div className="field-box">
          <input
            id={id}
            value={work.name}
            maxLength={120}
            autoComplete="off"
            aria-invalid={wrong}
            aria-describedby={`${id}-help`}
            onChange={(event) => work.setName(event.target.value)}
          />
        </div>
        <p id={`${id}-help`} className={wrong ? 'field-error' : 'field-help'}>
          {t(wrong ? 'mappingNameNeeded' : 'mappingNameHelp')}
        </p>
      </div>
    </Panel>
  )
}
