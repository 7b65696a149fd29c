import { useParams } from '@tanstack/react-router'
import { FilePage } from './file-page.tsx'

/** The file that the address names. */
export function OneFile() {
  const { fileId } = useParams({ from: '/imports/file/$fileId' })
  return <FilePage key={fileId} id={fileId} />
}
