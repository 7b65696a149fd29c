import { deviceNowMs } from '#kernel/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'

export type GateList = Operations['gateList']['answer']
export type GateScreen = GateList['screenings'][number]
export type ScanWire = Operations['scanTickets']['body']['scans'][number]
export type ScanAnswer = Operations['scanTickets']['answer']['scans'][number]
export type HeadCount = Operations['screeningInside']['answer']

/** What a guest waits for at most; then the gate decides by itself. */
const PATIENCE_MS = 2_500

/** An answer with by how much the server's clock is ahead of ours, half the way there and back. */
export type Timed<Value> = { readonly value: Value; readonly clockOffsetMs: number }

export const gateClient = {
  list: (setting: { readonly cinema: string; readonly screening?: string | undefined }) => {
    const { cinema, screening } = setting
    const query = screening === undefined ? `cinema=${cinema}` : `screening=${screening}`
    return timed(read<GateList>(`${pathOf('gateList')}?${query}`, AbortSignal.timeout(8_000)))
  },
  scan: (scans: readonly ScanWire[], patienceMs = PATIENCE_MS) => {
    const body = JSON.stringify({ scans, sentAt: new Date(deviceNowMs()).toISOString() })
    const sending = send<Operations['scanTickets']['answer']>('scanTickets', {
      body,
      type: 'application/json',
    })
    return timed(within(patienceMs, sending))
  },
  undo: (id: string) =>
    within(PATIENCE_MS, send<Operations['undoScan']['answer']>('undoScan', undefined, '', id)),
}

async function timed<Value extends { readonly now: string }>(
  asked: Promise<Value>,
): Promise<Timed<Value>> {
  const before = deviceNowMs()
  const value = await asked
  return { value, clockOffsetMs: Date.parse(value.now) - (before + deviceNowMs()) / 2 }
}

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, refuse) => {
    setTimeout(() => refuse(new Error('no answer in time')), ms)
  })
  return Promise.race([work, late])
}
