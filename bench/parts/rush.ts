import type { BoxOffice } from '#ticketing'

/** One order to be placed: two seats that nobody else wants. */
export type Errand = {
  readonly screeningId: bigint
  readonly seats: readonly [string, string]
}

const ROW_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Pairs of neighbours over all screenings, taking turns, so that every screening sells at once. */
export function errandsOf(
  screenings: readonly bigint[],
  { rows, seatsInRow }: { readonly rows: number; readonly seatsInRow: number },
): readonly Errand[] {
  const pairs = Math.floor(seatsInRow / 2)
  return Array.from({ length: screenings.length * rows * pairs }, (_, index): Errand => {
    const screeningId = screenings[index % screenings.length]
    const pair = Math.floor(index / screenings.length)
    const row = ROW_LETTERS[Math.floor(pair / pairs)]
    const number = (pair % pairs) * 2 + 1
    if (screeningId === undefined || row === undefined) throw new Error('the halls are too small')
    return { screeningId, seats: [`${row}${number}`, `${row}${number + 1}`] }
  })
}

export type RushResult = { readonly ordersPerSecond: number; readonly orders: number }

/** Buyers in this process, each holding and paying one order after the other until all are placed. */
export async function rushOffice(
  office: BoxOffice,
  errands: readonly Errand[],
  { buyers, name }: { readonly buyers: number; readonly name: string },
): Promise<RushResult> {
  let next = 0
  let orders = 0
  const startedAt = performance.now()
  const buy = async () => {
    for (let turn = next++; turn < errands.length; turn = next++) {
      const errand = errands[turn]
      if (errand && (await placeOrder(office, errand, `${name} ${turn}`))) orders++
    }
  }
  await Promise.all(Array.from({ length: buyers }, buy))
  const seconds = (performance.now() - startedAt) / 1000
  return { orders, ordersPerSecond: orders / seconds }
}

async function placeOrder(
  office: BoxOffice,
  { screeningId, seats }: Errand,
  key: string,
): Promise<boolean> {
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const hold = { screeningId, channel: 'web', seats: wanted, key: `${key} hold`, print: '' }
  const held = await office.hold(hold)
  if (!held.ok) throw new Error(`${held.refusal}: ${held.say}`)
  const pay = { orderId: held.value.id, screeningId, key: `${key} pay`, print: '', reason: '' }
  return (await office.pay({ ...pay, with: 'cash' })).ok
}
