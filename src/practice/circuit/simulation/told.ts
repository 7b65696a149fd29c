import { dayText } from '../day-clock.ts'
import type { Model } from './model.ts'
import type { Ids } from './stage.ts'

type Owned = { readonly owner: number; readonly source: number }

/** Where the cinemas stand, as facts of `site`, one a line. */
export function siteLines({ sites, order }: Model, ids: Ids, owned: Owned): readonly string[] {
  return sites.map(({ index, town, latitude, longitude }) =>
    JSON.stringify({
      ...owned,
      fact: index + 1,
      cinema: ids.cinema(index),
      day: '1970-01-01',
      territory: order.territory,
      chain: '',
      address: town,
      code: '',
      latitude,
      longitude,
      weight: 1,
    }),
  )
}

/** The days that are not like others, as facts of `calendar_day`, one a line. */
export function dayLines({ special, order }: Model, owned: Owned): readonly string[] {
  return special.map(({ day, name, kind }, at) =>
    JSON.stringify({
      ...owned,
      fact: at + 1,
      territory: order.territory,
      day: dayText(day),
      name,
      kind,
      weight: 1,
    }),
  )
}
