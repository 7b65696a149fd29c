/**
 * Entry file of a process that unpacks the browser that comes with us into its folder of temporary
 * files, the only place where the package puts it.
 */
import Chromium from '@sparticuz/chromium'

await Chromium.executablePath()
