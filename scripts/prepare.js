// Builds the console after `npm ci`. Plain JavaScript, since npm may run it on an older Node than ours
// where the pinned one is not installed; then `fullhouse start` builds it instead.
if (Number.parseInt(process.versions.node, 10) >= 26) {
  const { prepareConsole } = await import('../src/doors/server/console-build.ts')
  await prepareConsole().catch((fault) => {
    console.error(`The console was not built (${fault.message}); the first start will try again.`)
  })
} else {
  console.error('The pinned Node 26 is not installed; the console is built at the first start.')
}
