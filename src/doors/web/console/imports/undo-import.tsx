import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { ImportView } from '#collate/pure'
import { useText } from '../texts/text.tsx'
import { importsClient } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'

/** Takes a whole import back, as if its file had never been given; says first what goes. */
export function UndoImport({ view }: { readonly view: ImportView }) {
  const { t, numbers } = useText()
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => importsClient.undo(view.id),
    onSuccess(undone) {
      queries.setQueryData(['import', view.id], undone)
      void queries.invalidateQueries({ queryKey: ['imports'] })
    },
  })
  return (
    <DialogTrigger>
      <Button className="quiet-button">
        <Undo2 size={16} strokeWidth={1.75} />
        {t('undoImport')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="ask">
          {({ close }) => (
            <>
              <Heading slot="title">{t('undoImportAsk')}</Heading>
              <p>{t('undoImportSay', { rows: numbers.countExact(view.accepted) })}</p>
              {undoing.error && (
                <p className="field-error" role="alert">
                  {problemOf(undoing.error)?.detail ?? t('noAnswer')}
                </p>
              )}
              <div className="ask-buttons">
                <Button className="quiet-button" onPress={close}>
                  {t('keep')}
                </Button>
                <Button
                  className="button button-destructive"
                  isDisabled={undoing.isPending}
                  onPress={() => undoing.mutate(undefined, { onSuccess: close })}
                >
                  {t('undoImport')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
