import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../texts/text.tsx'

type SellDialogProps = {
  readonly title: string
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One thing to do over the counter; Escape leaves it. */
export function SellDialogFrame({ title, wide = false, onClose, children }: SellDialogProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      className="sell-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`sell-modal${wide ? ' sell-modal-wide' : ''}`}>
        <Dialog className="sell-dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <Button className="icon-button" aria-label={t('sellCloseDialog')} onPress={onClose}>
              <X size={18} strokeWidth={1.75} />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
