import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Bodies over the door: a batch of a million facts is about 500 MB, a usual one 10 MB. */
export const PEER_BODY_BYTES_MAX = 512 * 1024 ** 2

/** Folder of sockets and doors, beside the engines' own. */
export function runFolder(dataFolder: string): string {
  return join(dataFolder, 'run')
}

/** The file in which the holder of the lease writes where its socket is. */
function doorFile(dataFolder: string): string {
  return join(runFolder(dataFolder), 'warehouse.door')
}

export async function writeDoor(dataFolder: string, socket: string): Promise<void> {
  const file = doorFile(dataFolder)
  await writeFile(`${file}.new`, socket, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

export async function readDoor(dataFolder: string): Promise<string> {
  return readFile(doorFile(dataFolder), 'utf8')
}
