import { WarehouseDown } from './warehouse.ts'

/** Connections that are taken and given back; whoever finds none free waits in line. */
export type Lanes = {
  take(): Promise<number>
  give(lane: number): void
}

/** `waitingMax`: beyond that many in line the next is turned away with WarehouseDown. */
export function createLanes(count: number, waitingMax: number): Lanes {
  const free = Array.from({ length: count }, (_, lane) => lane)
  const line: ((lane: number) => void)[] = []
  return {
    take() {
      const lane = free.pop()
      if (lane !== undefined) return Promise.resolve(lane)
      if (line.length >= waitingMax) {
        return Promise.reject(new WarehouseDown(`${waitingMax} requests wait already`))
      }
      return new Promise((resolve) => line.push(resolve))
    },
    give(lane) {
      const next = line.shift()
      if (next) next(lane)
      else free.push(lane)
    },
  }
}
