import type { Limits, Warehouse } from '#warehouse'
import { planQuestion } from './plan.ts'
import type { PlanView, Question } from './question.ts'
import type { Setting } from './setting.ts'

/** A question's plan for people: what is read, how many rows at most, within which limits. */
export async function planView(
  warehouse: Warehouse,
  question: Question,
  setting: Setting,
  limits: Limits,
): Promise<PlanView> {
  const basis = setting.reporter ? (`reported:${setting.reporter.source}` as const) : 'tickets'
  if (setting.owners.length === 0) return { basis, reads: [], limits, sql: '' }
  const plan = planQuestion(question, setting)
  const reads = await Promise.all(
    plan.reads.map(async ({ table, why, sql }) => {
      return { table, why, rows: await estimated(warehouse, rated(plan.sql, sql), table) }
    }),
  )
  return { basis, reads, limits, sql: plan.sql }
}

/** A part that turns amounts needs the rates beside it. */
function rated(whole: string, part: string): string {
  if (!part.includes('asof left join rates')) return part
  const at = whole.indexOf('rates as (')
  return `with ${whole.slice(at, whole.indexOf('\n)', at) + 2)}\n${part}`
}

/** The engine's own estimate: rows of the marks that are left after its indexes. */
async function estimated(warehouse: Warehouse, sql: string, table: string): Promise<number> {
  const rows = await warehouse.query<{ table: string; rows: string }>(
    `select table, sum(rows) as rows from (explain estimate ${sql}) group by table`,
  )
  return rows.reduce((sum, row) => sum + (row.table === table ? Number(row.rows) : 0), 0)
}
