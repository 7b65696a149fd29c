import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'

export type Health = Operations['health']['answer']
export type Finding = Operations['findings']['answer']['findings'][number]
export type FindingState = Finding['state']
export type Run = NonNullable<Health['run']>
type Change = Operations['changeFinding']['body']

const RUNNING_EVERY_MS = 1_000
const EVERY_MS = 10_000

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

export const healthClient = {
  run: () => send<Run>('runChecks', json({})),
  change: (id: string, change: Change) => send<Finding>('changeFinding', json(change), '', id),
}

/** How the house and its figures are; asked every second while checks run. */
export function useHealth(organisation: string | undefined): UseQueryResult<Health> {
  return useQuery({
    queryKey: ['health', organisation],
    queryFn: ({ signal }) => read<Health>(pathOf('health') + ofOrganisation(organisation), signal),
    refetchInterval: ({ state }) =>
      state.data?.run?.state === 'running' ? RUNNING_EVERY_MS : EVERY_MS,
    placeholderData: keepPreviousData,
  })
}

/** What checks found, worst first; while another state is on its way, the one before stays. */
export function useFindings(
  organisation: string | undefined,
  state: FindingState,
  running: boolean,
): UseQueryResult<readonly Finding[]> {
  return useQuery({
    queryKey: ['findings', organisation, state],
    queryFn: async ({ signal }) => {
      const asked = `${ofOrganisation(organisation) || '?'}&state=${state}`
      const path = `${pathOf('findings')}${asked.replace('?&', '?')}`
      return (await read<Operations['findings']['answer']>(path, signal)).findings
    },
    refetchInterval: running ? RUNNING_EVERY_MS * 2 : EVERY_MS,
    placeholderData: keepPreviousData,
  })
}

function ofOrganisation(organisation: string | undefined): string {
  return organisation === undefined ? '' : `?organisation=${encodeURIComponent(organisation)}`
}
