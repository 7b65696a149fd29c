import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isDay } from '../../shared/days.ts'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import type { CodeRow } from './code-rows.tsx'
import { CodeRows, codesOf } from './code-rows.tsx'
import { Drawer } from './drawer.tsx'
import { ListField, TextField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { languageName } from './release-name.ts'
import { useRefusalText } from './use-refusal-text.ts'

const FORMATS = ['2D', '3D', 'IMAX', 'IMAX 3D', 'Dolby Cinema', '4DX', '35 mm']
/** Offered first; what a film already has stands before them. */
const LANGUAGES =
  'en zh-Hans zh-Hant yue ga fr de es it pt ja ko th hi ta te ru pl sv da no nl uk'.split(' ')
const NONE = ''
const FORMAT_MAX = 40
const DISTRIBUTOR_MAX = 200

type ReleaseFormProps = {
  readonly film: FilmView
  readonly onDone: (say?: string) => void
}

/** One version of a film as it is shown: its format, what is spoken and what is read. */
export function ReleaseForm({ film, onDone }: ReleaseFormProps) {
  const { t, lang } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const before = film.releases.at(-1)
  const [format, setFormat] = useState('2D')
  const [language, setLanguage] = useState(before?.language ?? (lang === 'zh' ? 'zh-Hans' : 'en'))
  const [first, setFirst] = useState(NONE)
  const [second, setSecond] = useState(NONE)
  const [distributor, setDistributor] = useState(before?.distributor ?? '')
  const [opensOn, setOpensOn] = useState(before?.opensOn ?? '')
  const [codes, setCodes] = useState<readonly CodeRow[]>([])
  const [tried, setTried] = useState(false)
  const errors = {
    format: format.trim() === '' ? t('releaseFormatNeeded') : undefined,
    opensOn: opensOn === '' || isDay(opensOn) ? undefined : t('copyToWrong'),
  }
  const saving = useMutation({
    mutationFn: () =>
      programmeClient.addRelease(film.id, {
        format: format.trim(),
        language,
        subtitles: [...new Set([first, second])].filter((tag) => tag !== NONE),
        ...(distributor.trim() !== '' && { distributor: distributor.trim() }),
        ...(opensOn !== '' && { opensOn }),
        officialCodes: codesOf(codes),
      }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['films', film.organisationId] })
      onDone(t('releaseSaved', { title: film.title }))
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (errors.format ?? errors.opensOn) return
    if (!saving.isPending) saving.mutate()
  }
  const languages = [...new Set([...film.releases.map((each) => each.language), ...LANGUAGES])].map(
    (id) => ({ id, name: languageName(id, lang) }),
  )
  const subtitles = [{ id: NONE, name: t('subtitlesNone') }, ...languages]
  return (
    <Drawer title={t('releaseAdd')} note={film.title} onClose={() => onDone()}>
      <form className="drawer-form" onSubmit={submit} noValidate>
        <div className="drawer-body">
          <div className="field-pair">
            <TextField
              label={t('format')}
              value={format}
              most={FORMAT_MAX}
              suggest={FORMATS}
              onChange={setFormat}
              error={tried ? errors.format : undefined}
            />
            <ListField
              label={t('spoken')}
              value={language}
              items={languages}
              onChange={setLanguage}
            />
          </div>
          <div className="field-pair">
            <ListField label={t('subtitles')} value={first} items={subtitles} onChange={setFirst} />
            <ListField
              label={t('subtitlesSecond')}
              value={second}
              items={subtitles}
              onChange={setSecond}
            />
          </div>
          <div className="field-pair">
            <TextField
              label={t('distributor')}
              value={distributor}
              most={DISTRIBUTOR_MAX}
              onChange={setDistributor}
            />
            <TextField
              label={t('opensOn')}
              type="date"
              value={opensOn}
              onChange={setOpensOn}
              error={tried ? errors.opensOn : undefined}
            />
          </div>
          <CodeRows rows={codes} onChange={setCodes} />
          {saving.error && (
            <Notice state="failed" title={t('releaseNotSaved')}>
              {refusal(saving.error)}
            </Notice>
          )}
        </div>
        <footer className="form-foot">
          <Button className="quiet-button" onPress={() => onDone()}>
            {t('discard')}
          </Button>
          <Button type="submit" className="button button-primary" isPending={saving.isPending}>
            {t('releaseAdd')}
          </Button>
        </footer>
      </form>
    </Drawer>
  )
}
