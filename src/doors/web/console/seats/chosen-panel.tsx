import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { seatId } from '#venues/pure'
import { Choice } from '../parts/choice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import type { SeatEditor } from './use-seat-editor.ts'

type EditorProps = { readonly editor: SeatEditor }
const KINDS = ['standard', 'wheelchair', 'companion', 'love'] as const

/** What can be done with the chosen seats, and with their rows. */
export function ChosenPanel({ editor }: EditorProps) {
  const { t } = useText()
  const { chosen, plan } = editor
  const seats = [...chosen]
  if (seats.length === 0) {
    return (
      <Panel title={t('seatsChosen', { count: 0 })}>
        <p className="panel-empty">{editor.tool === 'draw' ? t('drawSay') : t('selectSay')}</p>
      </Panel>
    )
  }
  const first = plan.seats.find((seat) => chosen.has(seatId(seat)))
  return (
    <Panel
      title={t('seatsChosen', { count: seats.length })}
      note={seats.length <= 6 ? seats.join(' ') : undefined}
      action={
        <Button className="link-button" onPress={() => editor.choose([])}>
          {t('clearSelection')}
        </Button>
      }
    >
      <div className="seat-actions">
        <div className="seat-buttons">
          {KINDS.map((kind) => (
            <Button
              key={kind}
              className="button"
              onPress={() => editor.act({ do: 'set-kind', seats, kind })}
            >
              {t(`kind_${kind}`)}
            </Button>
          ))}
        </div>
        <AreaActions editor={editor} />
        {first && (
          <div className="seat-buttons">
            <Button
              className="button"
              onPress={() => editor.act({ do: 'add-aisle', along: 'x', at: leftmost(editor) })}
            >
              {t('aisleBefore')}
            </Button>
            <Button
              className="button"
              onPress={() => editor.act({ do: 'add-aisle', along: 'y', at: first.y })}
            >
              {t('aisleFront')}
            </Button>
          </div>
        )}
        <RowActions editor={editor} />
      </div>
    </Panel>
  )
}

/** Which price category the chosen seats are in, whether the house keeps them, or away with them. */
function AreaActions({ editor }: EditorProps) {
  const { t } = useText()
  const { chosen, plan } = editor
  const seats = [...chosen]
  const first = plan.seats.find((seat) => chosen.has(seatId(seat)))
  const allHouse = plan.seats.every((seat) => seat.house || !chosen.has(seatId(seat)))
  return (
    <div className="seat-buttons">
      <Choice
        label={t('area')}
        value={first?.area ?? ''}
        items={plan.areas.map(({ id, name }) => ({ id, name }))}
        onChange={(area) => editor.act({ do: 'set-area', seats, area })}
      />
      <Button
        className="button"
        aria-pressed={allHouse}
        onPress={() => editor.act({ do: 'set-house', seats, house: !allHouse })}
      >
        {allHouse ? '✓ ' : ''}
        {t('houseSeat')}
      </Button>
      <Button
        className="button button-destructive"
        onPress={() => editor.act({ do: 'delete', seats })}
      >
        <Trash2 size={14} />
        {t('deleteSeats')}
      </Button>
    </div>
  )
}

function leftmost({ plan, chosen }: SeatEditor): number {
  return Math.min(...plan.seats.filter((seat) => chosen.has(seatId(seat))).map(({ x }) => x))
}

/** Renumbers the rows of the chosen seats, and renames one. */
function RowActions({ editor }: EditorProps) {
  const { t } = useText()
  const [from, setFrom] = useState<'left' | 'right'>('left')
  const [start, setStart] = useState('1')
  const [step, setStep] = useState('1')
  const [name, setName] = useState('')
  const renumber = () => {
    const numbering = { from, start: Number.parseInt(start, 10), step: Number.parseInt(step, 10) }
    editor.act({ do: 'renumber', rows: editor.rows, numbering })
    editor.choose([])
  }
  const [row] = editor.rows
  return (
    <fieldset className="row-actions">
      <legend>
        {t('row')} {editor.rows.join(' ')}
      </legend>
      <Segmented
        label={t('countFrom')}
        value={from}
        choices={[
          { value: 'left', name: t('fromLeft') },
          { value: 'right', name: t('fromRight') },
        ]}
        onChange={setFrom}
      />
      <label className="small-field">
        {t('beginning')}
        <input value={start} size={3} onChange={(event) => setStart(event.target.value)} />
      </label>
      <label className="small-field">
        {t('step')}
        <input value={step} size={2} onChange={(event) => setStep(event.target.value)} />
      </label>
      <Button className="button" onPress={renumber}>
        {t('renumber')}
      </Button>
      {editor.rows.length === 1 && row !== undefined && (
        <>
          <label className="small-field">
            {t('newRowName')}
            <input
              value={name}
              size={4}
              maxLength={4}
              onChange={(event) => setName(event.target.value.toUpperCase())}
            />
          </label>
          <Button
            className="button"
            isDisabled={name === ''}
            onPress={() => {
              editor.act({ do: 'rename-row', row, to: name })
              editor.choose([])
            }}
          >
            {t('rename')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
