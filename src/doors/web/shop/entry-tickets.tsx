import { wake } from './island.tsx'
import { TicketsPage } from './order/tickets-page.tsx'

void wake((page) => <TicketsPage page={page} />)
