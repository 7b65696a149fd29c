import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import { CinemaForm } from './cinema-form.tsx'

/** Makes a cinema by hand and leads to its auditoria. */
export function AddCinema() {
  const { t } = useText()
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  if (adding) {
    return (
      <CinemaForm
        onDiscard={() => setAdding(false)}
        onMade={(cinemaId) =>
          void navigate({
            to: '/cinemas/$cinemaId',
            params: { cinemaId },
            search: { tab: 'auditoria' },
          })
        }
      />
    )
  }
  return (
    <div className="cinema-add">
      <Button className="button" onPress={() => setAdding(true)}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        {t('addCinema')}
      </Button>
    </div>
  )
}
