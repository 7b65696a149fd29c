import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { Area } from '#venues/pure'
import { Chip } from '../parts/chip.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { PriceCard } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { rateText, totalOfLine } from './card-draft.ts'
import { useLineWords } from './line-words.ts'
import { useRefusalText } from './use-refusal-text.ts'

type CardPanelProps = {
  readonly card: PriceCard
  readonly organisationId: string
  readonly areas: readonly Area[]
  readonly onChange: () => void
  readonly onSaid: (say: string) => void
}

/** A price card as it is in force, and the versions before it. */
export function CardPanel({ card, organisationId, areas, onChange, onSaid }: CardPanelProps) {
  const { t, dates } = useText()
  const { name, version, versions, lines, currency, inForce, inForceFrom } = card
  const ended = lines.length === 0
  const tax = t('taxOf', { name: card.taxName, rate: rateText(card.taxBasisPoints) })
  return (
    <Panel
      title={name}
      note={[t('versionLine', { version }), currency, tax].join(' · ')}
      className="price-card"
      action={
        <div className="card-actions">
          {!ended && <EndCard card={card} organisationId={organisationId} onSaid={onSaid} />}
          <Button className="button" onPress={onChange}>
            {ended ? t('cardReopen') : t('cardChange')}
            <span className="hidden-text"> {name}</span>
          </Button>
        </div>
      }
      footer={
        <details className="card-history">
          <summary>
            {version === inForce
              ? t('inForceSince', { moment: dates.momentOf(inForceFrom) })
              : t('inForceLater', { version, moment: dates.momentOf(inForceFrom) })}
            {' · '}
            {t('versionsCount', { count: versions.length })}
          </summary>
          <ol>
            {versions.map((each) => (
              <li key={each.version}>
                <b>{t('versionLine', { version: each.version })}</b>{' '}
                {t('inForceFrom', { moment: dates.momentOf(each.inForceFrom) })}
              </li>
            ))}
          </ol>
        </details>
      }
    >
      {ended ? (
        <p className="panel-empty">
          <Chip state="silent">{t('cardEnded')}</Chip> {t('cardEndedSay')}
        </p>
      ) : (
        <Lines card={card} areas={areas} />
      )}
    </Panel>
  )
}

function Lines({ card, areas }: Pick<CardPanelProps, 'card' | 'areas'>) {
  const { t, numbers } = useText()
  const words = useLineWords(areas)
  return (
    <table className="rows price-lines">
      <thead>
        <tr>
          <th scope="col">{t('ticketType')}</th>
          <th scope="col">{t('lineFits')}</th>
          <th scope="col" className="figure">
            {t('price')}
          </th>
          <th scope="col" className="figure">
            {t('feeHall')}
          </th>
          <th scope="col" className="figure">
            {t('feeOnline')}
          </th>
          <th scope="col" className="figure">
            {t('totalAllIn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {card.lines.map((line, place) => (
          // A version's lines never change and have no other name than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said
          <tr key={place}>
            <th scope="row">{line.ticketType}</th>
            <td className="cell-note">{words(line)}</td>
            <td className="figure wide-cell">{numbers.moneyExact(line.price)}</td>
            <td className="figure wide-cell">{numbers.moneyExact(line.feeHall)}</td>
            <td className="figure wide-cell">{numbers.moneyExact(line.feeOnline)}</td>
            <td className="figure cell-lead">{numbers.moneyExact(totalOfLine(line))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type EndCardProps = Pick<CardPanelProps, 'card' | 'organisationId' | 'onSaid'>

/** A last version without lines: nothing more is sold on the card, what was sold stays. */
function EndCard({ card, organisationId, onSaid }: EndCardProps) {
  const { t } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { id, name, version, taxName, taxBasisPoints } = card
  const ending = useMutation({
    mutationFn: () =>
      programmeClient.saveTariff(id, { basedOn: version, taxName, taxBasisPoints, lines: [] }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['price-cards', organisationId] })
      onSaid(t('cardEndedSaid', { name }))
    },
  })
  return (
    <DialogTrigger>
      <Button className="quiet-button">
        {t('cardEnd')}
        <span className="hidden-text"> {name}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="ask">
          {({ close }) => (
            <>
              <Heading slot="title">{t('cardEndTitle', { name })}</Heading>
              <p>{t('cardEndWhat')}</p>
              {ending.error && <p className="field-error">{refusal(ending.error)}</p>}
              <div className="ask-buttons">
                <Button className="button" onPress={close}>
                  {t('keep')}
                </Button>
                <Button
                  className="button button-destructive"
                  isPending={ending.isPending}
                  onPress={() => ending.mutate()}
                >
                  {t('cardEnd')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
