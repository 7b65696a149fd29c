import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { SeatPlan } from './seat-plan.ts'
import type { PlanRefusal } from './seat-plan-check.ts'
import { parsePlan } from './seat-plan-check.ts'

export type PlanVersion = {
  readonly version: number
  readonly seats: number
  /** ISO instant. */
  readonly madeAt: string
}

export type SavedPlan = PlanVersion & { readonly plan: SeatPlan }

export type PlanToSave = {
  readonly auditoriumId: number
  /** The version from which it was drawn; 0 when there was none. */
  readonly basedOn: number
  readonly plan: unknown
}

const VERSIONS_SHOWN = 100

const LOCK_AUDITORIUM = 'select id from auditorium where id = $1 for update'
const ADD_PLAN = `
  insert into seat_plan (auditorium_id, version, plan, seats) values ($1, $2, $3, $4)
  returning version, seats, made_at`
const VERSIONS = `
  select version, seats, made_at from seat_plan
  where auditorium_id = $1 order by version desc limit ${VERSIONS_SHOWN}`
const PLAN = `
  select version, seats, made_at, plan from seat_plan
  where auditorium_id = $1 and ($2::integer is null or version = $2)
  order by version desc limit 1`

type VersionRow = { version: number; seats: number; made_at: Date }

/**
 * Saves a plan as the next version. Refused when somebody else has saved since it was opened; saving
 * what is already the newest gives that version and makes none.
 */
export async function savePlan(
  transaction: Transaction,
  { auditoriumId, basedOn, plan: said }: PlanToSave,
): Promise<Outcome<PlanVersion, PlanRefusal | 'auditorium_unknown' | 'plan_changed'>> {
  const plan = parsePlan(said)
  if (!plan.ok) return plan
  const auditorium = await transaction.row(LOCK_AUDITORIUM, auditoriumId)
  if (!auditorium) return refuse('auditorium_unknown', 'There is no such auditorium.')
  const newest = await savedPlan(transaction, auditoriumId)
  const version = newest?.version ?? 0
  if (version !== basedOn) {
    const say = `Version ${version} was saved since version ${basedOn} was opened.`
    return refuse('plan_changed', say)
  }
  if (newest && JSON.stringify(newest.plan) === JSON.stringify(plan.value)) {
    return accept({ version, seats: newest.seats, madeAt: newest.madeAt })
  }
  const text = JSON.stringify(plan.value)
  const values = [auditoriumId, version + 1, text, plan.value.seats.length] as const
  const row = await transaction.row<VersionRow>(ADD_PLAN, ...values)
  if (!row) throw new Error('PostgreSQL returned no seat plan')
  return accept(readVersion(row))
}

/** One version of an auditorium's plan; the newest unless one is named. */
export async function savedPlan(
  reader: Reader,
  auditoriumId: number,
  version?: number,
): Promise<SavedPlan | undefined> {
  type Found = VersionRow & { plan: unknown }
  const row = await reader.row<Found>(PLAN, auditoriumId, version ?? null)
  if (!row) return undefined
  const plan = parsePlan(row.plan)
  if (!plan.ok) throw new Error(`plan ${auditoriumId}/${row.version} is unsound: ${plan.say}`)
  return { ...readVersion(row), plan: plan.value }
}

/** The newest versions, newest first. */
export async function planVersions(
  reader: Reader,
  auditoriumId: number,
): Promise<readonly PlanVersion[]> {
  return (await reader.rows<VersionRow>(VERSIONS, auditoriumId)).map(readVersion)
}

function readVersion({ version, seats, made_at }: VersionRow): PlanVersion {
  return { version, seats, madeAt: made_at.toISOString() }
}
