/** Where a part of the program reports what happened; a parameter, silent in tests. */
export type Log = (line: string, facts?: Readonly<Record<string, unknown>>) => void

export const silentLog: Log = () => undefined
