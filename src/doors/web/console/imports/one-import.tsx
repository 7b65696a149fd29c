import { useParams } from '@tanstack/react-router'
import { ImportPage } from './import-page.tsx'

/** The import that the address names. */
export function OneImport() {
  const { importId } = useParams({ from: '/imports/$importId' })
  return <ImportPage key={importId} id={importId} />
}
