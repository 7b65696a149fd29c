import { Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { freshRowName } from '#venues/pure'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import type { RowSettings } from './row-settings.ts'
import type { SeatEditor } from './use-seat-editor.ts'

type SeatToolbarProps = {
  readonly editor: SeatEditor
  readonly settings: RowSettings
  readonly onSettings: (settings: RowSettings) => void
  readonly size: number
  readonly onSize: (size: number) => void
}

const SIZES = { least: 0.75, most: 2, step: 0.25 }

/** What the next drag does, how rows are named and counted, and the way back. */
export function SeatToolbar({ editor, settings, onSettings, size, onSize }: SeatToolbarProps) {
  const { t } = useText()
  const zoom = (by: number) => onSize(Math.min(Math.max(size + by, SIZES.least), SIZES.most))
  return (
    <div className="seat-tools">
      <Segmented
        label={t('seatGrid')}
        value={editor.tool}
        choices={[
          { value: 'select', name: t('selectSeats') },
          { value: 'draw', name: t('drawRows') },
        ]}
        onChange={editor.setTool}
      />
      <span className="seat-tools-group">
        <Button
          className="icon-button"
          aria-label={t('undo')}
          isDisabled={!editor.canUndo}
          onPress={() => editor.act({ do: 'undo' })}
        >
          <Undo2 size={16} />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('redo')}
          isDisabled={!editor.canRedo}
          onPress={() => editor.act({ do: 'redo' })}
        >
          <Redo2 size={16} />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('zoomOut')}
          isDisabled={size <= SIZES.least}
          onPress={() => zoom(-SIZES.step)}
        >
          <Minus size={16} />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('zoomIn')}
          isDisabled={size >= SIZES.most}
          onPress={() => zoom(SIZES.step)}
        >
          <Plus size={16} />
        </Button>
      </span>
      {editor.tool === 'draw' && (
        <RowTools editor={editor} settings={settings} onSettings={onSettings} />
      )}
    </div>
  )
}

type RowToolsProps = Pick<SeatToolbarProps, 'editor' | 'settings' | 'onSettings'>

/** How the next row is named and counted; and a row by its number of seats, for those who do not drag. */
function RowTools({ editor, settings, onSettings }: RowToolsProps) {
  const { t } = useText()
  const [count, setCount] = useState('10')
  const add = () => {
    const seats = Math.min(Math.max(Number.parseInt(count, 10) || 1, 1), 99)
    const y = Math.max(-1, ...editor.plan.seats.map((seat) => seat.y)) + 1
    editor.act({
      do: 'add-row',
      row: freshRowName(editor.plan, [...settings.skip]),
      area: editor.plan.areas[0]?.id ?? '',
      from: { x: 0, y },
      to: { x: seats - 1, y },
      numbering: { from: settings.from, start: 1, step: 1 },
    })
  }
  return (
    <span className="seat-tools-group">
      <label className="small-field">
        {t('skipLetters')}
        <input
          value={settings.skip}
          size={4}
          onChange={(event) => onSettings({ ...settings, skip: lettersOf(event.target.value) })}
        />
      </label>
      <span className="small-field">
        {t('countFrom')}
        <Segmented
          label={t('countFrom')}
          value={settings.from}
          choices={[
            { value: 'left', name: t('fromLeft') },
            { value: 'right', name: t('fromRight') },
          ]}
          onChange={(from) => onSettings({ ...settings, from })}
        />
      </span>
      <label className="small-field">
        {t('seatsPerRow')}
        <input
          value={count}
          size={3}
          inputMode="numeric"
          onChange={(event) => setCount(event.target.value)}
        />
      </label>
      <Button className="button" onPress={add}>
        {t('addRow')}
      </Button>
    </span>
  )
}

function lettersOf(text: string): string {
  return [...new Set(text.toUpperCase().replace(/[^A-Z]/g, ''))].join('')
}
