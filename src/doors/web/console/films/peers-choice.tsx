import { Check, ChevronDown, GitCompareArrows, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import { textOf } from '../wire/rows.ts'
import type { FilmView } from './film-page.tsx'
import { PEERS_MAX } from './film-search.ts'
import { isMeant } from './pinyin.ts'
import type { Peers } from './use-peers.ts'

type PeersChoiceProps = {
  readonly view: Pick<FilmView, 'frame' | 'go'>
  readonly peers: Peers
}

/** The films that one is compared with: the nearest openings, or others by name. */
export function PeersChoice({ view, peers }: PeersChoiceProps) {
  const { t } = useText()
  const { ids } = peers
  const shown = ids.length === 0 ? t('filmPeersNone') : t('filmPeersCount', { count: ids.length })
  return (
    <DialogTrigger>
      <Button className="control">
        <GitCompareArrows size={16} />
        <span className="quiet">{t('against')} </span>
        <b>{shown}</b>
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="film-peers" aria-label={t('filmPeersChoose')}>
          <PeersList view={view} peers={peers} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Films shown to choose from; who wants others types their name. */
const OFFERED_MAX = 60

function PeersList({ view, peers }: PeersChoiceProps) {
  const { t } = useText()
  const { frame, go } = view
  const [typed, setTyped] = useState('')
  const { data } = useAnswer({ ...frame.circuit, metrics: ['gross'], by: ['film'], limit: 1_000 })
  const films = (data?.rows ?? [])
    .map((row) => ({ id: textOf(row, 'filmId'), name: textOf(row, 'film') }))
    .filter(({ id }) => id !== frame.filmId)
  const chosen = new Set(peers.ids)
  const items = films
    .filter(({ id, name }) => chosen.has(id) || isMeant(name, typed))
    .toSorted((one, other) => Number(chosen.has(other.id)) - Number(chosen.has(one.id)))
    .slice(0, OFFERED_MAX)
  const full = chosen.size >= PEERS_MAX
  return (
    <>
      <h2>{t('filmPeersChoose')}</h2>
      <p>{peers.usual ? t('filmPeersUsual') : t('filmPeersOwn', { count: PEERS_MAX })}</p>
      <label className="film-find">
        <Search size={16} aria-hidden />
        <span className="hidden-text">{t('filmFind')}</span>
        <input
          type="search"
          placeholder={t('filmFind')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <ListBox
        aria-label={t('filmPeersChoose')}
        className="menu"
        selectionMode="multiple"
        selectedKeys={chosen}
        items={items}
        disabledKeys={full ? items.flatMap(({ id }) => (chosen.has(id) ? [] : [id])) : []}
        renderEmptyState={() => <p className="panel-empty">{t('filmListEmpty')}</p>}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          go({ peers: [...keys].slice(0, PEERS_MAX).join(',') || 'none' })
        }}
      >
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item menu-check">
            {({ isSelected }) => (
              <>
                <i className="check-box" data-checked={isSelected || undefined}>
                  {isSelected && <Check size={12} strokeWidth={2.5} />}
                </i>
                <span className="menu-name">{name}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {!peers.usual && (
        <Button className="quiet-button" onPress={() => go({ peers: undefined })}>
          {t('filmPeersReset')}
        </Button>
      )}
    </>
  )
}
