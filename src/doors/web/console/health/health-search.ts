import { FINDING_STATES } from '#collate/pure'
import type { FindingState } from '../wire/health.ts'

/** What the address says: whose health, which findings, and which of them is open. */
export type HealthSearch = {
  readonly organisation?: string
  readonly state?: FindingState
  readonly finding?: string
}

export function readHealthSearch(search: Record<string, unknown>): HealthSearch {
  const { organisation, finding } = search
  const state = FINDING_STATES.find((one) => one === search['state'])
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(state && { state }),
    ...(finding !== undefined && { finding: String(finding) }),
  }
}
