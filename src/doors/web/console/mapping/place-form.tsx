import { Panel } from '../parts/panel.tsx'
import { SuggestField } from '../parts/suggest-field.tsx'
import { COMMON_CURRENCIES, zones } from '../places.ts'
import { useText } from '../texts/text.tsx'
import type { House } from '../wire/client.ts'
import type { About, Place } from './place.ts'
import { knownCinema, placeErrors } from './place.ts'

type PlaceFormProps = {
  readonly about: About
  readonly place: Place
  readonly own: House['cinemas']
  readonly onChange: (place: Place) => void
  /** Errors show once somebody tried to import. */
  readonly tried: boolean
}

/** The few things that a file does not say of itself, and only those. */
export function PlaceForm({ about, place, own, onChange, tried }: PlaceFormProps) {
  const { t } = useText()
  const known = knownCinema(place, own)
  const errors = placeErrors(about, place, known)
  const said = (key: keyof Place) => {
    const error = errors[key]
    return tried && error ? t(error) : undefined
  }
  const isCinema = about === 'cinema'
  return (
    <Panel title={t('cinemaOfFile')} className="place-form">
      <div className="fields">
        {isCinema ? (
          <SuggestField
            label={t('cinema')}
            help={known ? t('cinemaKnown') : t('cinemaHelp')}
            value={place.cinema}
            items={own.map(({ name }) => name)}
            onChange={(cinema) => onChange({ ...place, cinema })}
            error={said('cinema')}
          />
        ) : (
          <SuggestField
            label={t('territory')}
            help={t('territoryHelp')}
            value={place.territory}
            items={['CN', 'US', 'GB', 'IE', 'FR', 'DE', 'ES', 'IT', 'JP', 'KR', 'TH', 'ID', '001']}
            onChange={(territory) => onChange({ ...place, territory })}
            error={said('territory')}
          />
        )}
        <SuggestField
          label={t('timezone')}
          help={t('timezoneHelp')}
          value={known?.timezone ?? place.timezone}
          items={zones()}
          onChange={(timezone) => onChange({ ...place, timezone })}
          fixed={isCinema && known !== undefined}
          error={said('timezone')}
        />
        <SuggestField
          label={t('currency')}
          help={t('currencyHelp')}
          value={known?.currency ?? place.currency}
          items={COMMON_CURRENCIES}
          onChange={(currency) => onChange({ ...place, currency })}
          fixed={isCinema && known !== undefined}
          error={said('currency')}
        />
      </div>
    </Panel>
  )
}
