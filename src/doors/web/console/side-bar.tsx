import { Link } from '@tanstack/react-router'
import {
  Activity,
  Armchair,
  CalendarDays,
  ChartNoAxesCombined,
  Clapperboard,
  FileInput,
  Globe,
  ScanLine,
  Stethoscope,
  Ticket,
} from 'lucide-react'
import { LanguageSwitch } from './language-switch.tsx'
import {
  hasOrganisation,
  PLACES,
  useNamedOrganisation,
  useOpenFindings,
  useQuarantined,
} from './navigation.ts'
import { OrganisationSwitch } from './organisation-switch.tsx'
import { Mark } from './parts/mark.tsx'
import { SampleChip } from './sample-chip.tsx'
import { organisationOf } from './scope.ts'
import { useText } from './texts/text.tsx'
import { useHouse } from './wire/queries.ts'

export const PLACE_ICONS = {
  '/today': Activity,
  '/explore': ChartNoAxesCombined,
  '/films': Clapperboard,
  '/cinemas': Armchair,
  '/market': Globe,
  '/programme': CalendarDays,
  '/sell': Ticket,
  '/gate': ScanLine,
  '/imports': FileInput,
  '/health': Stethoscope,
}

export function SideBar() {
  const { t, numbers } = useText()
  const organisation = useNamedOrganisation()
  const house = useHouse().data
  const sample = house && organisationOf(house, organisation)?.sample
  const quarantined = useQuarantined()
  const findings = useOpenFindings()
  return (
    <aside className="side-bar">
      <Link to="/" className="brand" aria-label="Fullhouse">
        <Mark />
        <span>Fullhouse</span>
      </Link>
      <OrganisationSwitch />
      {sample && <SampleChip />}
      <nav aria-label={t('pages')}>
        {PLACES.map(({ to, name }) => {
          const Icon = PLACE_ICONS[to]
          return (
            <Link
              key={to}
              to={to}
              {...(hasOrganisation(to) && organisation && { search: { organisation } })}
              activeOptions={{ includeSearch: false }}
              className="place"
              title={t(name)}
            >
              <Icon size={16} strokeWidth={1.75} />
              <span>{t(name)}</span>
              {to === '/imports' && quarantined > 0 && (
                <em title={t('needQuarantined', { count: quarantined })}>
                  {numbers.count(quarantined)}
                </em>
              )}
              {to === '/health' && findings > 0 && (
                <em title={t('healthOpenCount', { count: findings })}>
                  {numbers.countExact(findings)}
                </em>
              )}
            </Link>
          )
        })}
      </nav>
      <div className="side-foot">
        <LanguageSwitch />
      </div>
    </aside>
  )
}
