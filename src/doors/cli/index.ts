export type { Command, Output } from './command.ts'
export { COMMANDS, runCommandLine } from './run.ts'
