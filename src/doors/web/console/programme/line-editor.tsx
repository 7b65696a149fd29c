import { ArrowDown, ArrowUp, Copy, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Area } from '#venues/pure'
import { symbolOf } from '../../shared/numbers.ts'
import { useText } from '../texts/text.tsx'
import { CHANNELS } from '../use-channel-name.ts'
import type { LineDraft } from './card-draft.ts'
import { lineFaults, lineOf, totalSaid } from './card-draft.ts'
import { TextField, Toggles } from './fields.tsx'
import { useLineWords } from './line-words.ts'

type LineEditorProps = {
  readonly line: LineDraft
  readonly place: number
  readonly count: number
  readonly currency: string
  readonly areas: readonly Area[]
  readonly formats: readonly string[]
  /** Saving was tried: what is wrong is said. */
  readonly tried: boolean
  /** Place of an earlier line that leaves nothing to this one. */
  readonly covered: number | undefined
  readonly onChange: (line: LineDraft) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onCopy: () => void
  readonly onRemove: () => void
}

const TICKET_TYPE_MAX = 40

/** One line of a price card: whom it is for, what it costs, and, folded away, when it fits. */
export function LineEditor(props: LineEditorProps) {
  const { line, place, currency, areas, tried, covered, onChange } = props
  const { t, lang, numbers } = useText()
  const words = useLineWords(areas)
  const faults = tried ? lineFaults(line, currency) : undefined
  const total = totalSaid(line, currency)
  const sent = lineOf(
    { ...line, ticketType: 'x', price: '0', feeHall: '0', feeOnline: '0' },
    currency,
  )
  const amount = (field: 'price' | 'feeHall' | 'feeOnline', label: string) => (
    <TextField
      label={label}
      value={line[field]}
      numeric="decimal"
      before={symbolOf(currency, lang)}
      onChange={(said) => onChange({ ...line, [field]: said })}
      error={faults?.has(field) ? t('amountWrong', { currency }) : undefined}
    />
  )
  return (
    <li className="line-editor" aria-label={t('linePlace', { place: place + 1 })}>
      <span className="line-place" aria-hidden>
        {place + 1}
      </span>
      <div className="line-amounts">
        <TextField
          className="line-type"
          label={t('ticketType')}
          value={line.ticketType}
          most={TICKET_TYPE_MAX}
          suggest={[t('ticketTypeFirst'), t('ticketTypeChild'), t('ticketTypeStudent')]}
          onChange={(ticketType) => onChange({ ...line, ticketType })}
          error={faults?.has('ticketType') ? t('ticketTypeNeeded') : undefined}
        />
        {amount('price', t('price'))}
        {amount('feeHall', t('feeHall'))}
        {amount('feeOnline', t('feeOnline'))}
        <p className="line-total">
          <span>{t('totalAllIn')}</span>
          <output>{total ? numbers.moneyExact(total) : '–'}</output>
        </p>
        <LineButtons {...props} />
      </div>
      <details className="line-when" open={faults?.has('times') || undefined}>
        <summary>
          <span className="quiet">{t('lineFits')}</span> {sent ? words(sent) : t('lineFitsWrong')}
        </summary>
        <LineConditions {...props} wrong={faults?.has('times') ?? false} />
      </details>
      {covered !== undefined && (
        <p className="line-covered">{t('lineCovered', { place: covered + 1 })}</p>
      )}
    </li>
  )
}

function LineButtons({ place, count, onMove, onCopy, onRemove }: LineEditorProps) {
  const { t } = useText()
  const here = { place: place + 1 }
  return (
    <div className="line-buttons">
      <Button
        className="icon-button"
        aria-label={t('lineUp', here)}
        isDisabled={place === 0}
        onPress={() => onMove(-1)}
      >
        <ArrowUp size={16} />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('lineDown', here)}
        isDisabled={place === count - 1}
        onPress={() => onMove(1)}
      >
        <ArrowDown size={16} />
      </Button>
      <Button className="icon-button" aria-label={t('lineCopy', here)} onPress={onCopy}>
        <Copy size={16} />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('lineRemove', here)}
        isDisabled={count === 1}
        onPress={onRemove}
      >
        <X size={16} />
      </Button>
    </div>
  )
}

type LineConditionsProps = LineEditorProps & { readonly wrong: boolean }

function LineConditions({ line, areas, formats, wrong, onChange }: LineConditionsProps) {
  const { t, dates } = useText()
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    id: String(day),
    name: dates.weekday(day - 1),
    long: dates.weekdayLong(day - 1),
  }))
  // What a line names stays in sight even where no plan or release has it any more.
  const areaItems = [...areas, ...missing(line.areas, areas)]
  const formatItems = formats.map((id) => ({ id, name: id }))
  return (
    <div className="line-conditions">
      <p className="quiet">{t('lineConditionsSay')}</p>
      {areaItems.length > 0 && (
        <Toggles
          label={t('areas')}
          items={areaItems}
          chosen={line.areas}
          onChange={(chosen) => onChange({ ...line, areas: chosen })}
        />
      )}
      <Toggles
        label={t('channel')}
        items={CHANNELS.map((id) => ({ id, name: t(`channel_${id}`) }))}
        chosen={line.channels}
        onChange={(channels) => onChange({ ...line, channels })}
      />
      <Toggles
        label={t('weekdays')}
        items={weekdays}
        chosen={line.weekdays}
        onChange={(chosen) => onChange({ ...line, weekdays: chosen })}
      />
      <Toggles
        label={t('format')}
        items={[...formatItems, ...missing(line.formats, formatItems)]}
        chosen={line.formats}
        onChange={(chosen) => onChange({ ...line, formats: chosen })}
      />
      <div className="line-times">
        <TextField
          label={t('startsFrom')}
          placeholder="06:00"
          value={line.from}
          onChange={(from) => onChange({ ...line, from })}
          error={wrong ? t('lineTimesWrong') : undefined}
        />
        <TextField
          label={t('startsBefore')}
          placeholder="17:00"
          value={line.to}
          onChange={(to) => onChange({ ...line, to })}
        />
      </div>
    </div>
  )
}

function missing(named: ReadonlySet<string>, items: readonly { readonly id: string }[]) {
  const known = new Set(items.map(({ id }) => id))
  return [...named].filter((id) => !known.has(id)).map((id) => ({ id, name: id }))
}
