import type { Clock } from '#kernel'
import { localMoment } from '#kernel'

/** Where the sample circuit stands: its zone, its money and its twenty invented cinemas. */
export type Home = {
  readonly id: HomeId
  readonly country: string
  readonly timezone: string
  readonly currency: string
  /** Part of a price that is tax, as a fraction: 13.5 % on top is 27/227 of what is paid. */
  readonly tax: readonly [numerator: number, denominator: number]
  readonly taxName: string
  /** Minor units for one step of the price card, see tariff.ts. */
  readonly priceStep: number
  readonly sites: readonly (readonly [name: string, auditoria: number])[]
}

export type HomeId = 'ireland' | 'new-zealand'

const IRELAND: Home = {
  id: 'ireland',
  country: 'Ireland',
  timezone: 'Europe/Dublin',
  currency: 'EUR',
  tax: [27, 227],
  taxName: 'VAT',
  priceStep: 10,
  sites: [
    ['Dublin Rathmines', 8],
    ['Cork Opera Lane', 8],
    ['Galway Eyre Square', 7],
    ['Dublin Smithfield', 6],
    ["Limerick Arthur's Quay", 6],
    ['Swords Pavilion', 5],
    ['Waterford Quays', 5],
    ['Sligo Quayside', 4],
    ['Tralee Brandon', 4],
    ['Drogheda Boyne', 4],
    ['Kilkenny Parade', 4],
    ['Athlone Shannonside', 3],
    ['Letterkenny Port Road', 3],
    ['Naas Harbour', 3],
    ['Dundalk Longwalk', 3],
    ['Wexford Bullring', 3],
    ['Bray Seafront', 2],
    ['Ennis Abbey Street', 2],
    ['Westport Octagon', 2],
    ['Clonmel Mill', 2],
  ],
}

const NEW_ZEALAND: Home = {
  id: 'new-zealand',
  country: 'New Zealand',
  timezone: 'Pacific/Auckland',
  currency: 'NZD',
  tax: [3, 23],
  taxName: 'GST',
  priceStep: 18,
  sites: [
    ['Auckland Ponsonby', 8],
    ['Wellington Cuba Street', 8],
    ['Christchurch Avonside', 7],
    ['Auckland Wynyard', 6],
    ['Hamilton Riverbank', 6],
    ['Takapuna Beach', 5],
    ['Dunedin Octagon', 5],
    ['Nelson Trafalgar', 4],
    ['Napier Marine Parade', 4],
    ['Tauranga Strand', 4],
    ['Palmerston North Square', 4],
    ['New Plymouth Huatoki', 3],
    ['Rotorua Lakefront', 3],
    ['Whangārei Town Basin', 3],
    ['Invercargill Esk Street', 3],
    ['Gisborne Tūranganui', 3],
    ['Timaru Caroline Bay', 2],
    ['Queenstown Steamer Wharf', 2],
    ['Blenheim Wither', 2],
    ['Taupō Lakeside', 2],
  ],
}

export const HOMES: Readonly<Record<HomeId, Home>> = {
  ireland: IRELAND,
  'new-zealand': NEW_ZEALAND,
}

export const CIRCUIT_NAME = 'Halcyon Cinemas'

/** The part of the local day, in minutes, in which a cinema is worth watching. */
const IN_SWING = { from: 8 * 60 + 30, to: 22 * 60 + 30 } as const

/**
 * The home whose day is in full swing, so that a visitor at any hour sees sales arrive. The two zones
 * lie 11 to 13 hours apart, so one of them always is; Ireland where both are.
 */
export function homeAwake(clock: Clock): Home {
  const { minute } = localMoment(clock(), { timezone: IRELAND.timezone, dayStartsAt: 0 })
  return minute >= IN_SWING.from && minute <= IN_SWING.to ? IRELAND : NEW_ZEALAND
}
