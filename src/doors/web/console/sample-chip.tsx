import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Chip } from './parts/chip.tsx'
import { useText } from './texts/text.tsx'
import { client } from './wire/client.ts'
import { problemOf } from './wire/problem.ts'

/** Says that nothing here is real, and takes the sample away. */
export function SampleChip() {
  const { t } = useText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const removal = useMutation({
    mutationFn: client.removeSample,
    onSuccess: async () => {
      await queries.invalidateQueries()
      await navigate({ to: '/', search: {} })
    },
  })
  return (
    <DialogTrigger>
      <Button className="chip-button" aria-label={t('sampleRemoveLabel')}>
        <Chip state="sample">
          <span className="wide">
            {t('sampleData')}
            {' · '}
            <u>{t('remove')}</u>
          </span>
        </Chip>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="ask">
          {({ close }) => (
            <>
              <Heading slot="title">{t('sampleRemoveTitle')}</Heading>
              <p>{t('sampleRemoveWhat')}</p>
              {removal.error && (
                <p className="field-error">{problemOf(removal.error)?.detail ?? t('noAnswer')}</p>
              )}
              <div className="ask-buttons">
                <Button className="button" onPress={close}>
                  {t('keep')}
                </Button>
                <Button
                  className="button button-destructive"
                  isDisabled={removal.isPending}
                  onPress={() => removal.mutate()}
                >
                  {removal.isPending ? t('sampleRemoving') : t('sampleRemoveDo')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
