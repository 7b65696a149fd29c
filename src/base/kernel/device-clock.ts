/**
 * What the device's own clock says, epoch ms. For a page, which may be wrong by hours and goes on through
 * sleep; it is compared with the server's. A server has its `Clock`.
 */
export function deviceNowMs(): number {
  return Date.now()
}
