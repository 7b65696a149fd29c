import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { Button } from 'react-aria-components/Button'
import type { GlyphState } from '../parts/state-glyph.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { checkName, findingText } from '../texts/findings.ts'
import { useText } from '../texts/text.tsx'
import type { Finding, Health } from '../wire/health.ts'
import { FindingDetail } from './finding-detail.tsx'
import { FindingLink } from './finding-link.tsx'

type FindingRowProps = {
  readonly finding: Finding
  readonly check: Health['checks'][number] | undefined
  readonly opened: boolean
  readonly onOpen: () => void
}

/** One thing that is wrong: its sentence, since when, what is at stake, and the way to mend it. */
export function FindingRow({ finding, check, opened, onOpen }: FindingRowProps) {
  const texts = useText()
  const { t, numbers, dates, lang } = texts
  const id = useId()
  const { state, firstSeenAt, goneAt, acceptedAt, note } = finding
  const when = {
    open: t('findingSince', { time: dates.momentOf(firstSeenAt) }),
    accepted: t('findingAcceptedAt', { time: dates.momentOf(acceptedAt ?? firstSeenAt) }),
    gone: t('findingGoneAt', { time: dates.momentOf(goneAt ?? firstSeenAt) }),
  }[state]
  return (
    <li className="finding" data-testid="finding" data-check={finding.check}>
      <div className="finding-row">
        <StateGlyph state={glyphOf(finding)} />
        <div className="finding-say">
          <Button
            className="finding-open"
            aria-expanded={opened}
            aria-controls={id}
            onPress={onOpen}
          >
            <span>{findingText(finding, texts)}</span>
            <ChevronDown size={16} strokeWidth={1.75} />
          </Button>
          <p>
            {check ? checkName(check, lang) : finding.check} · {when}
            {note !== undefined && ` · ${note}`}
          </p>
        </div>
        {finding.money.length > 0 && (
          <p className="finding-stake">
            {finding.money.map((amount) => (
              <b key={amount.currency}>{numbers.money(amount)}</b>
            ))}
            <span>{t('atStake')}</span>
          </p>
        )}
        <FindingLink finding={finding} />
      </div>
      <div id={id} hidden={!opened}>
        {opened && <FindingDetail finding={finding} check={check} />}
      </div>
    </li>
  )
}

const GLYPHS = { error: 'failed', warning: 'stale', notice: 'ageing' } as const

function glyphOf({ state, severity, check }: Finding): GlyphState {
  if (state === 'gone') return 'fresh'
  return check === 'feed_late' ? 'silent' : GLYPHS[severity]
}
