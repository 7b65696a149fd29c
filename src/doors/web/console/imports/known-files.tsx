import { useQuery } from '@tanstack/react-query'
import { Panel } from '../parts/panel.tsx'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import type { Operations } from '../wire/api.gen.ts'
import { pathOf, read } from '../wire/client.ts'

/** Where nothing was imported yet: what may be dropped, by name. */
export function KnownFiles() {
  const { t, lang } = useText()
  const { data } = useQuery({
    queryKey: ['layouts'],
    queryFn: ({ signal }) => read<Operations['layouts']['answer']>(pathOf('layouts'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Panel title={t('knownFiles')} className="known-files" footer={t('knownFilesElse')}>
      <p>{t('knownFilesSay')}</p>
      {data && (
        <ul>
          {[...new Set(data.layouts.map((layout) => layoutText(layout, lang)))].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
