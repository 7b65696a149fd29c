import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Area, CinemaView } from '#venues/pure'
import { isDay } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { PriceCard, PriceLine } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import type { LineDraft } from './card-draft.ts'
import { coveredBy, draftOf, lineOf, newLine, parseRate, rateText } from './card-draft.ts'
import { TextField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { LineEditor } from './line-editor.tsx'
import { useRefusalText } from './use-refusal-text.ts'
import { instantIn } from './zone-instant.ts'

type CardEditorProps = {
  readonly cinema: CinemaView
  readonly currency: string
  /** The card to change; undefined for one that is not there yet. */
  readonly card: PriceCard | undefined
  readonly areas: readonly Area[]
  readonly formats: readonly string[]
  readonly onDone: (say?: string) => void
}

const NAME_MAX = 80
const TAX_NAME_MAX = 40

/** The next version of a price card: its lines in the order in which they are asked. */
export function CardEditor(props: CardEditorProps) {
  const { cinema, currency, card, areas, formats, onDone } = props
  const { organisationId } = cinema
  const { t, dates } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const [name, setName] = useState(card?.name ?? '')
  const [taxName, setTaxName] = useState(card?.taxName ?? t('taxNameFirst'))
  const [rate, setRate] = useState(card ? rateText(card.taxBasisPoints) : '')
  const [lines, setLines] = useState<readonly LineDraft[]>(() =>
    card && card.lines.length > 0 ? card.lines.map(draftOf) : [newLine(t('ticketTypeFirst'))],
  )
  const [from, setFrom] = useState('')
  const [tried, setTried] = useState(false)
  const taxBasisPoints = parseRate(rate)
  const read = lines.map((line) => lineOf(line, currency))
  const sound = read.filter((line): line is PriceLine => line !== undefined)
  const errors = {
    name: name.trim() === '' ? t('cardNameNeeded') : undefined,
    taxName: taxName.trim() === '' ? t('taxNameNeeded') : undefined,
    rate: taxBasisPoints === undefined ? t('taxRateWrong') : undefined,
    from: from === '' || isDay(from) ? undefined : t('copyToWrong'),
  }
  const next = card ? card.version + 1 : 1
  const saving = useMutation({
    async mutationFn(tariff: {
      readonly taxName: string
      readonly taxBasisPoints: number
      readonly lines: PriceLine[]
    }) {
      if (card) {
        const version = { basedOn: card.version, ...tariff, ...(from !== '' && starting()) }
        await programmeClient.saveTariff(card.id, version)
      } else
        await programmeClient.addCard({ organisationId, name: name.trim(), currency, ...tariff })
    },
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['price-cards', organisationId] })
      const said = { name: name.trim(), version: next }
      onDone(
        from === '' ? t('cardSaved', said) : t('cardSavedLater', { ...said, day: dates.day(from) }),
      )
    },
  })
  const starting = () => ({
    inForceFrom: instantIn(cinema.timezone, from, cinema.dayStartsAt * 60),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (errors.name ?? errors.taxName ?? errors.rate ?? errors.from) return
    if (taxBasisPoints === undefined || sound.length < lines.length) return
    if (!saving.isPending) saving.mutate({ taxName: taxName.trim(), taxBasisPoints, lines: sound })
  }
  const put = (place: number, line: LineDraft) => setLines(lines.with(place, line))
  const move = (place: number, by: -1 | 1) => {
    const line = lines[place]
    if (!line || lines[place + by] === undefined) return
    setLines(lines.toSpliced(place, 1).toSpliced(place + by, 0, line))
  }
  const unsound = lines.length - sound.length
  return (
    <form className="card-editor" onSubmit={submit} noValidate>
      <Panel
        title={card ? t('cardChangeOf', { name: card.name }) : t('cardAdd')}
        note={card ? t('cardNextVersion', { version: next }) : currency}
      >
        <div className="card-fields">
          {!card && (
            <TextField
              label={t('cardName')}
              help={t('cardNameHelp')}
              value={name}
              most={NAME_MAX}
              onChange={setName}
              error={tried ? errors.name : undefined}
            />
          )}
          <TextField
            label={t('taxName')}
            help={t('taxNameHelp')}
            value={taxName}
            most={TAX_NAME_MAX}
            onChange={setTaxName}
            error={tried ? errors.taxName : undefined}
          />
          <TextField
            label={t('taxRate')}
            help={t('taxRateHelp')}
            value={rate}
            numeric="decimal"
            after="%"
            onChange={setRate}
            error={tried ? errors.rate : undefined}
          />
          {card && (
            <TextField
              label={t('cardFrom')}
              help={t('cardFromHelp', { time: dates.clock(cinema.dayStartsAt * 60) })}
              type="date"
              value={from}
              onChange={setFrom}
              error={tried ? errors.from : undefined}
            />
          )}
        </div>
        <p className="card-rule">{t('firstLineWins')}</p>
        <ol className="line-editors">
          {lines.map((line, place) => (
            <LineEditor
              key={line.key}
              line={line}
              place={place}
              count={lines.length}
              currency={currency}
              areas={areas}
              formats={formats}
              tried={tried}
              covered={coveredBy(lines, place)}
              onChange={(changed) => put(place, changed)}
              onMove={(by) => move(place, by)}
              onCopy={() =>
                setLines(lines.toSpliced(place, 0, { ...line, key: crypto.randomUUID() }))
              }
              onRemove={() => setLines(lines.toSpliced(place, 1))}
            />
          ))}
        </ol>
        <div className="line-add">
          <Button className="button" onPress={() => setLines([...lines, newLine('')])}>
            <Plus size={16} />
            {t('lineAdd')}
          </Button>
        </div>
        {saving.error && (
          <Notice state="failed" title={t('cardNotSaved')}>
            {refusal(saving.error)}
          </Notice>
        )}
        <footer className="form-foot">
          <span className="quiet">
            {tried && unsound > 0 ? t('linesWrong', { count: unsound }) : t('cardVersionsStay')}
          </span>
          <Button className="quiet-button" onPress={() => onDone()}>
            {t('discard')}
          </Button>
          <Button type="submit" className="button button-primary" isPending={saving.isPending}>
            {card ? t('cardSaveVersion', { version: next }) : t('cardAdd')}
          </Button>
        </footer>
      </Panel>
    </form>
  )
}
