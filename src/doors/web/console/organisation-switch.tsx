import { useNavigate } from '@tanstack/react-router'
import { useNamedOrganisation } from './navigation.ts'
import { Choice } from './parts/choice.tsx'
import { organisationOf } from './scope.ts'
import { useText } from './texts/text.tsx'
import type { House } from './wire/client.ts'
import { useHouse } from './wire/queries.ts'

/** Whose figures are shown; takes to their Today. Nothing while there is nobody. */
export function OrganisationSwitch() {
  const { t } = useText()
  const named = useNamedOrganisation()
  const navigate = useNavigate()
  const house = useHouse().data
  const current = house && organisationOf(house, named)
  if (!house || !current) return null
  const note = (id: string) => noteOf(house, id, (count) => t('cinemasCount', { count }))
  const items = house.organisations.map(({ id, name, sample }) => ({
    id,
    name,
    note: sample ? t('sampleData') : note(id),
  }))
  return (
    <Choice
      label={t('organisation')}
      className="organisation"
      value={current.id}
      items={items}
      switches
      onChange={(organisation) => void navigate({ to: '/today', search: { organisation } })}
      shown={
        <span className="organisation-name">
          <b>{current.name}</b>
          <small>{note(current.id)}</small>
        </span>
      }
    />
  )
}

function noteOf(house: House, id: string, counted: (count: number) => string): string {
  const cinemas = house.cinemas.filter(({ organisationId }) => organisationId === id)
  const currencies = [...new Set(cinemas.map(({ currency }) => currency))]
  return [counted(cinemas.length), ...currencies.slice(0, 2)].join(' · ')
}
