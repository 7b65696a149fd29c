import { Link } from '@tanstack/react-router'
import { useText } from '../texts/text.tsx'
import type { Finding } from '../wire/health.ts'

/** What is laid side by side under Reconcile. */
const RECONCILED: ReadonlySet<string> = new Set(['falling_total', 'same_figures_twice'])

/** The way to the place where a finding is mended. */
export function FindingLink({ finding }: { readonly finding: Finding }) {
  const { t } = useText()
  const { check, importId, cinemaId, firstDay, sourceKind, organisationId } = finding
  if (RECONCILED.has(check)) {
    return (
      <Link to="/imports/reconcile" className="link finding-link">
        {t('reconcileOpen')}
      </Link>
    )
  }
  if (check === 'feed_late') {
    return (
      <Link to="/cinemas" className="link finding-link">
        {t('cinemasOpen')}
      </Link>
    )
  }
  if (importId !== undefined) {
    return (
      <Link to="/imports/$importId" params={{ importId }} className="link finding-link">
        {t('importOpen')}
      </Link>
    )
  }
  if (sourceKind === 'sales' && cinemaId !== undefined && firstDay !== undefined) {
    return (
      <Link
        to="/programme"
        search={{ cinema: cinemaId, day: firstDay }}
        className="link finding-link"
      >
        {t('programmeOpen')}
      </Link>
    )
  }
  if (organisationId === undefined || firstDay === undefined) return null
  return (
    <Link
      to="/today"
      search={{ organisation: organisationId, day: firstDay }}
      className="link finding-link"
    >
      {t('dayOpen')}
    </Link>
  )
}
