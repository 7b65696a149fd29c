import { FileUp } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useText } from './texts/text.tsx'

type FileDropProps = {
  readonly onFiles: (files: readonly File[]) => void
  readonly busy: boolean
}

/** A place to drop files of any kind, and a button for those who do not drag. */
export function FileDrop({ onFiles, busy }: FileDropProps) {
  const { t } = useText()
  return (
    <DropZone
      className="file-drop"
      isDisabled={busy}
      getDropOperation={() => 'copy'}
      onDrop={async ({ items }) => {
        const files = items.filter((item) => item.kind === 'file')
        if (files.length > 0) onFiles(await Promise.all(files.map((item) => item.getFile())))
      }}
    >
      <FileUp size={24} strokeWidth={1.5} />
      <p>
        <b>{busy ? t('fileSending') : t('fileDrop')}</b>
        <small>{t('fileDropHelp')}</small>
      </p>
      <FileTrigger
        allowsMultiple
        onSelect={(files) => {
          if (files && files.length > 0) onFiles([...files])
        }}
      >
        <Button className="button" isDisabled={busy}>
          {t('chooseFile')}
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
