import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isCurrency } from '#kernel/pure'
import { FilePreview } from './file-preview.tsx'
import { fileSize } from './file-size.ts'
import { useSentFile } from './imports-store.tsx'
import { Notice } from './parts/notice.tsx'
import { SuggestField } from './parts/suggest-field.tsx'
import { COMMON_CURRENCIES, currencyOfZone, zoneHere, zones } from './places.ts'
import { useText } from './texts/text.tsx'
import type { House, SentFile } from './wire/client.ts'
import { client } from './wire/client.ts'
import { problemOf } from './wire/problem.ts'

type ImportFormProps = {
  readonly file: SentFile
  readonly house: House
  readonly onDiscard: () => void
}

/** What was recognised, and the three things that a till's export does not say of itself. */
export function ImportForm({ file, house, onDiscard }: ImportFormProps) {
  const { t, lang } = useText()
  const own = house.cinemas.filter(({ sample }) => !sample)
  const [cinema, setCinema] = useState(own.length === 1 ? (own[0]?.name ?? '') : '')
  const known = own.find(({ name }) => name === cinema.trim())
  const [zone, setZone] = useState(own[0]?.timezone ?? zoneHere())
  const [currency, setCurrency] = useState(own[0]?.currency ?? currencyOfZone(zoneHere()))
  const [tried, setTried] = useState(false)
  const importing = useStart(file.id)

  const timezone = known?.timezone ?? zone
  const money = (known?.currency ?? currency).toUpperCase()
  const errors = {
    cinema: cinema.trim() === '' ? t('cinemaNeeded') : undefined,
    zone: zones().includes(timezone) || known ? undefined : t('zoneUnknown'),
    currency: isCurrency(money) ? undefined : t('currencyUnknown'),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (errors.cinema ?? errors.zone ?? errors.currency) return
    importing.mutate({ fileId: file.id, cinema: cinema.trim(), timezone, currency: money })
  }
  return (
    <form className="panel import-form" onSubmit={submit} noValidate>
      <header className="file-head">
        <span className="file-icon">
          <FileSpreadsheet size={20} strokeWidth={1.5} />
        </span>
        <div>
          <strong>{file.fileName}</strong>
          <span className="quiet">{fileSize(file.bytes, lang)}</span>
        </div>
        {file.layout && (
          <span className="looks-like">
            {t('looksLike')} <b>{file.layout.name}</b>
          </span>
        )}
      </header>
      {file.layout ? (
        <div className="fields">
          <SuggestField
            label={t('cinema')}
            help={known ? t('cinemaKnown') : t('cinemaHelp')}
            value={cinema}
            items={own.map(({ name }) => name)}
            onChange={setCinema}
            error={tried ? errors.cinema : undefined}
            focus
          />
          <SuggestField
            label={t('timezone')}
            help={t('timezoneHelp')}
            value={timezone}
            items={zones()}
            onChange={setZone}
            fixed={known !== undefined}
            error={tried ? errors.zone : undefined}
          />
          <SuggestField
            label={t('currency')}
            help={t('currencyHelp')}
            value={known?.currency ?? currency}
            items={COMMON_CURRENCIES}
            onChange={setCurrency}
            fixed={known !== undefined}
            error={tried ? errors.currency : undefined}
          />
        </div>
      ) : (
        <Notice state="failed" title={t('fileRefused')}>
          {file.say ?? t('layoutUnknown')}
        </Notice>
      )}
      {importing.error && (
        <Notice state="failed" title={t('importRefused')}>
          {problemOf(importing.error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      <FilePreview file={file} />
      <footer className="form-foot">
        <span className="quiet">{t('nothingWritten')}</span>
        <Button className="quiet-button" onPress={onDiscard}>
          {t('discard')}
        </Button>
        {file.layout && (
          <Button type="submit" className="button button-primary" isDisabled={importing.isPending}>
            {t('importFile')}
          </Button>
        )}
      </footer>
    </form>
  )
}

function useStart(fileId: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sent = useSentFile()
  return useMutation({
    mutationKey: ['start-import', fileId],
    mutationFn: client.startImport,
    async onSuccess(view) {
      queries.setQueryData(['import', view.id], view)
      sent.forget()
      void queries.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/imports/$importId', params: { importId: view.id } })
    },
  })
}
