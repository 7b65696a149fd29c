import { Check } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import type { FileView } from '../wire/imports.ts'
import { useMappings } from '../wire/mappings.ts'

/** By what a file is read: a known layout, a saved mapping, or columns said one by one. */
export type ReadBy =
  | { readonly kind: 'layout'; readonly id: string }
  | { readonly kind: 'mapping'; readonly id: string }
  | { readonly kind: 'columns' }

type ReadByMenuProps = {
  readonly file: FileView
  readonly readBy: ReadBy
  readonly onChange: (readBy: ReadBy) => void
  /** A YAML file of a mapping, as text. */
  readonly onText: (text: string) => void
}

export function ReadByMenu({ file, readBy, onChange, onText }: ReadByMenuProps) {
  const { t, lang } = useText()
  const mappings = useMappings().data ?? []
  const input = useRef<HTMLInputElement>(null)
  const columns = new Set(file.header.map((name) => name.trim()))
  const fitting = mappings.filter((one) => one.columns.every((name) => columns.has(name)))
  const now = readBy.kind === 'columns' ? 'columns' : `${readBy.kind} ${readBy.id}`
  const act = (key: string) => {
    if (key === 'upload') {
      input.current?.click()
      return
    }
    const [kind, id = ''] = key.split(' ')
    if (kind === 'columns') onChange({ kind })
    if (kind === 'layout' || kind === 'mapping') onChange({ kind, id })
  }
  return (
    <>
      <MenuTrigger>
        <Button className="link-button read-by">{t('anotherLayout')}</Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => act(String(key))}>
            {file.layout && (
              <Item
                id={`layout ${file.layout.id}`}
                name={layoutText(file.layout, lang)}
                now={now}
              />
            )}
            <Item id="columns" name={t('mapByColumns')} now={now} />
            <Item id="upload" name={t('mappingUpload')} now={now} />
            {fitting.length > 0 && (
              <MenuSection>
                <Header className="menu-header">{t('savedMappings')}</Header>
                {fitting.map(({ id, name }) => (
                  <Item key={id} id={`mapping ${id}`} name={name} now={now} />
                ))}
              </MenuSection>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        className="hidden-text"
        tabIndex={-1}
        aria-label={t('mappingUpload')}
        onChange={async (event) => {
          const [chosen] = event.target.files ?? []
          event.target.value = ''
          if (chosen) onText(await chosen.text())
        }}
      />
    </>
  )
}

type ItemProps = { readonly id: string; readonly name: string; readonly now: string }

function Item({ id, name, now }: ItemProps) {
  return (
    <MenuItem id={id} textValue={name} className="menu-item">
      <span className="menu-name">{name}</span>
      {id === now && <Check size={16} />}
    </MenuItem>
  )
}
