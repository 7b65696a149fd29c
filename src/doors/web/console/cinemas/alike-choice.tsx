import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../texts/text.tsx'
import type { CinemaScope } from './cinema-scope.ts'
import type { CinemaChange } from './cinema-search.ts'
import { ALIKE_MAX } from './cinema-search.ts'
import type { AlikeCinemas } from './use-alike.ts'

type AlikeChoiceProps = {
  readonly scope: CinemaScope
  readonly alike: AlikeCinemas
  readonly go: (changed: CinemaChange) => void
}

/** Which cinemas a cinema is held against: by the rule, or those that somebody means. */
export function AlikeChoice({ scope, alike, go }: AlikeChoiceProps) {
  const { t } = useText()
  const { circuit, cinema } = scope
  const items = circuit.cinemas.filter(({ id }) => id !== cinema.id)
  if (items.length === 0) return null
  return (
    <DialogTrigger>
      <Button className="control">
        <b>{t('cinAlikeCount', { count: alike.ids.length })}</b>
        <ChevronDown size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="compare-dialog" aria-label={t('cinAlikeChoose')}>
          <ListBox
            aria-label={t('cinAlikeChoose')}
            className="menu"
            selectionMode="multiple"
            selectedKeys={alike.ids}
            items={items}
            autoFocus
            // Escape closes the list and leaves what is chosen.
            escapeKeyBehavior="none"
            onSelectionChange={(keys) => {
              const ids = items.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id))
              go({ alike: ids.length === 0 ? 'none' : ids.slice(0, ALIKE_MAX).join(',') })
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
          {alike.by === 'chosen' && (
            <Button className="quiet-button" onPress={() => go({ alike: undefined })}>
              {t('cinAlikeByRule')}
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
