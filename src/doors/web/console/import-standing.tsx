import type { ImportView } from '#collate/pure'
import type { GlyphState } from './parts/state-glyph.tsx'
import { StateGlyph } from './parts/state-glyph.tsx'
import { useText } from './texts/text.tsx'

/** How an import stands, as a glyph and a word. */
export function ImportStanding({ view }: { readonly view: ImportView }) {
  const { t, numbers } = useText()
  const share = view.bytes === 0 ? 0 : view.bytesRead / view.bytes
  const [state, words]: [GlyphState, string] =
    view.state === 'failed'
      ? ['failed', t('importFailed')]
      : view.state === 'done'
        ? view.quarantined > 0
          ? ['ageing', t('importDoneBut')]
          : ['fresh', t('importDone')]
        : ['ageing', t('importReading', { share: numbers.percent(share) })]
  return (
    <span className={`standing ${state}`}>
      <StateGlyph state={state} />
      {words}
    </span>
  )
}
