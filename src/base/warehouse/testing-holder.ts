// For the test of opening: another process of ours, `testing-holder.ts DATA_FOLDER`, that holds the
// warehouse until it is killed.
import { silentLog, systemClock } from '#kernel'
import { openStore, STORE_MIGRATIONS } from '#store'
import { openWarehouse } from './open.ts'
import { batchOf } from './testing.ts'

const dataFolder = process.argv[2] ?? ''
const migrations = STORE_MIGRATIONS
const store = await openStore({ dataFolder, migrations, log: silentLog, clock: systemClock })
const warehouse = await openWarehouse({ store, dataFolder, log: silentLog })
await warehouse.insert(batchOf('by-the-holder', [{ owner: 1 }, { owner: 1 }]))
process.stdout.write('open\n')
