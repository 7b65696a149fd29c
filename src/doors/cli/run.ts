import { parseArgs } from 'node:util'
import type { Environment } from '#config'
import { readConfig, SETTINGS } from '#config'
import { faultText } from '#kernel'
import { programVersion } from '#store'
import { ask } from './ask.ts'
import { check } from './check.ts'
import type { Command, Exit, Flag, Output } from './command.ts'
import { FORMATS } from './command.ts'
import { doctor } from './doctor.ts'
import { films } from './films.ts'
import { importFiles } from './import.ts'
import { reconcile } from './reconcile.ts'
import { simulate } from './simulate.ts'
import { start } from './start.ts'

export const COMMANDS: readonly Command[] = [
  start,
  importFiles,
  ask,
  films,
  reconcile,
  simulate,
  check,
  doctor,
]

export type CommandLine = {
  readonly words: readonly string[]
  readonly environment: Environment
  readonly output: Output
  readonly signal: AbortSignal
}

/** Runs one command line; whatever breaks is said in one sentence. */
export async function runCommandLine(line: CommandLine): Promise<Exit> {
  const { output } = line
  const [name, ...rest] = line.words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    output.out(help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === 'version') {
    output.out(programVersion())
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    output.note(`There is no command “${name}”.\n\n${help()}`)
    return 2
  }
  try {
    return await runCommand(command, rest, line)
  } catch (fault) {
    // The edge: a fault becomes a sentence and an exit code.
    output.note(faultText(fault))
    return 1
  }
}

async function runCommand(
  command: Command,
  rest: readonly string[],
  { environment, output, signal }: CommandLine,
): Promise<Exit> {
  const parsed = parse(command, rest)
  if ('wrong' in parsed) {
    output.note(`${parsed.wrong}\n\n${helpOf(command)}`)
    return 2
  }
  const { values, positionals } = parsed
  if (values['help'] === true) {
    output.out(helpOf(command))
    return 0
  }
  const config = readConfig(values, environment)
  if (!config.ok) {
    output.note(config.say)
    return 2
  }
  const asked = String(values['format'] ?? 'table')
  const format = FORMATS.find((one) => one === asked)
  const file = command.files?.find((one) => one === asked)
  if (format === undefined && file === undefined) {
    const choices = [...FORMATS, ...(command.files ?? [])].join(', ')
    output.note(`There is no format “${asked}”. Choices: ${choices}.`)
    return 2
  }
  const own = new Set(command.flags.map((flag) => flag.name))
  const flags = Object.fromEntries(Object.entries(values).filter(([flag]) => own.has(flag)))
  const form = { format: format ?? 'table', ...(file !== undefined && { file }) }
  return command.run({
    config: config.value,
    ...form,
    flags,
    words: positionals,
    output,
    signal,
  })
}

type Parsed = {
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly positionals: readonly string[]
}

function parse(command: Command, rest: readonly string[]): Parsed | { readonly wrong: string } {
  const options = Object.fromEntries(
    [...COMMON, ...command.flags].map(({ name, type, multiple }) => [
      name,
      { type, ...(multiple && { multiple }) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true })
    return { values: values as Parsed['values'], positionals }
  } catch (fault) {
    // Node's own sentence names the unknown flag; it is shown with the command's help.
    return { wrong: faultText(fault) }
  }
}

/** Flags of every command: the settings, and the form of the output. */
const COMMON: readonly Flag[] = [
  ...SETTINGS.flatMap(({ flag, type, meaning }) =>
    flag ? [{ name: flag, type: type === 'boolean' ? 'boolean' : 'string', meaning } as const] : [],
  ),
  { name: 'format', type: 'string', meaning: 'table, json or csv' },
  { name: 'help', type: 'boolean', meaning: 'say how the command is used' },
]

function help(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`)
  return `fullhouse COMMAND, one of:\n${lines.join('\n')}\n\nfullhouse COMMAND --help says more.`
}

function helpOf({ usage, summary, flags, files = [] }: Command): string {
  const own = new Set(flags.map(({ name }) => name))
  const common = COMMON.filter(({ name }) => !own.has(name))
  const lines = [...flags, ...common].map(({ name, meaning }) => {
    const more = name === 'format' && files.length > 0 ? `; also ${files.join(', ')}` : ''
    return `  --${name.padEnd(12)} ${meaning}${more}`
  })
  return `${summary}\n\n${usage}\n\n${lines.join('\n')}`
}
