import { useId } from 'react'
import { Panel } from '../parts/panel.tsx'
import { SuggestField } from '../parts/suggest-field.tsx'
import { COMMON_CURRENCIES, zones } from '../places.ts'
import { useText } from '../texts/text.tsx'
import type { Place } from './place.ts'
import { placeErrors } from './place.ts'
import type { FileWork } from './use-file-work.ts'

type PlaceFormProps = {
  readonly work: FileWork
  /** Errors show once somebody tried to import. */
  readonly tried: boolean
}

const TERRITORIES = 'CN US GB IE FR DE ES IT JP KR TH ID MX IN AU 001'.split(' ')

/** The few things that a file does not say of itself, and only those. */
export function PlaceForm({ work, tried }: PlaceFormProps) {
  const { t } = useText()
  const { about, place, setPlace, own, known, readBy, asks } = work
  const named = readBy.kind === 'columns'
  if (about === 'nothing' && !named) return null
  const errors = placeErrors(about, place, known)
  const said = (key: keyof Place) => {
    const error = errors[key]
    return tried && error ? t(error) : undefined
  }
  const ofCinema = about === 'cinema'
  return (
    <Panel title={t('notInFile')} className="place-form">
      <div className="fields">
        {named && <NameField work={work} tried={tried} />}
        {ofCinema && (
          <SuggestField
            label={t('cinema')}
            help={known ? t('cinemaKnown') : t('cinemaHelp')}
            value={place.cinema}
            items={own.map(({ name }) => name)}
            onChange={(cinema) => setPlace({ cinema })}
            error={said('cinema')}
          />
        )}
        {about === 'territory' && !asks.has('territory') && (
          <SuggestField
            label={t('territory')}
            help={t('territoryHelp')}
            value={place.territory}
            items={TERRITORIES}
            onChange={(territory) => setPlace({ territory })}
            error={said('territory')}
          />
        )}
        {(ofCinema || about === 'cinemas') && !asks.has('timezone') && (
          <SuggestField
            label={t('timezone')}
            help={t(about === 'cinemas' ? 'timezoneOfCinemas' : 'timezoneHelp')}
            value={known?.timezone ?? place.timezone}
            items={zones()}
            onChange={(timezone) => setPlace({ timezone })}
            fixed={ofCinema && known !== undefined}
            error={said('timezone')}
          />
        )}
        {about !== 'nothing' && !work.hasCurrency && !asks.has('currency') && (
          <SuggestField
            label={t('currency')}
            help={t('currencyHelp')}
            value={known?.currency ?? place.currency}
            items={COMMON_CURRENCIES}
            onChange={(currency) => setPlace({ currency })}
            fixed={ofCinema && known !== undefined}
            error={said('currency')}
          />
        )}
      </div>
    </Panel>
  )
}

/** What files of this kind are called: the source under which their figures are kept. */
function NameField({ work, tried }: PlaceFormProps) {
  const { t } = useText()
  const id = useId()
  const wrong = tried && work.name.trim() === ''
  return (
    <div className="field" data-invalid={wrong ? '' : undefined}>
      <label htmlFor={id}>{t('mappingName')}</label>
      <div className="field-box">
        <input
          id={id}
          value={work.name}
          maxLength={120}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={`${id}-help`}
          onChange={(event) => work.setName(event.target.value)}
        />
      </div>
      <p id={`${id}-help`} className={wrong ? 'field-error' : 'field-help'}>
        {t(wrong ? 'mappingNameNeeded' : 'mappingNameHelp')}
      </p>
    </div>
  )
}
