import { Link } from '@tanstack/react-router'
import { Menu } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { LanguageSwitch } from './language-switch.tsx'
import { hasOrganisation, TABS, UNDER_MORE, useNamedOrganisation } from './navigation.ts'
import { OrganisationSwitch } from './organisation-switch.tsx'
import { PLACE_ICONS } from './side-bar.tsx'
import { useText } from './texts/text.tsx'
import { ThemeButton } from './theme.tsx'

/** The pages on a phone; what is chosen rarely stands under More. */
export function TabBar() {
  const { t } = useText()
  const organisation = useNamedOrganisation()
  return (
    <nav className="tab-bar" aria-label={t('pages')}>
      {TABS.map(({ to, name }) => {
        const Icon = PLACE_ICONS[to]
        return (
          <Link
            key={to}
            to={to}
            {...(hasOrganisation(to) && organisation && { search: { organisation } })}
            activeOptions={{ includeSearch: false }}
            className="tab"
          >
            <Icon size={20} strokeWidth={1.75} />
            {t(name)}
          </Link>
        )
      })}
      <DialogTrigger>
        <Button className="tab">
          <Menu size={20} strokeWidth={1.75} />
          {t('more')}
        </Button>
        <Popover className="popover" placement="top end">
          <Dialog className="more" aria-label={t('more')}>
            {({ close }) => (
              <>
                {UNDER_MORE.map(({ to, name }) => {
                  const Icon = PLACE_ICONS[to]
                  return (
                    <Link key={to} to={to} className="more-place" onClick={close}>
                      <Icon size={20} strokeWidth={1.75} />
                      {t(name)}
                    </Link>
                  )
                })}
                <OrganisationSwitch />
                <LanguageSwitch />
                <div className="more-theme">
                  {t('theme')} <ThemeButton />
                </div>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </nav>
  )
}
