import { FileDown, FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useText } from '../texts/text.tsx'
import { plansClient } from '../wire/plans.ts'

type PlanFilesProps = {
  readonly auditoriumId: string
  readonly saved: boolean
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** Import of a file by button, export of the newest saved version. */
export function PlanFiles({ auditoriumId, saved, onFile, children }: PlanFilesProps) {
  const { t } = useText()
  const download = async (form: 'csv' | 'json') => {
    const { fileName, mediaType, text } = await plansClient.file(auditoriumId, form)
    const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
    const link = document.createElement('a')
    link.href = url
    link.download = fileName
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <span className="plan-files">
      {children}
      <FileTrigger
        onSelect={(files) => {
          const first = files?.item(0)
          if (first) onFile(first)
        }}
      >
        <Button className="link-button">
          <FileUp size={13} /> {t('importPlan')}
        </Button>
      </FileTrigger>
      {saved &&
        (['csv', 'json'] as const).map((form) => (
          <Button key={form} className="link-button" onPress={() => void download(form)}>
            <FileDown size={13} /> {t('exportPlan')} {form.toUpperCase()}
          </Button>
        ))}
    </span>
  )
}
