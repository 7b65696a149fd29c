import { useLocation, useRouter } from '@tanstack/react-router'
import { Bookmark, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { FieldError } from 'react-aria-components/FieldError'
import { Form } from 'react-aria-components/Form'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { TextField } from 'react-aria-components/TextField'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { SavedView } from '../wire/saved-views.ts'
import { useRemoveView, useSavedViews, useSaveView } from '../wire/saved-views.ts'
import { exploreSearch } from './explore-search.ts'

const PAGE = '/explore'

/** The saved view that is shown, and all others a press away. */
export function SavedViews() {
  const { t } = useText()
  const views = (useSavedViews().data ?? []).filter(({ page }) => page === PAGE)
  const here = useSearchText()
  const current = views.find(({ search }) => sameView(search, here))
  if (views.length === 0) return null
  return (
    <DialogTrigger>
      <Button className="quiet-button saved-views">
        <Bookmark size={16} fill={current ? 'currentColor' : 'none'} />
        <span>{current ? t('savedNow', { name: current.name }) : t('savedViews')}</span>
      </Button>
      <Popover className="popover many-popover" placement="bottom start">
        <Dialog className="many" aria-label={t('savedViews')}>
          {({ close }) => (
            <ul className="saved-list">
              {views.map((view) => (
                <SavedLine key={view.id} view={view} now={view === current} onOpened={close} />
              ))}
            </ul>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

type SavedLineProps = {
  readonly view: SavedView
  readonly now: boolean
  readonly onOpened: () => void
}

function SavedLine({ view, now, onOpened }: SavedLineProps) {
  const { t } = useText()
  const router = useRouter()
  const remove = useRemoveView()
  const save = useSaveView()
  const [gone, setGone] = useState(false)
  const { id, name, page, search } = view
  if (gone) {
    return (
      <li className="saved-gone">
        <span className="quiet">{t('savedGone', { name })}</span>
        <Button
          className="link-button"
          onPress={() => {
            const { organisationId: organisation } = view
            save.mutate({ name, page, search, organisation }, { onSuccess: () => setGone(false) })
          }}
        >
          {t('undo')}
        </Button>
      </li>
    )
  }
  return (
    <li>
      <Button
        className="menu-item saved-open"
        {...(now && { 'aria-current': 'page' })}
        onPress={() => {
          router.history.push(search === '' ? page : `${page}?${search}`)
          onOpened()
        }}
      >
        {name}
      </Button>
      <Button
        className="icon-button"
        aria-label={t('savedRemove', { name })}
        onPress={() => {
          setGone(true)
          remove.mutate(id)
        }}
      >
        <X size={14} />
      </Button>
    </li>
  )
}

/** Keeps the view under a name; the address is all there is to keep. */
export function SaveView({ organisation }: { readonly organisation: string }) {
  const { t } = useText()
  return (
    <DialogTrigger>
      <Button className="button button-primary">
        <Plus size={16} />
        {t('saveView')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="ask save-view" aria-label={t('saveView')}>
          {({ close }) => <NameForm organisation={organisation} onSaved={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

type NameFormProps = { readonly organisation: string; readonly onSaved: () => void }

function NameForm({ organisation, onSaved }: NameFormProps) {
  const { t } = useText()
  const search = useSearchText()
  const save = useSaveView()
  const [name, setName] = useState('')
  const problem = save.error ? (problemOf(save.error)?.detail ?? t('noAnswer')) : undefined
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ name, page: PAGE, search, organisation }, { onSuccess: onSaved })
      }}
    >
      <TextField
        className="field"
        value={name}
        onChange={(typed) => {
          setName(typed)
          save.reset()
        }}
        isInvalid={problem !== undefined}
        isRequired
        autoFocus
      >
        <Label>{t('saveName')}</Label>
        <div className="field-box">
          <Input placeholder={t('saveExample')} />
        </div>
        <FieldError className="field-error">{problem}</FieldError>
      </TextField>
      <p className="quiet">{t('saveSay')}</p>
      <div className="ask-buttons">
        <Button className="button button-primary" type="submit" isPending={save.isPending}>
          {t('saveDo')}
        </Button>
      </div>
    </Form>
  )
}

/** What stands behind the question mark, in its one form. */
function useSearchText(): string {
  const { search } = useLocation()
  return new URLSearchParams(exploreSearch({ ...search })).toString()
}

function sameView(search: string, here: string): boolean {
  const said = Object.fromEntries(new URLSearchParams(search))
  return new URLSearchParams(exploreSearch(said)).toString() === here
}
