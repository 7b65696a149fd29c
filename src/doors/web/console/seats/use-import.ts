import { useMutation } from '@tanstack/react-query'
import { plansClient } from '../wire/plans.ts'
import type { SeatEditor } from './use-seat-editor.ts'

/** Puts the plan of a file in the place of the one drawn; undo brings that back. */
export function useImport(editor: SeatEditor) {
  const reading = useMutation({
    mutationFn: async (file: File) => ({
      fileName: file.name,
      ...(await plansClient.draft(file)),
    }),
    onSuccess({ plan }) {
      editor.act({ do: 'replace', plan })
      editor.choose([])
      editor.setTool('select')
    },
  })
  return { read: reading.mutate, draft: reading.data, error: reading.error }
}
