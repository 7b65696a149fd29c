import { useEffect, useRef } from 'react'
import { ticketTypes } from './sale.ts'
import type { Sell } from './use-sell.ts'

export type SellDialog = 'keys' | 'free' | 'refund' | 'reprint' | 'close'

type KeyOptions = {
  readonly sell: Sell
  readonly screenings: readonly { readonly id: string }[]
  readonly dialog: SellDialog | undefined
  readonly open: (dialog: SellDialog | undefined) => void
}

/**
 * The whole counter by keyboard. F1 to F10 add tickets (with Shift one fewer), F11 cash, F12 card; arrows
 * or digits choose the screening; once there are tickets, digits are the cash given; Enter goes on.
 */
export function useSellKeys(options: KeyOptions): void {
  const latest = useRef(options)
  latest.current = options
  // Fingers are quicker than the network: what is pressed before the prices are here is added then.
  const early = useRef<EarlyKey[]>([])
  const { view, screening } = options.sell
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screening, other tiles
  useEffect(() => {
    early.current = []
  }, [screening?.id])
  useEffect(() => {
    if (!view) return
    for (const key of early.current.splice(0)) addByKey(key, latest.current.sell)
  }, [view])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => pressed(event, latest.current, early.current)
    // Before the browser and before any part of the page: F-keys are the till's.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

type EarlyKey = { readonly number: number; readonly change: 1 | -1 }

function addByKey({ number, change }: EarlyKey, sell: Sell): void {
  const type = sell.view && ticketTypes(sell.view)[number - 1]
  if (type !== undefined) sell.add(type, change)
}

function pressed(event: KeyboardEvent, options: KeyOptions, early: EarlyKey[]): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const { sell, dialog, open } = options
  const functionKey = /^F([1-9]|1[0-2])$/.exec(event.key)
  if (functionKey) {
    event.preventDefault()
    if (dialog || event.repeat) return
    const number = Number(functionKey[1])
    if (number === 11) sell.pay('cash')
    else if (number === 12) sell.pay('card')
    else {
      const key = { number, change: event.shiftKey ? -1 : 1 } as const
      if (sell.view) addByKey(key, sell)
      else early.push(key)
    }
    return
  }
  // A dialog whose button has just gone has lost the focus, and would not hear it.
  const escaped = dialog && event.key === 'Escape' && !isTyping(event.target)
  if (escaped) open(undefined)
  if (dialog || isTyping(event.target)) return
  if (event.key === '?') {
    event.preventDefault()
    open('keys')
  } else if (plainKey(event, options)) event.preventDefault()
}

/** Whether the key meant something here. */
function plainKey({ key, target }: KeyboardEvent, { sell, screenings }: KeyOptions): boolean {
  const inMap = target instanceof Element && target.closest('[role=grid]') !== null
  const onButton = target instanceof Element && target.closest('button, a') !== null
  const paying = sell.total !== undefined && BigInt(sell.total.minor) > 0n && sell.ready
  if ((key === 'ArrowDown' || key === 'ArrowUp') && !inMap) {
    const at = screenings.findIndex(({ id }) => id === sell.screening?.id)
    const next = screenings[at + (key === 'ArrowDown' ? 1 : -1)]
    if (next) sell.choose(next.id)
    return true
  }
  if (/^[0-9.,]$/.test(key) && paying) {
    sell.give(sell.sale.given + key)
    return true
  }
  if (/^[1-9]$/.test(key)) {
    const chosen = screenings[Number(key) - 1]
    if (chosen) sell.choose(chosen.id)
    return true
  }
  if (key === 'Backspace' && sell.sale.given) {
    sell.give(sell.sale.given.slice(0, -1))
    return true
  }
  if (key === 'Escape') {
    if (sell.sale.given) sell.give('')
    else if (sell.done) sell.next()
    else sell.clear()
    return true
  }
  if (key !== 'Enter' || inMap || (onButton && !sell.done)) return false
  if (sell.done) sell.next()
  else if (sell.waiting?.refused) sell.drop()
  else if (sell.sale.given) sell.pay('cash')
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [role=dialog]') !== null
}
