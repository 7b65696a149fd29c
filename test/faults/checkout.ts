import { chmod, cp, lstat, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
/** What the program needs to run; no `dist`, so that it has to build the console somewhere. */
const PARTS = [
  'bin',
  'package.json',
  'src',
  'tsconfig.json',
  'vite.config.ts',
  'vite.shop.config.ts',
]

/** A checkout that nobody may write to, with our node_modules. As root, run in it as another user. */
export async function makeReadOnlyCheckout(folder: string): Promise<void> {
  for (const part of PARTS) {
    const copy = join(folder, part)
    await cp(join(ROOT, part), copy, { recursive: true })
    await forbidWriting(copy)
  }
  // Linked last, and never walked through: what is behind it is everybody's.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await chmod(folder, 0o555)
}

/** Of files and folders that are really here; a link would change what it leads to. */
async function forbidWriting(path: string): Promise<void> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await forbidWriting(join(path, name))
  }
  await chmod(path, found.isDirectory() ? 0o555 : 0o444)
}
