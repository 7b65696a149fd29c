import type { Reader, Transaction } from '#store'
import type { MendingRule } from './mending-rule.ts'

const RULES = `
  select column_name, find, whole, replace_with from quarantine_rule
  where source_id = $1 order by id`

const ADD_RULE = `
  insert into quarantine_rule (organisation_id, source_id, column_name, find, whole, replace_with)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (source_id, column_name, find, whole)
    do update set replace_with = excluded.replace_with, made_at = now()`

type Found = { column_name: string; find: string; whole: boolean; replace_with: string }

/** The rules by which rows of a source are mended, in the order in which they were made. */
export async function mendingRules(
  reader: Reader,
  sourceId: number,
): Promise<readonly MendingRule[]> {
  const rows = await reader.rows<Found>(RULES, sourceId)
  return rows.map(({ column_name: column, find, whole, replace_with: replaceWith }) => ({
    column,
    find,
    whole,
    replaceWith,
  }))
}

/** Keeps a rule for a source; one for the same cell takes the place of the former. */
export async function addMendingRule(
  transaction: Transaction,
  of: { readonly organisationId: number; readonly sourceId: number },
  { column, find, whole, replaceWith }: MendingRule,
): Promise<void> {
  const { organisationId, sourceId } = of
  await transaction.run(ADD_RULE, organisationId, sourceId, column, find, whole, replaceWith)
}
