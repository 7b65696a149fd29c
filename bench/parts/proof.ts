import { mkdir, writeFile } from 'node:fs/promises'

/** Keeps a page of figures under docs/proof/, in place of the one before; history is in git. */
export async function keepProof(name: string, parts: readonly string[]): Promise<string> {
  const path = new URL(`../../docs/proof/${name}.md`, import.meta.url).pathname
  await mkdir(new URL('../../docs/proof/', import.meta.url).pathname, { recursive: true })
  const made = `<!-- Written by \`npm run bench -- ${name} --keep\`; do not edit. -->`
  await writeFile(path, `${[parts[0], made, ...parts.slice(1)].join('\n\n')}\n`)
  return path
}
