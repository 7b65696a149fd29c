/** A guest whose browser runs no scripts: pages, and forms sent as they stand in them. */
export type Guest = {
  page(path: string, headers?: Readonly<Record<string, string>>): Promise<GuestPage>
  send(path: string, form: Readonly<Record<string, string>>): Promise<GuestPage>
  /** Holds the best seats of a screening; the address of the order. */
  holdBest(screening: bigint, party: number): Promise<string>
  /** Pays an order with the test wallet, or declines to; the page one comes back to, once it is decided. */
  pay(order: string, decision: 'approve' | 'decline'): Promise<GuestPage>
}

export type GuestPage = {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Where the answer sends one on; empty where it does not. */
  readonly on: string
}

const LOOKS_MAX = 100
const LOOK_EVERY_MS = 100

export function asGuest(url: string): Guest {
  const page: Guest['page'] = async (path, headers = {}) =>
    read(await fetch(url + path, { redirect: 'manual', headers }))
  const send: Guest['send'] = async (path, form) =>
    read(
      await fetch(url + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(form),
      }),
    )
  return {
    page,
    send,
    async holdBest(screening, party) {
      const action = `/shop/screenings/${screening}/best`
      const { text } = await page(`/shop/screenings/${screening}`)
      const held = await send(action, { ...fieldsOf(text, action), party: String(party) })
      if (held.status !== 303) throw new Error(`not held: ${held.status}`)
      return held.on
    },
    async pay(order, decision) {
      const action = `${order.split('?')[0]}/pay`
      const { text } = await page(order)
      const begun = await send(action, fieldsOf(text, action))
      const { pathname } = new URL(begun.on, url)
      const chosen = await send(pathname, { do: decision })
      for (let look = 1; ; look++) {
        const back = await page(chosen.on)
        if (!back.text.includes('Waiting for your wallet') || look === LOOKS_MAX) return back
        await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
      }
    },
  }
}

async function read(response: Response): Promise<GuestPage> {
  const { status, headers } = response
  return { status, text: await response.text(), headers, on: headers.get('location') ?? '' }
}

/** What the form of that action would send as it stands. */
export function fieldsOf(text: string, action: string): Readonly<Record<string, string>> {
  const form = text.split('<form').find((one) => one.includes(`action="${action}"`)) ?? ''
  const inputs = form.split('</form>')[0]?.matchAll(/<input[^>]*>/g) ?? []
  const named = [...inputs].map(([input]) => {
    return [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']
  })
  return Object.fromEntries(named)
}
