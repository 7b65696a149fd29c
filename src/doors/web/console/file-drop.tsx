import { FileUp } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useText } from './texts/text.tsx'

type FileDropProps = {
  readonly onFile: (file: File) => void
  readonly busy: boolean
}

/** A place to drop a till's export, and a button for those who do not drag. */
export function FileDrop({ onFile, busy }: FileDropProps) {
  const { t } = useText()
  return (
    <DropZone
      className="file-drop"
      isDisabled={busy}
      getDropOperation={() => 'copy'}
      onDrop={async ({ items }) => {
        const first = items.find((item) => item.kind === 'file')
        if (first) onFile(await first.getFile())
      }}
    >
      <FileUp size={24} strokeWidth={1.5} />
      <p>
        <b>{busy ? t('fileSending') : t('fileDrop')}</b>
        <small>{t('fileDropHelp')}</small>
      </p>
      <FileTrigger
        onSelect={(files) => {
          const first = files?.item(0)
          if (first) onFile(first)
        }}
      >
        <Button className="button" isDisabled={busy}>
          {t('chooseFile')}
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
