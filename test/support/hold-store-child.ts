// Opens the store of the data folder in argv and holds it until it is killed.
import { silentLog, systemClock } from '#kernel'
import { openStore, STORE_MIGRATIONS } from '#store'

const dataFolder = process.argv[2] ?? ''
await openStore({ dataFolder, migrations: STORE_MIGRATIONS, log: silentLog, clock: systemClock })
process.stdout.write('open\n')
