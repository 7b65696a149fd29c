import { Link } from '@tanstack/react-router'
import { needsOf } from './needs.ts'
import { Panel } from './parts/panel.tsx'
import { StateGlyph } from './parts/state-glyph.tsx'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { useImports } from './wire/queries.ts'

const SHOWN_MAX = 6

/** What keeps the figures from being whole, and where to mend it. */
export function NeedsPanel({ today }: { readonly today: Today }) {
  const texts = useText()
  const { t } = texts
  const imports = useImports().data ?? []
  const needs = needsOf(today, imports, texts)
  return (
    <Panel
      title={t('needsALook')}
      note={needs.length > 0 ? String(needs.length) : undefined}
      className="needs"
    >
      {needs.length === 0 ? (
        <p className="need need-none">
          <StateGlyph state="fresh" />
          <span>{t('nothingNeedsALook')}</span>
        </p>
      ) : (
        <ul>
          {needs.slice(0, SHOWN_MAX).map((need) => (
            <li key={need.id} className="need">
              <StateGlyph state={need.state} />
              <div>
                <strong>{need.title}</strong>
                <p>{need.say}</p>
              </div>
              {need.importId !== undefined && (
                <Link to="/imports/$importId" params={{ importId: need.importId }} className="link">
                  {need.state === 'failed' ? t('open') : t('openImport')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {needs.length > SHOWN_MAX && (
        <p className="panel-empty">{t('moreNeeds', { count: needs.length - SHOWN_MAX })}</p>
      )}
    </Panel>
  )
}
