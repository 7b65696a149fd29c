import { Panel } from '../parts/panel.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { checkName, checkWhy } from '../texts/findings.ts'
import { useText } from '../texts/text.tsx'
import type { Health } from '../wire/health.ts'

/** Every check there is, with what it looks for, and how many findings stand open. */
export function ChecksPanel({ health }: { readonly health: Health }) {
  const { t, lang, numbers } = useText()
  return (
    <Panel
      title={t('checks')}
      note={t('checksCount', { count: health.checks.length })}
      className="health-checks"
    >
      <ul>
        {health.checks.map((check) => (
          <li key={check.id}>
            <details>
              <summary>
                <StateGlyph state={check.open === 0 ? 'fresh' : GLYPHS[check.severity]} />
                <span>{checkName(check, lang)}</span>
                <em>{check.open === 0 ? t('checkQuiet') : numbers.countExact(check.open)}</em>
              </summary>
              <p>{checkWhy(check, lang)}</p>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const GLYPHS = { error: 'failed', warning: 'stale', notice: 'ageing' } as const
