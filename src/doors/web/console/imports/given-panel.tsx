import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { fileSize } from '../file-size.ts'
import { Panel } from '../parts/panel.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import type { FileView } from '../wire/imports.ts'
import { useFile } from '../wire/imports.ts'
import type { GivenFile } from './given-files.ts'
import { forgetFile } from './given-files.ts'
import type { Sending } from './use-send-files.ts'

type GivenPanelProps = {
  readonly files: readonly GivenFile[]
  readonly sending: readonly Sending[]
}

/** Files that were given and are not imported yet: what each looks like, and the way to its rows. */
export function GivenPanel({ files, sending }: GivenPanelProps) {
  const { t } = useText()
  if (files.length === 0 && sending.length === 0) return null
  return (
    <Panel title={t('givenFiles')} note={t('nothingWritten')} className="given">
      <ul>
        {sending.map((one) => (
          <li key={one.name} role={one.refused === undefined ? undefined : 'alert'}>
            <StateGlyph state={one.refused === undefined ? 'ageing' : 'failed'} />
            <div>
              <b>{one.name}</b>
              <small>
                {one.refused === undefined ? t('fileSending') : one.refused || t('noAnswer')}
              </small>
            </div>
          </li>
        ))}
        {files.map((file) => (
          <Given key={file.id} given={file} />
        ))}
      </ul>
    </Panel>
  )
}

function Given({ given }: { readonly given: GivenFile }) {
  const { t, lang } = useText()
  const queries = useQueryClient()
  const { data } = useFile(given.id, {})
  return (
    <li>
      <StateGlyph state={data && !data.reading ? 'failed' : 'file'} />
      <div>
        <Link
          to="/imports/file/$fileId"
          params={{ fileId: given.id }}
          className="link"
          aria-label={t('openFile', { file: given.fileName })}
        >
          {given.fileName}
        </Link>
        <small>
          {fileSize(given.bytes, lang)} · {data ? looksText(data) : t('fileSending')}
        </small>
      </div>
      <Button
        className="icon-button"
        aria-label={t('discardFile', { file: given.fileName })}
        onPress={() => {
          forgetFile(given.id)
          queries.removeQueries({ queryKey: ['file', given.id] })
        }}
      >
        <X size={16} strokeWidth={1.75} />
      </Button>
    </li>
  )

  function looksText({ reading, layout, mapping, say }: FileView): string {
    if (!reading) return say ?? t('fileRefused')
    if (layout) return t('looksLikeIt', { name: layoutText(layout, lang) })
    return mapping ? t('looksLikeIt', { name: mapping.name }) : t('newKind')
  }
}
