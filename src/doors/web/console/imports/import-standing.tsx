import type { ImportView } from '#collate/pure'
import type { GlyphState } from '../parts/state-glyph.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'

/** How an import stands, as a glyph and a word. */
export function ImportStanding({ view }: { readonly view: ImportView }) {
  const { t, numbers } = useText()
  const [state, words] = standingOf()
  return (
    <span className={`standing ${state}`}>
      <StateGlyph state={state} />
      {words}
    </span>
  )

  function standingOf(): readonly [GlyphState, string] {
    if (view.state === 'failed') return ['failed', t('importFailed')]
    if (view.state === 'undoing') return ['ageing', t('importUndoing')]
    if (view.state === 'undone') return ['silent', t('importUndone')]
    if (view.state === 'reading') {
      return ['ageing', t('importReading', { share: numbers.percent(shareRead(view)) })]
    }
    return view.waiting > 0 ? ['ageing', t('importDoneBut')] : ['fresh', t('importDone')]
  }
}

/** How much of the file is read, 0 to 1. */
export function shareRead({ bytes, bytesRead }: ImportView): number {
  return bytes === 0 ? 0 : Math.min(1, bytesRead / bytes)
}
