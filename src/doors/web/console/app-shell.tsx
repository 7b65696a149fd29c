import { Outlet } from '@tanstack/react-router'
import { SideBar } from './side-bar.tsx'
import { TabBar } from './tab-bar.tsx'
import { useText } from './texts/text.tsx'

/** What stands around every page: side bar on a desk, tab bar on a phone. */
export function AppShell() {
  const { t } = useText()
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skipToFigures')}
      </a>
      <SideBar />
      <div className="shell-page">
        <Outlet />
      </div>
      <TabBar />
    </div>
  )
}
