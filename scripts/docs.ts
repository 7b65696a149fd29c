import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { COMMANDS } from '#cli'
import { CHECKS, LAYOUTS } from '#collate'
import { SETTINGS } from '#config'
import { DIMENSIONS, METRICS } from '#metrics'
import { describeApi, MIGRATIONS, REFUSALS, ROUTES } from '#server'
import { programVersion } from '#store'
import { clientText } from './client-text.ts'
import { typescriptClient } from './typescript-client.ts'

/**
 * Writes the reference pages and the browser's client from the values they describe. With --check it
 * writes nothing and fails on a difference: a page that is not what the code says.
 */
const pages: Readonly<Record<string, string>> = {
  'clients/typescript/fullhouse.ts': typescriptClient(ROUTES, programVersion()),
  'docs/concepts/checks.md': checksPage(),
  'docs/reference/commands.md': commandsPage(),
  'docs/reference/settings.md': settingsPage(),
  'docs/reference/metrics.md': metricsPage(),
  'docs/reference/http.md': httpPage(),
  'docs/reference/refusals.md': refusalsPage(),
  'docs/reference/layouts.md': layoutsPage(),
  'docs/reference/schema.md': schemaPage(),
  'docs/reference/openapi.json': `${JSON.stringify(describeApi(ROUTES), undefined, 2)}\n`,
  'src/doors/web/console/wire/api.gen.ts': clientText(ROUTES),
}

const check = process.argv.includes('--check')
let different = 0
for (const [path, text] of Object.entries(pages)) {
  if (readIfThere(path) === text) continue
  different++
  if (check) {
    console.error(`${path} is not what the code says; run: npm run docs`)
    continue
  }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  console.log(`wrote ${path}`)
}
if (check && different > 0) process.exit(1)

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not written yet: a difference like any other.
    return undefined
  }
}

function page(title: string, ...parts: readonly string[]): string {
  const made = '<!-- Made by `npm run docs` from the code; do not edit. -->'
  return `${[`# ${title}`, made, ...parts].join('\n\n')}\n`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function commandsPage(): string {
  const parts = COMMANDS.map(({ name, summary, usage, flags }) => {
    const rows = flags.map((flag) => [
      `\`--${flag.name}\`${flag.multiple ? ' (may repeat)' : ''}`,
      flag.meaning,
    ])
    const own = rows.length === 0 ? '' : `\n\n${table(['flag', 'meaning'], rows)}`
    return `## ${name}\n\n${summary}.\n\n\`\`\`\n${usage}\n\`\`\`${own}`
  })
  const common =
    'Every command takes the flags of the [settings](settings.md) and `--format table|json|csv`. ' +
    'Exit codes: 0 done, 1 failed, 2 asked wrongly.'
  return page('Commands', common, ...parts)
}

function settingsPage(): string {
  const rows = SETTINGS.map((one) => [
    one.flag ? `\`--${one.flag}\`` : '–',
    one.variable ? `\`${one.variable}\`` : '–',
    one.type,
    one.default ?? '–',
    one.meaning,
  ])
  return page('Settings', table(['flag', 'variable', 'type', 'default', 'meaning'], rows))
}

function metricsPage(): string {
  const metrics = METRICS.map(({ id, name, unit, meaning }) => [`\`${id}\``, name, unit, meaning])
  const dimensions = DIMENSIONS.map(({ id, name, expects }) => [`\`${id}\``, name, expects])
  return page(
    'Metrics and dimensions',
    table(['metric', 'name', 'unit', 'meaning'], metrics),
    table(['dimension', 'name', 'its values'], dimensions),
  )
}

function httpPage(): string {
  const rows = ROUTES.map(({ method, path, summary, kind }) => [
    `\`${method} ${path}\``,
    kind === 'stream' ? `${summary} (server-sent events)` : summary,
  ])
  return page(
    'HTTP',
    'The whole description is [openapi.json](openapi.json), served at `/v1/openapi.json`.',
    table(['operation', 'what it does'], rows),
  )
}

function refusalsPage(): string {
  const rows = Object.entries(REFUSALS).map(([name, { status, title, remedy }]) => [
    `<a id="${name}"></a>\`${name}\``,
    String(status),
    title,
    remedy,
  ])
  return page('Refusals', table(['refusal', 'status', 'what it means', 'what to do'], rows))
}

function layoutsPage(): string {
  const rows = LAYOUTS.map(({ id, version, name, columns }) => [
    `\`${id}\``,
    String(version),
    name,
    columns.join(', '),
  ])
  return page('Layouts', table(['layout', 'version', 'name', 'columns it needs'], rows))
}

function schemaPage(): string {
  const parts = MIGRATIONS.map(({ id, sql }) => `## ${id}\n\n\`\`\`sql\n${sql.trim()}\n\`\`\``)
  return page('PostgreSQL schema', ...parts)
}

function checksPage(): string {
  const parts = CHECKS.map(({ id, name, severity, needs, often, explanation }) => {
    const when = often ? 'every minute' : 'every hour'
    return `## ${name}\n\n\`${id}\` · ${severity} · looks at ${needs.join(', ')} · ${when}\n\n${explanation}`
  })
  return page(
    'Checks',
    'A check is a question that is asked of the figures again and again. All of them run over what an ' +
      'import touched when it ends, and over the last five weeks every hour ' +
      '(`FULLHOUSE_CHECK_SECONDS`); those that change by the minute run by the minute. `fullhouse check`, ' +
      'and “Check now” on the page Health, run them over everything there is.',
    'What one finds is kept as a finding: a sentence with its figures, the money at stake, the rows ' +
      'behind it, and where it is mended. It is recognised when it is found again, and closes by itself ' +
      'when it is found no more. One that is accepted, with a note, stays quiet until its figures change. ' +
      'An error means that figures are wrong, a warning that they may be, a notice that it is worth knowing.',
    ...parts,
  )
}
