import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fileSize } from '../file-size.ts'
import { Panel } from '../parts/panel.tsx'
import type { GlyphState } from '../parts/state-glyph.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { Operations } from '../wire/api.gen.ts'
import { pathOf, read } from '../wire/client.ts'

type Watched = Operations['watchedFiles']['answer']['files'][number]

const LOOK_EVERY_MS = 15_000
const SHOWN = 8

const GLYPHS: Readonly<Record<Watched['state'], GlyphState>> = {
  arriving: 'ageing',
  imported: 'fresh',
  asks: 'ageing',
  failed: 'failed',
}

/** What lies in the watched folder; those that ask something first. Nothing where none is watched. */
export function WatchedPanel() {
  const { t, lang } = useText()
  const { data } = useQuery({
    queryKey: ['watched'],
    queryFn: ({ signal }) =>
      read<Operations['watchedFiles']['answer']>(pathOf('watchedFiles'), signal),
    refetchInterval: LOOK_EVERY_MS,
  })
  const files = data?.files ?? []
  if (files.length === 0) return null
  const asking = files.filter(({ state }) => state === 'asks' || state === 'failed')
  const shown = [...asking, ...files.filter((file) => !asking.includes(file))].slice(0, SHOWN)
  return (
    <Panel
      title={t('watchedFolder')}
      note={t('watchedNote', { files: files.length, asking: asking.length })}
      className="given"
    >
      <ul>
        {shown.map((file) => (
          <li key={file.path}>
            <StateGlyph state={GLYPHS[file.state]} />
            <div>
              <Name file={file} />
              <small>
                {fileSize(file.bytes, lang)} · {t(`watched_${file.state}`)}
                {file.say && ` ${file.say}`}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Name({ file: { path, importId, fileId } }: { readonly file: Watched }) {
  if (importId !== undefined) {
    return (
      <Link to="/imports/$importId" params={{ importId }} className="link">
        {path}
      </Link>
    )
  }
  if (fileId !== undefined) {
    return (
      <Link to="/imports/file/$fileId" params={{ fileId }} className="link">
        {path}
      </Link>
    )
  }
  return <b>{path}</b>
}
