import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SentFile } from './wire/client.ts'
import { client } from './wire/client.ts'

const SENT = ['sent-file']

/** Sends a file to be looked at, and opens Imports with what was seen. Nothing is imported yet. */
export function useSendFile() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sending = useMutation({
    mutationFn: client.sendFile,
    async onSuccess(file) {
      queries.setQueryData(SENT, file)
      await navigate({ to: '/imports' })
    },
  })
  return {
    send: (file: File) => sending.mutate(file),
    sending: sending.isPending,
    error: sending.error,
  }
}

/** The file that was sent and waits for its import; kept until it is imported or put aside. */
export function useSentFile() {
  const queries = useQueryClient()
  return {
    read: (): SentFile | undefined => queries.getQueryData<SentFile>(SENT),
    forget: () => queries.removeQueries({ queryKey: SENT }),
  }
}
