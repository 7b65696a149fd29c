import '../style/import-pages.css'
import '../style/mapping.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { useNarrow } from '../parts/use-width.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { House } from '../wire/client.ts'
import type { FileView, ReadingWish } from '../wire/imports.ts'
import { useFile } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import { ActsSaid, FileActions, useFileActs } from './file-actions.tsx'
import { FileWorkbench } from './file-workbench.tsx'
import { useFileWork } from './use-file-work.ts'

/** A kept file on its way to an import: what it is, what its columns become, what its rows would do. */
export function FilePage({ id }: { readonly id: string }) {
  const { t } = useText()
  const [wish, setWish] = useState<ReadingWish>({})
  const { data: file, error, refetch } = useFile(id, wish)
  if (file) {
    return (
      <HouseGate>
        {(house) => <Opened key={id} file={file} house={house} wish={wish} onWish={setWish} />}
      </HouseGate>
    )
  }
  return (
    <>
      <TopBar title={t('imports')} />
      <main className="page" id="main">
        {error ? (
          <Notice
            state="failed"
            title={t('fileFailed')}
            action={
              <Button className="button" onPress={() => void refetch()}>
                {t('tryAgain')}
              </Button>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        ) : (
          <p className="quiet">{t('fileSending')}</p>
        )}
      </main>
    </>
  )
}

type OpenedProps = {
  readonly file: FileView
  readonly house: House
  readonly wish: ReadingWish
  readonly onWish: (wish: ReadingWish) => void
}

function Opened({ file, house, wish, onWish }: OpenedProps) {
  const { t } = useText()
  const work = useFileWork(file, house, wish)
  const [tried, setTried] = useState(false)
  const acts = useFileActs(file, work, wish, () => setTried(true))
  const narrow = useNarrow()
  return (
    <>
      <TopBar
        title={
          <>
            <Link to="/imports" className="crumb">
              {t('imports')}
            </Link>
            <span className="crumb-mark">/</span>
            {file.fileName}
          </>
        }
        standing={narrow ? undefined : <FileActions acts={acts} />}
      />
      <main className="page file-page" id="main">
        <ActsSaid acts={acts} />
        <FileWorkbench file={file} work={work} wish={wish} onWish={onWish} tried={tried} />
        {narrow && <FileActions acts={acts} />}
      </main>
    </>
  )
}
