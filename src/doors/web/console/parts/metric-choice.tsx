import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { MetricId } from '#metrics/pure'
import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { ManyGroup } from './many-list.tsx'
import { ManyList } from './many-list.tsx'
import { useMetricText } from './metric-text.ts'

type MetricGroup = {
  readonly id: string
  readonly name: TextKey
  readonly ids: readonly MetricId[]
}

/** Metrics as people look for them. */
const GROUPS: readonly MetricGroup[] = [
  {
    id: 'people',
    name: 'metricsPeople',
    ids: ['admissions', 'paid', 'complimentary', 'occupancy', 'peoplePerScreening', 'scanned'],
  },
  {
    id: 'money',
    name: 'metricsMoney',
    ids: [
      'gross',
      'grossWithFees',
      'fees',
      'net',
      'averageTicketPrice',
      'averagePriceWithFees',
      'revenuePerSeatDay',
      'revenuePerAuditoriumDay',
    ],
  },
  {
    id: 'sale',
    name: 'metricsSale',
    ids: [
      'sold',
      'presale',
      'presaleShare',
      'onlineShare',
      'onlineValueShare',
      'refunded',
      'refundRate',
    ],
  },
  {
    id: 'screenings',
    name: 'metricsScreenings',
    ids: ['screenings', 'screeningsListed', 'seatsOffered', 'sites', 'completeness'],
  },
  {
    id: 'shares',
    name: 'metricsShares',
    ids: ['moneyShare', 'admissionShare', 'screeningShare', 'seatShare', 'efficiency'],
  },
  { id: 'run', name: 'metricsRun', ids: ['lifetimeGross', 'lifetimeAdmissions', 'drop'] },
]

type MetricChoiceProps = {
  readonly value: readonly MetricId[]
  /** Those that can be asked; all unless said. */
  readonly offered?: readonly MetricId[] | undefined
  readonly max?: number
  readonly onChange: (metrics: readonly MetricId[]) => void
}

/** What is counted: the first leads, the others stand beside it. The last one stays. */
export function MetricChoice({ value, offered, max = 1, onChange }: MetricChoiceProps) {
  const { t } = useText()
  const metricText = useMetricText()
  const { name, meaning } = metricText
  const [first, ...more] = value
  const shown = first ? name(first) : t('metricsNone')
  const groups: readonly ManyGroup<MetricId>[] = GROUPS.map(({ id, name: head, ids }) => ({
    id,
    name: t(head),
    items: ids
      .filter((metric) => offered?.includes(metric) ?? true)
      .map((metric) => ({ id: metric, name: name(metric), note: meaning(metric) })),
  })).filter(({ items }) => items.length > 0)
  return (
    <DialogTrigger>
      <Button className="control">
        <span className="hidden-text">{t('metricsLabel')}</span>
        <b>{shown}</b>
        {more.length > 0 && (
          <>
            <span className="quiet" aria-hidden>
              +{more.length}
            </span>
            <span className="hidden-text">{more.map(name).join(t('comma'))}</span>
          </>
        )}
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover many-popover" placement="bottom start">
        <Dialog className="many" aria-label={t('metricsChoose')}>
          <ManyList
            label={t('metricsChoose')}
            search={t('metricsSearch')}
            groups={groups}
            chosen={value}
            max={max}
            onChange={(chosen) => {
              if (chosen.length > 0) onChange(chosen)
            }}
            empty={t('manyNothing')}
          />
          {max > 1 && <p className="many-note">{t('metricsMost', { count: max })}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
