import { wake } from './island.tsx'
import { OrderPage } from './order/order-page.tsx'

void wake((page) => page.body.is === 'order' && <OrderPage page={page} body={page.body} />)
