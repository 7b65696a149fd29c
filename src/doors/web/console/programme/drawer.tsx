import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../texts/text.tsx'

type DrawerProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One thing to do, beside the board on a desk and over it on a phone. Escape leaves it. */
export function Drawer({ title, note, onClose, children }: DrawerProps) {
  const { t } = useText()
  return (
    <ModalOverlay
      className="drawer-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="drawer">
        <Dialog className="drawer-in">
          <header className="drawer-head">
            <div>
              <Heading slot="title">{title}</Heading>
              {note !== undefined && <p className="quiet">{note}</p>}
            </div>
            <Button className="icon-button" aria-label={t('closePanel')} onPress={onClose}>
              <X size={18} strokeWidth={1.75} />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
