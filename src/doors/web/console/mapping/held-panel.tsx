import { Panel } from '../parts/panel.tsx'
import { saidText } from '../texts/reasons.ts'
import { useText } from '../texts/text.tsx'

/** A row that would not count, as far as it was tried. */
export type HeldRow = { readonly line: number; readonly say: string; readonly raw: string }

type HeldPanelProps = {
  readonly rows: readonly HeldRow[]
  /** Of all rows tried; more than those shown. */
  readonly count: number
}

const GROUPS_SHOWN = 6

/** What would go into quarantine, by reason, most first, each with a row as it came. */
export function HeldPanel({ rows, count }: HeldPanelProps) {
  const { t, numbers, lang } = useText()
  const groups = Map.groupBy(rows, ({ say }) => kindOf(say))
  const sorted = [...groups.values()].toSorted((one, other) => other.length - one.length)
  return (
    <Panel
      title={t('inQuarantine')}
      note={t('rowsOfFate', { count })}
      className="held"
      footer={t('quarantineFoot')}
    >
      {sorted.length === 0 && <p className="panel-empty">{t('none_waiting')}</p>}
      <ol>
        {sorted.slice(0, GROUPS_SHOWN).map((group) => {
          const [first] = group
          if (!first) return null
          return (
            <li key={first.line}>
              <b className="held-count">{numbers.countExact(group.length)}</b>
              <div>
                <strong>{saidText(first.say, lang)}</strong>
                <code>
                  {t('line')} {first.line}: {first.raw}
                </code>
              </div>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

/** Sentences that differ in what they quote and count alone are one reason. */
function kindOf(say: string): string {
  return say.replaceAll(/“.*?”/g, '“”').replaceAll(/\d+/g, '0')
}
