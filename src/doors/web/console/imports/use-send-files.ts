import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../wire/client.ts'
import { problemOf } from '../wire/problem.ts'
import { rememberFile } from './given-files.ts'

export type Sending = {
  readonly name: string
  /** Why it did not go; absent while it is on its way. An empty text: nobody answered. */
  readonly refused?: string
}

/**
 * Sends files to be looked at, one after the other. Nothing is imported yet. One alone is opened when it
 * is there; several stand in the list of Imports.
 */
export function useSendFiles() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const send = async (files: readonly File[]) => {
    setSending(files.map(({ name }) => ({ name })))
    let only: string | undefined
    for (const file of files) {
      try {
        const view = await client.sendFile(file)
        queries.setQueryData(['file', view.id, {}], view)
        rememberFile(view)
        only = files.length === 1 ? view.id : undefined
        setSending((all) => all.filter(({ name }) => name !== file.name))
      } catch (fault) {
        const refused = problemOf(fault)?.detail ?? ''
        setSending((all) => all.map((one) => (one.name === file.name ? { ...one, refused } : one)))
      }
    }
    if (only !== undefined)
      await navigate({ to: '/imports/file/$fileId', params: { fileId: only } })
    else await navigate({ to: '/imports' })
  }
  return { send, sending, busy: sending.some(({ refused }) => refused === undefined) }
}
