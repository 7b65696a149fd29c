import type { LucideIcon } from 'lucide-react'
import {
  Armchair,
  ChartBarStacked,
  ChartColumn,
  ChartColumnStacked,
  ChartLine,
  ChartScatter,
  Grid3x3,
  MapPin,
  Table2,
} from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { ChartKind } from '#charts'
import { useText } from '../texts/text.tsx'

const ICONS: Readonly<Record<ChartKind, LucideIcon>> = {
  line: ChartLine,
  bar: ChartColumn,
  stacked: ChartColumnStacked,
  stackedShare: ChartBarStacked,
  heat: Grid3x3,
  scatter: ChartScatter,
  map: MapPin,
  seats: Armchair,
  table: Table2,
}

type ChartKindsProps = {
  readonly kinds: readonly ChartKind[]
  readonly value: ChartKind
  readonly onChange: (kind: ChartKind) => void
}

/** The forms that fit the question; the one shown says its name. */
export function ChartKinds({ kinds, value, onChange }: ChartKindsProps) {
  const { t } = useText()
  if (kinds.length < 2) return null
  return (
    <ToggleButtonGroup
      className="segmented chart-kinds"
      aria-label={t('exploreForm')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = kinds.find((kind) => keys.has(kind))
        if (chosen) onChange(chosen)
      }}
    >
      {kinds.map((kind) => {
        const Icon = ICONS[kind]
        return (
          <ToggleButton key={kind} id={kind} aria-label={t(`chart_${kind}`)}>
            <Icon size={16} strokeWidth={1.75} />
            {kind === value && <span>{t(`chart_${kind}`)}</span>}
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
