import { useState } from 'react'
import { FileDrop } from './file-drop.tsx'
import { HouseGate } from './house-gate.tsx'
import { ImportForm } from './import-form.tsx'
import { ImportList } from './import-list.tsx'
import { useSendFile, useSentFile } from './imports-store.tsx'
import { Notice } from './parts/notice.tsx'
import { useText } from './texts/text.tsx'
import { TopBar } from './top-bar.tsx'
import { problemOf } from './wire/problem.ts'

/** Files of tills: give one, see what it is, import it, and follow those given before. */
export function ImportsPage() {
  const { t } = useText()
  const { send, sending, error } = useSendFile()
  const sent = useSentFile()
  const [, redraw] = useState(0)
  const file = sent.read()
  const forget = () => {
    sent.forget()
    redraw((times) => times + 1)
  }
  return (
    <>
      <TopBar title={t('imports')} />
      <HouseGate>
        {(house) => (
          <main className="page" id="main">
            {file ? (
              <ImportForm key={file.id} file={file} house={house} onDiscard={forget} />
            ) : (
              <FileDrop onFile={send} busy={sending} />
            )}
            {error && !file && (
              <Notice state="failed" title={t('fileRefused')}>
                {problemOf(error)?.detail ?? t('noAnswer')}
              </Notice>
            )}
            <ImportList />
          </main>
        )}
      </HouseGate>
    </>
  )
}
