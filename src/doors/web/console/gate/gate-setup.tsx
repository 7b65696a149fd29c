import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'
import { Choice } from '../parts/choice.tsx'
import { useText } from '../texts/text.tsx'
import { gateClient } from '../wire/gate.ts'
import { useHouse } from '../wire/queries.ts'
import { workCinemas } from '../work-cinemas.ts'
import type { GateAt, GateSearch } from './gate-search.ts'

const ALL = 'all'

type GateSetupProps = { readonly search: GateSearch; readonly onSet: (at: GateAt) => void }

/** Where a gate stands: cinema, screening or all of them, and the door's name. */
export function GateSetup({ search, onSet }: GateSetupProps) {
  const { t } = useText()
  const cinemas = workCinemas(useHouse().data ?? { cinemas: [] })
  const [chosen, setChosen] = useState(search.cinema)
  const [screening, setScreening] = useState(search.screening ?? ALL)
  const [door, setDoor] = useState(search.door ?? 'A')
  const cinema = chosen ?? cinemas[0]?.id
  const { data } = useQuery({
    queryKey: ['gate-day', cinema],
    queryFn: () => gateClient.list({ cinema: cinema ?? '' }),
    enabled: cinema !== undefined,
  })
  const screenings = (data?.value.screenings ?? []).map((one) => ({
    id: one.id,
    name: t('gateScreeningAt', { auditorium: one.auditorium, time: one.localTime }),
    note: one.cancelled ? t('gateCancelled') : one.title,
  }))
  const known = screenings.some(({ id }) => id === screening) ? screening : ALL
  return (
    <main className="gate-setup" id="main">
      <h1>{t('gateSetTitle')}</h1>
      <p className="quiet">{t('gateKeepOpen')}</p>
      <div className="field">
        <span className="field-name">{t('cinema')}</span>
        <Choice
          label={t('cinema')}
          value={cinema ?? ''}
          items={cinemas.map(({ id, name }) => ({ id, name }))}
          onChange={(id) => {
            setChosen(id)
            setScreening(ALL)
          }}
        />
      </div>
      <div className="field">
        <span className="field-name">{t('gateScreening')}</span>
        <Choice
          label={t('gateScreening')}
          value={known}
          items={[{ id: ALL, name: t('gateAllScreenings') }, ...screenings]}
          onChange={setScreening}
        />
      </div>
      <TextField className="field" value={door} onChange={setDoor} maxLength={40}>
        <Label>{t('gateDoor')}</Label>
        <div className="field-box">
          <Input />
        </div>
        <Text slot="description" className="field-help">
          {t('gateDoorHelp')}
        </Text>
      </TextField>
      <Button
        className="button button-primary gate-button"
        isDisabled={cinema === undefined || door.trim() === ''}
        onPress={() => {
          if (cinema === undefined) return
          const at = { cinema, door: door.trim() }
          onSet(known === ALL ? at : { ...at, screening: known })
        }}
      >
        {t('gateSet')}
      </Button>
    </main>
  )
}
