import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { SeatPlan } from './seat-plan.ts'
import { isCgvMap, planFromCgv } from './seat-plan-cgv.ts'
import { readPlan } from './seat-plan-check.ts'
import { isPlanHeader, planFromCsv } from './seat-plan-csv.ts'
import { isSnapshot, planFromSnapshot } from './seat-plan-snapshot.ts'
import type { StatusCount } from './seat-plan-status.ts'

/** The kinds of file from which a plan can be drawn; which one a file is shows from its content. */
export const PLAN_FORMS = ['csv', 'json', 'cgv', 'snapshot'] as const
export type PlanForm = (typeof PLAN_FORMS)[number]

/** A plan as a file gives it: not yet checked, nothing saved. */
export type PlanDraft = {
  readonly form: PlanForm
  readonly plan: SeatPlan
  /** Codes the file gives its seats that no one documents: left out of the plan, and said. */
  readonly statuses: readonly StatusCount[]
}

type FileRefusal = 'plan_file_unknown' | 'plan_malformed' | 'plan_too_large'

export const PLAN_FILE_BYTES_MAX = 2_000_000
const FORMAT = 1

export function planToJson({ areas, screen, seats }: SeatPlan): string {
  return `${JSON.stringify({ seatPlan: FORMAT, areas, screen, seats }, undefined, 2)}\n`
}

/** Reads any file of a known kind as a draft. */
export function readPlanFile(bytes: Uint8Array): Outcome<PlanDraft, FileRefusal> {
  const text = decode(bytes)
  if (text === undefined) return unknown('The file is not UTF-8 text.')
  if (/^\s*[[{]/.test(text)) return readJson(text)
  if (isPlanHeader(text.split(/\r?\n/, 1)[0] ?? '')) {
    return draft('csv', planFromCsv(text), [])
  }
  return unknown('The first line does not name the columns row and number.')
}

function readJson(text: string): Outcome<PlanDraft, FileRefusal> {
  const value = parse(text)
  if (isCgvMap(value)) {
    const read = planFromCgv(value)
    return read.ok ? accept({ form: 'cgv', ...read.value }) : read
  }
  if (isSnapshot(value)) {
    const read = planFromSnapshot(value)
    return read.ok ? accept({ form: 'snapshot', ...read.value }) : read
  }
  const isOurs = typeof value === 'object' && value !== null && 'seatPlan' in value
  if (!isOurs) return unknown('The JSON is neither a plan of Fullhouse nor a seat map known here.')
  if (value.seatPlan !== FORMAT) {
    return unknown(`The plan is of format ${String(value.seatPlan)}; this program knows ${FORMAT}.`)
  }
  return draft('json', readPlan(value), [])
}

function draft(
  form: PlanForm,
  read: Outcome<SeatPlan, 'plan_malformed' | 'plan_too_large'>,
  statuses: readonly StatusCount[],
): Outcome<PlanDraft, FileRefusal> {
  return read.ok ? accept({ form, plan: read.value, statuses }) : read
}

function unknown(say: string) {
  return refuse('plan_file_unknown', say)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: what the file is not is said by the caller.
    return undefined
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not text at all; the caller says so.
    return undefined
  }
}
