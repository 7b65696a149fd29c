// Builds console and shop after `npm ci`. Plain JavaScript, since npm may run it on an older Node than
// ours where the pinned one is not installed; then `fullhouse start` builds them instead.
if (Number.parseInt(process.versions.node, 10) >= 26) {
  const { prepareConsole } = await import('../src/doors/server/console-build.ts')
  const { prepareShop } = await import('../src/doors/server/shop-build.ts')
  for (const [name, prepare] of Object.entries({ console: prepareConsole, shop: prepareShop })) {
    await prepare().catch((fault) => {
      console.error(`The ${name} was not built (${fault.message}); the first start tries again.`)
    })
  }
} else {
  console.error('The pinned Node 26 is not installed; the first start builds console and shop.')
}
