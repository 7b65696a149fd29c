import type { GateList, ScanWire } from '../wire/gate.ts'

/** What a gate keeps in the browser, so that neither a reload nor a lost signal loses it. */
export type GateMemory = {
  keepList(key: string, list: GateList): Promise<void>
  list(key: string): Promise<GateList | undefined>
  keepScan(scan: ScanWire): Promise<void>
  /** Not sent yet, in the order in which they were made. */
  scans(): Promise<readonly ScanWire[]>
  forgetScans(ids: readonly string[]): Promise<void>
}

const SCANS = 'scans'
const LISTS = 'lists'

export async function openGateMemory(): Promise<GateMemory> {
  const database = await open()
  const change = async (store: string, work: (rows: IDBObjectStore) => void) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(store))
    await new Promise<void>((done, broken) => {
      transaction.oncomplete = () => done()
      transaction.onabort = () => broken(transaction.error)
    })
  }
  const rows = (store: string) => database.transaction(store).objectStore(store)
  return {
    keepList: (key, list) => change(LISTS, (store) => store.put(list, key)),
    list: async (key) => asked<GateList | undefined>(rows(LISTS).get(key)),
    keepScan: (scan) => change(SCANS, (store) => store.put(scan)),
    async scans() {
      const kept = await asked<readonly ScanWire[]>(rows(SCANS).getAll())
      return kept.toSorted((a, b) => (a.scannedAt < b.scannedAt ? -1 : 1))
    },
    forgetScans: (ids) =>
      change(SCANS, (store) => {
        for (const id of ids) store.delete(id)
      }),
  }
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open('fullhouse-gate', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(SCANS, { keyPath: 'id' })
    opening.result.createObjectStore(LISTS)
  }
  return asked<IDBDatabase>(opening)
}

function asked<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((done, broken) => {
    // Only this file writes there, and of these types.
    request.onsuccess = () => done(request.result as Value)
    request.onerror = () => broken(request.error)
  })
}
