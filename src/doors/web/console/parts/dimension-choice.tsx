import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { DimensionId, Grain } from '#metrics/pure'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { DimensionText } from './dimension-text.ts'
import { useDimensionText } from './dimension-text.ts'
import type { ManyGroup } from './many-list.tsx'
import { ManyList } from './many-list.tsx'

const GRAIN_IDS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[]

/** Grains and dimensions in one list: the time something is told over is one more way to part it. */
type Key = DimensionId | `grain-${Grain}`

export type Parted = { readonly by: readonly DimensionId[]; readonly grain?: Grain }

type DimensionChoiceProps = {
  readonly value: Parted
  readonly offered: readonly DimensionId[]
  /** Dimensions and grain together. */
  readonly max: number
  readonly onChange: (parted: Parted) => void
}

/** What figures are told apart by: time in one step, and what happened, in the order chosen. */
export function DimensionChoice({ value, offered, max, onChange }: DimensionChoiceProps) {
  const texts = useText()
  const { t } = texts
  const dimensionText = useDimensionText()
  const { name, meaning } = dimensionText
  const chosen: readonly Key[] = [
    ...(value.grain ? [`grain-${value.grain}` as const] : []),
    ...value.by,
  ]
  const groups: readonly ManyGroup<Key>[] = [
    {
      id: 'time',
      name: t('dimensionsTime'),
      items: GRAIN_IDS.map((grain) => ({ id: `grain-${grain}`, name: t(`by_${grain}`) })),
    },
    {
      id: 'what',
      name: t('dimensionsWhat'),
      items: offered.map((id) => ({ id, name: name(id), note: meaning(id) })),
    },
  ]
  const shown = partedText(texts, dimensionText, value)
  return (
    <DialogTrigger>
      <Button className="control" aria-label={t('dimensionsLabel', { names: shown })}>
        <b>{shown}</b>
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover many-popover" placement="bottom start">
        <Dialog className="many" aria-label={t('dimensionsChoose')}>
          <ManyList
            label={t('dimensionsChoose')}
            search={t('dimensionsSearch')}
            groups={groups}
            chosen={chosen}
            // Another grain takes the place of the one before: there is always room for it.
            max={chosen.length >= max && !value.grain ? max : max + 1}
            onChange={(keys) => onChange(partedOf(keys, value, max))}
            empty={t('manyNothing')}
          />
          <p className="many-note">{t('dimensionsMost', { count: max })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The last grain chosen is the one; what is too much goes from the front. */
function partedOf(keys: readonly Key[], before: Parted, max: number): Parted {
  const grains = GRAIN_IDS.filter((grain) => keys.includes(`grain-${grain}`))
  const grain = grains.find((id) => id !== before.grain) ?? grains[0]
  const by = keys.filter((key): key is DimensionId => !key.startsWith('grain-'))
  const room = grain ? max - 1 : max
  return { by: by.slice(Math.max(0, by.length - room)), ...(grain && { grain }) }
}

/** "weekday × hour", "week × film"; "in all" where nothing is told apart. */
export function partedText({ t, lang }: Texts, { name }: DimensionText, parted: Parted): string {
  const names = parted.by.map((id) => (lang === 'en' ? name(id).toLowerCase() : name(id)))
  const all = [...(parted.grain ? [t(`by_${parted.grain}`).toLowerCase()] : []), ...names]
  return all.length === 0 ? t('byNothing') : all.join(' × ')
}
