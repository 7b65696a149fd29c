import type { Keeper, SentSale } from './sale-queue.ts'

const PREFIX = 'fullhouse.sale.'

/** Sales on their way, each under a name of its own in the browser: a reload loses none. */
export function keptSales(storage: Storage): Keeper {
  return {
    read() {
      const sales = Object.keys(storage)
        .filter((name) => name.startsWith(PREFIX))
        .flatMap((name) => {
          const sale = readKept(storage.getItem(name))
          return sale ? [sale] : []
        })
      return sales.toSorted((one, other) => one.begunAtMs - other.begunAtMs)
    },
    keep: (sale) => storage.setItem(PREFIX + sale.id, JSON.stringify(sale)),
    forget: (id) => storage.removeItem(PREFIX + id),
  }
}

function readKept(text: string | null): SentSale | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '')
    const isSale = typeof found === 'object' && found !== null && 'holdKey' in found
    // Written by `keep` alone; another version's shape is looked at no further than its keys.
    return isSale ? (found as SentSale) : undefined
  } catch {
    // Not ours, or cut off: nothing that could be sent.
    return undefined
  }
}
