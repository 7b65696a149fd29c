import type { QrDrawing } from '../page.ts'
import { useWords } from '../words.ts'

/** The code for the door: black on white in both themes, with room for it before it is there. */
export function QrCode({ qr }: { readonly qr?: QrDrawing }) {
  const { t } = useWords()
  if (!qr) return <p class="qr qr-missing">{t.qrMissing}</p>
  return (
    <svg
      class="qr"
      role="img"
      aria-label={t.qr}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shape-rendering="crispEdges"
    >
      <path d={qr.path} />
    </svg>
  )
}
