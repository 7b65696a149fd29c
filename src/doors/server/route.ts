import type { IncomingMessage } from 'node:http'
import type * as z from 'zod'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import type { EventStream } from './event-stream.ts'
import type { House } from './house.ts'
import type { Refusal } from './refusals.ts'
import type { SentFile } from './send-file.ts'

/** What a route is called with, checked against its own description. */
export type Call<Query, Body> = {
  readonly house: House
  readonly asker: Asker
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly body: Body
  /** The request itself, for routes whose body is bytes. */
  readonly incoming: IncomingMessage
  /** Of a POST: its Idempotency-Key, and a hash of what was asked under it. */
  readonly key: string
  readonly print: string
}

type Described = {
  /** Names the function of the generated client. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** With its parameters in braces: /v1/imports/{id}. */
  readonly path: string
  readonly summary: string
  readonly refusals: readonly Refusal[]
  readonly query?: z.ZodType
  /** Of JSON; `bytes` for a file sent as it is. */
  readonly body?: z.ZodType | 'bytes'
  /** Its bytes are rows, and may be said to be JSON. */
  readonly takesRows?: true
  /** Sees itself to it that one Idempotency-Key does one thing, within its own transaction. */
  readonly keyed?: true
  /** Refused at once, before its body is read, while there is no room. */
  isFull?(house: House): boolean
}

export type AnswerRoute = Described & {
  readonly kind: 'answer'
  readonly status: number
  readonly response: z.ZodType
  /** Of an answer that is no plain JSON; a text goes as it is. */
  readonly mediaType?: string
  answer(call: Call<never, never>): Promise<Outcome<unknown, Refusal>>
}

export type StreamRoute = Described & {
  readonly kind: 'stream'
  readonly events: Readonly<Record<string, z.ZodType>>
  /** Starts sending; what it gives is called when the client is gone. */
  open(call: Call<never, never>, stream: EventStream): Promise<Outcome<() => void, Refusal>>
}

export type FileRoute = Described & {
  readonly kind: 'file'
  /** Of every kind of file it may send. */
  readonly mediaTypes: readonly string[]
  /** Refuses before the first byte; what fails later ends the connection. */
  open(call: Call<never, never>): Promise<Outcome<SentFile, Refusal>>
}

/** An operation of the API as a value: the server mounts it, the description and client are made of it. */
export type Route = AnswerRoute | StreamRoute | FileRoute

type Input<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** Describes an operation that answers once; types its handler by its schemas. */
export function answers<
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | 'bytes' | undefined,
  Response extends z.ZodType,
>(
  route: Omit<AnswerRoute, 'kind' | 'status' | 'query' | 'body' | 'response' | 'answer'> & {
    readonly status?: number
    readonly query?: Query
    readonly body?: Body
    readonly response: Response
    answer(call: Call<Input<Query>, Input<Body>>): Promise<Outcome<z.input<Response>, Refusal>>
  },
): Route {
  // The mount parses query and body with these very schemas before it calls `answer`.
  return { status: 200, ...route, kind: 'answer' } as Route
}

/** Describes an operation that sends events until the client goes. */
export function streams<Query extends z.ZodType | undefined>(
  route: Omit<StreamRoute, 'kind' | 'query' | 'open'> & {
    readonly query?: Query
    open(
      call: Call<Input<Query>, undefined>,
      stream: EventStream,
    ): Promise<Outcome<() => void, Refusal>>
  },
): Route {
  // As above: parsed by the mount before `open` sees it.
  return { ...route, kind: 'stream' } as Route
}

/** Describes an operation that sends a file as its bytes come. */
export function sends<Query extends z.ZodType | undefined>(
  route: Omit<FileRoute, 'kind' | 'query' | 'open'> & {
    readonly query?: Query
    open(call: Call<Input<Query>, undefined>): Promise<Outcome<SentFile, Refusal>>
  },
): Route {
  // As above: parsed by the mount before `open` sees it.
  return { ...route, kind: 'file' } as Route
}
