import { faultText } from '#kernel'
import type { Target } from './connect.ts'
import { connect, sqlState } from './connect.ts'
import { StoreUnusable } from './gate.ts'

export type Answer = 'busy' | 'silent' | 'stopping' | 'up'

/** up: it answers; busy: it starts or recovers; silent: nobody is at the socket. */
export async function knock(target: Target): Promise<Answer> {
  try {
    const client = await connect(target, 'fullhouse-knock')
    await client.end()
    return 'up'
  } catch (fault) {
    const code = sqlState(fault)
    // One code for several states; the embedded PostgreSQL says which in English.
    if (code === '57P03' && /shutting down/.test(faultText(fault))) return 'stopping'
    if (code === '57P03' || code === '57P01' || code === '57P02') return 'busy'
    if (code === '53300') return 'up' // no connection free: it does answer
    if (code !== '28P01') return 'silent'
    const say = 'The password in the data folder is not that of its PostgreSQL'
    throw new StoreUnusable(`${say}: restore postgres.password from a backup.`, { cause: fault })
  }
}
