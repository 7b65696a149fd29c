import type { QrDrawing } from '../page.ts'
import { useWords } from '../words.ts'

/** The code itself is at least so wide, its quiet zone of four squares not counted. */
const CODE_WIDTH = 254
const QUIET = 4

/** The code for the door: black on white in both themes, with room for it before it is there. */
export function QrCode({ qr }: { readonly qr?: QrDrawing }) {
  const { t } = useWords()
  if (!qr) return <p class="qr qr-missing">{t.qrMissing}</p>
  const width = Math.ceil((CODE_WIDTH * qr.size) / (qr.size - 2 * QUIET))
  return (
    <svg
      class="qr"
      width={width}
      height={width}
      role="img"
      aria-label={t.qr}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shape-rendering="crispEdges"
    >
      <path d={qr.path} />
    </svg>
  )
}
