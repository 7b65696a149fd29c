import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { NOTE_CHARACTERS_MAX } from '#reports/pure'
import { useText } from '../texts/text.tsx'
import type { NewNote } from '../wire/annotations.ts'
import { annotationClient, useNotesChanged } from '../wire/annotations.ts'
import { problemOf } from '../wire/problem.ts'

/** What a new note is about, and whose it is where it is about everything. */
export type NoteSubject = {
  readonly film?: { readonly id: string; readonly name: string } | undefined
  readonly cinema?: { readonly id: string; readonly name: string } | undefined
  readonly organisation?: string | undefined
}

type AnnotationFormProps = {
  /** The day that was pressed, or the first of those shown, ISO. */
  readonly day: string
  readonly lastDay?: string | undefined
  readonly subject: NoteSubject
  readonly onDone: () => void
}

/** Writes a note beside the figures of a day or some days. */
export function AnnotationForm({ day, lastDay = day, subject, onDone }: AnnotationFormProps) {
  const { t } = useText()
  const changed = useNotesChanged()
  const [text, setText] = useState('')
  const [from, setFrom] = useState(day)
  const [to, setTo] = useState(lastDay)
  const [about, setAbout] = useState<keyof NoteSubject | ''>(narrowest(subject))
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: (note: NewNote) => annotationClient.add(note),
    onSuccess: async () => {
      await changed()
      onDone()
    },
  })
  const id = useId()
  const noText = text.trim() === ''
  const backwards = to < from
  const subjects = (['film', 'cinema'] as const).flatMap((kind) => {
    const named = subject[kind]
    return named ? [{ kind, ...named }] : []
  })
  const submit = () => {
    setTried(true)
    if (noText) document.getElementById(`${id}-text`)?.focus()
    else if (backwards) document.getElementById(`${id}-to`)?.focus()
    else save.mutate(noteOf({ text, from, to }, about, subject))
  }
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="field" data-invalid={(tried && noText) || undefined}>
        <label htmlFor={`${id}-text`}>{t('noteText')}</label>
        <div className="field-box">
          <input
            id={`${id}-text`}
            value={text}
            maxLength={NOTE_CHARACTERS_MAX}
            placeholder={t('notePlaceholder')}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the form was opened to write in
            autoFocus
            aria-invalid={tried && noText}
            aria-describedby={`${id}-text-said`}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <p id={`${id}-text-said`} className={tried && noText ? 'field-error' : 'field-help'}>
          {tried && noText ? t('noteTextMissing') : t('noteTextHelp')}
        </p>
      </div>
      <div className="note-days">
        <DayField id={`${id}-from`} label={t('noteDays')} value={from} onChange={setFrom} />
        <DayField
          id={`${id}-to`}
          label={t('noteDaysTo')}
          value={to}
          onChange={setTo}
          error={backwards ? t('noteEndBefore') : undefined}
        />
      </div>
      {subjects.length > 0 && (
        <fieldset className="note-about">
          <legend>{t('noteAbout')}</legend>
          {[...subjects, { kind: '' as const, id: '', name: t('noteAboutAll') }].map((one) => (
            <label key={one.kind}>
              <input
                type="radio"
                name={`${id}-about`}
                checked={about === one.kind}
                onChange={() => setAbout(one.kind)}
              />
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      {save.error && (
        <p className="field-error" role="alert">
          {problemOf(save.error)?.detail ?? t('noAnswer')}
        </p>
      )}
      <div className="ask-buttons">
        <Button className="button" onPress={onDone}>
          {t('noteCancel')}
        </Button>
        <Button className="button button-primary" type="submit" isDisabled={save.isPending}>
          {t('noteSave')}
        </Button>
      </div>
    </form>
  )
}

type DayFieldProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: string | undefined
}

function DayField({ id, label, value, onChange, error }: DayFieldProps) {
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      <div className="field-box">
        <input
          id={id}
          type="date"
          value={value}
          required
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-said`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {error !== undefined && (
        <p id={`${id}-said`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}

/** On a film’s page a note is about the film, unless somebody says otherwise. */
function narrowest({ film, cinema }: NoteSubject): 'film' | 'cinema' | '' {
  if (film) return 'film'
  return cinema ? 'cinema' : ''
}

function noteOf(
  { text, from, to }: { readonly text: string; readonly from: string; readonly to: string },
  about: keyof NoteSubject | '',
  { film, cinema, organisation }: NoteSubject,
): NewNote {
  return {
    text,
    from,
    ...(to !== from && { to }),
    ...(about === 'film' && film && { film: film.id }),
    ...(about === 'cinema' && cinema && { cinema: cinema.id }),
    ...(about === '' && organisation !== undefined && { organisation }),
  }
}
