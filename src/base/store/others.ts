import type { Target } from './connect.ts'
import { connect } from './connect.ts'
import { APPLICATION } from './engine.ts'
import { isAlive } from './postmaster.ts'

const NAMES = `
  select distinct application_name as name from pg_stat_activity
  where starts_with(application_name, $1)`

/** How many stores of living processes of ours are connected; `gone` is not counted. */
export async function othersConnected(target: Target, gone?: number): Promise<number> {
  const client = await connect(target, 'fullhouse-leaving')
  try {
    const { rows } = await client.query<{ name: string }>(NAMES, [APPLICATION])
    const pids = rows.map(({ name }) => Number.parseInt(name.slice(APPLICATION.length), 10))
    return pids.filter((pid) => pid !== gone && isAlive(pid)).length
  } finally {
    await client.end()
  }
}
