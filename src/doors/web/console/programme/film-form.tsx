import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { RUNTIME_MINUTES_MAX, TITLE_CHARACTERS_MAX } from '#programme/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import type { CodeRow } from './code-rows.tsx'
import { CodeRows, codeRowsOf, codesOf } from './code-rows.tsx'
import { Drawer } from './drawer.tsx'
import { LongField, TextField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { parseMinutes } from './plan-times.ts'
import { useRefusalText } from './use-refusal-text.ts'

const SYNOPSIS_MAX = 4_000

type FilmFormProps = {
  readonly organisationId: string
  /** The film to change; undefined for one that is not there yet. */
  readonly film: FilmView | undefined
  readonly onDone: (made?: FilmView) => void
}

/** What a poster says of a film. */
export function FilmForm({ organisationId, film, onDone }: FilmFormProps) {
  const { t } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const [title, setTitle] = useState(film?.title ?? '')
  const [originalTitle, setOriginal] = useState(film?.originalTitle ?? '')
  const [runtime, setRuntime] = useState(String(film?.runtimeMinutes ?? ''))
  const [rating, setRating] = useState(film?.rating ?? '')
  const [synopsis, setSynopsis] = useState(film?.synopsis ?? '')
  const [codes, setCodes] = useState<readonly CodeRow[]>(() => codeRowsOf(film?.officialCodes))
  const [tried, setTried] = useState(false)
  const runtimeMinutes = parseMinutes(runtime, RUNTIME_MINUTES_MAX)
  const errors = {
    title: title.trim() === '' ? t('filmTitleNeeded') : undefined,
    runtime:
      runtime === '' || runtimeMinutes
        ? undefined
        : t('planMinutesWrong', { most: RUNTIME_MINUTES_MAX }),
  }
  const saving = useMutation({
    async mutationFn(): Promise<FilmView> {
      const details = {
        title: title.trim(),
        originalTitle: originalTitle.trim(),
        ...(runtimeMinutes !== undefined && { runtimeMinutes }),
        rating: rating.trim(),
        synopsis: synopsis.trim(),
        officialCodes: codesOf(codes),
      }
      if (!film) {
        const { id } = await programmeClient.addFilm({ organisationId, ...details })
        return { id, organisationId, ...details, releases: [] }
      }
      await programmeClient.changeFilm(film.id, details)
      return { ...film, ...details }
    },
    async onSuccess(made) {
      await queries.invalidateQueries({ queryKey: ['films', organisationId] })
      onDone(made)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (errors.title ?? errors.runtime) return
    if (!saving.isPending) saving.mutate()
  }
  return (
    <Drawer
      title={film ? t('filmChange') : t('filmAdd')}
      note={film?.title ?? t('filmAddSay')}
      onClose={() => onDone()}
    >
      <form className="drawer-form" onSubmit={submit} noValidate>
        <div className="drawer-body">
          <TextField
            label={t('filmTitle')}
            value={title}
            most={TITLE_CHARACTERS_MAX}
            onChange={setTitle}
            error={tried ? errors.title : undefined}
          />
          <TextField
            label={t('filmOriginalTitle')}
            value={originalTitle}
            most={TITLE_CHARACTERS_MAX}
            onChange={setOriginal}
          />
          <div className="field-pair">
            <TextField
              label={t('runtime')}
              value={runtime}
              numeric="numeric"
              after={t('minutesShort')}
              onChange={setRuntime}
              error={tried ? errors.runtime : undefined}
            />
            <TextField label={t('rating')} value={rating} most={40} onChange={setRating} />
          </div>
          <LongField
            label={t('synopsis')}
            value={synopsis}
            most={SYNOPSIS_MAX}
            rows={5}
            onChange={setSynopsis}
          />
          <CodeRows rows={codes} onChange={setCodes} />
          {saving.error && (
            <Notice state="failed" title={t('filmNotSaved')}>
              {refusal(saving.error)}
            </Notice>
          )}
        </div>
        <footer className="form-foot">
          <Button className="quiet-button" onPress={() => onDone()}>
            {t('discard')}
          </Button>
          <Button type="submit" className="button button-primary" isPending={saving.isPending}>
            {film ? t('filmSave') : t('filmAdd')}
          </Button>
        </footer>
      </form>
    </Drawer>
  )
}
