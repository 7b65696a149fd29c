import { Link } from '@tanstack/react-router'
import { useText } from './texts/text.tsx'

/** The three pages of what came in: files, which of their films are one, two sources side by side. */
export function ImportsTabs() {
  const { t } = useText()
  const active = { exact: true, includeSearch: false }
  return (
    <nav className="page-tabs" aria-label={t('imports')}>
      <Link to="/imports" activeOptions={active}>
        {t('importsFiles')}
      </Link>
      <Link to="/imports/matches" activeOptions={active}>
        {t('matches')}
      </Link>
      <Link to="/imports/reconcile" activeOptions={active}>
        {t('reconcile')}
      </Link>
    </nav>
  )
}
