import { wake } from './island.tsx'
import { SeatsPage } from './seats/seats-page.tsx'

void wake((page) => page.body.is === 'seats' && <SeatsPage page={page} body={page.body} />)
