// Made by `npm run docs` from the routes; do not edit.

/** Every operation of the API, by its name: what is sent and what comes back. */
export type Operations = {
  readonly livez: {
    readonly body: undefined
    readonly answer: { readonly live: true }
  }
  readonly readyz: {
    readonly body: undefined
    readonly answer: { readonly ready: boolean; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } } }
  }
  readonly house: {
    readonly body: undefined
    readonly answer: { readonly version: string; readonly now: string; readonly organisations: readonly ({ readonly id: string; readonly name: string; readonly sample: boolean; readonly firstDay?: string; readonly lastDay?: string })[]; readonly cinemas: readonly ({ readonly id: string; readonly organisationId: string; readonly name: string; readonly timezone: string; readonly currency: string; readonly dayStartsAt: number; readonly sample: boolean; readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"; readonly heardAt?: string; readonly tradingDay: string; readonly minuteNow: number })[]; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } }; readonly sample: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string } }
  }
  readonly makeSample: {
    readonly body: undefined
    readonly answer: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string }
  }
  readonly removeSample: {
    readonly body: undefined
    readonly answer: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string }
  }
  readonly registry: {
    readonly body: undefined
    readonly answer: { readonly metrics: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly dimensions: readonly ({ readonly id: "tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency"; readonly name: string; readonly expects: string })[] }
  }
  readonly ask: {
    readonly body: undefined
    readonly answer: { readonly rows: readonly (Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>)[]; readonly others?: { readonly count: number; readonly row: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>> }; readonly total: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>; readonly question: { readonly metrics: readonly ("admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare")[]; readonly by: readonly ("tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency")[]; readonly where: Readonly<Record<string, readonly (string)[]>>; readonly from?: string; readonly to?: string; readonly grain?: "day" | "week" | "month" | "quarter" | "year"; readonly soldBy?: string; readonly order?: { readonly of: string; readonly descending: boolean }; readonly limit?: number; readonly currency?: string; readonly basis?: "tickets"; readonly sample?: boolean }; readonly basis: "tickets"; readonly sample: boolean; readonly currency?: string; readonly definitions: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly freshness: { readonly asOf: string; readonly through: string; readonly lagMs: number; readonly pending: number }; readonly sites: { readonly expected: number; readonly reporting: number; readonly stale: readonly (string)[]; readonly silent: readonly (string)[] }; readonly sources: readonly ({ readonly id: number; readonly name: string; readonly kind: string })[] }
  }
  readonly askLive: {
    readonly body: undefined
    readonly events: { readonly answer: { readonly index: number; readonly answer: { readonly rows: readonly (Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>)[]; readonly others?: { readonly count: number; readonly row: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>> }; readonly total: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>; readonly question: { readonly metrics: readonly ("admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare")[]; readonly by: readonly ("tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency")[]; readonly where: Readonly<Record<string, readonly (string)[]>>; readonly from?: string; readonly to?: string; readonly grain?: "day" | "week" | "month" | "quarter" | "year"; readonly soldBy?: string; readonly order?: { readonly of: string; readonly descending: boolean }; readonly limit?: number; readonly currency?: string; readonly basis?: "tickets"; readonly sample?: boolean }; readonly basis: "tickets"; readonly sample: boolean; readonly currency?: string; readonly definitions: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly freshness: { readonly asOf: string; readonly through: string; readonly lagMs: number; readonly pending: number }; readonly sites: { readonly expected: number; readonly reporting: number; readonly stale: readonly (string)[]; readonly silent: readonly (string)[] }; readonly sources: readonly ({ readonly id: number; readonly name: string; readonly kind: string })[] } }; readonly refused: { readonly index: number; readonly problem: { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly refusal?: string; readonly choices?: readonly (string)[]; readonly id?: string } }; readonly pulse: { readonly now: string; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } }; readonly lagMs?: number; readonly pending?: number; readonly sample?: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string }; readonly cinemas?: readonly ({ readonly id: string; readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"; readonly heardAt?: string; readonly tradingDay: string; readonly minuteNow: number })[] }; readonly house: { readonly sample: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string } } }
  }
  readonly giveFile: {
    readonly body: Blob
    readonly answer: { readonly id: string; readonly fileName: string; readonly bytes: number; readonly header: readonly (string)[]; readonly firstRows: readonly (readonly (string)[])[]; readonly layout?: { readonly id: string; readonly name: string }; readonly say?: string }
  }
  readonly startImport: {
    readonly body: { readonly fileId: string; readonly cinema: string; readonly timezone?: string; readonly currency?: string; readonly layout?: string }
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly cinemaId: string; readonly cinema: string; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly imports: {
    readonly body: undefined
    readonly answer: { readonly imports: readonly ({ readonly id: string; readonly state: "reading" | "done" | "failed"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly cinemaId: string; readonly cinema: string; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number })[] }
  }
  readonly importById: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly cinemaId: string; readonly cinema: string; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly quarantine: {
    readonly body: undefined
    readonly answer: { readonly rows: readonly ({ readonly line: number; readonly reason: "amount_unreadable" | "amounts_disagree" | "bytes_not_text" | "columns_wrong" | "moment_skipped" | "moment_unreadable" | "name_too_long" | "quantity_unreadable" | "quote_broken" | "row_too_long" | "title_missing" | "year_absurd"; readonly say: string; readonly raw: string })[] }
  }
  readonly importLive: {
    readonly body: undefined
    readonly events: { readonly import: { readonly id: string; readonly state: "reading" | "done" | "failed"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly cinemaId: string; readonly cinema: string; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number } }
  }
  readonly openCinema: {
    readonly body: { readonly name: string; readonly timezone: string; readonly currency: string }
    readonly answer: { readonly id: string }
  }
  readonly auditoria: {
    readonly body: undefined
    readonly answer: { readonly auditoria: readonly ({ readonly id: string; readonly cinemaId: string; readonly name: string; readonly version: number; readonly seats: number })[] }
  }
  readonly cinemaAuditoria: {
    readonly body: undefined
    readonly answer: { readonly auditoria: readonly ({ readonly id: string; readonly cinemaId: string; readonly name: string; readonly version: number; readonly seats: number })[] }
  }
  readonly addAuditorium: {
    readonly body: { readonly name: string }
    readonly answer: { readonly id: string }
  }
  readonly auditorium: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly cinemaId: string; readonly name: string; readonly version: number; readonly seats: number }
  }
  readonly outOfOrder: {
    readonly body: undefined
    readonly answer: { readonly periods: readonly ({ readonly id: string; readonly seat: string; readonly from: string; readonly to?: string; readonly reason: string })[] }
  }
  readonly takeOutOfOrder: {
    readonly body: { readonly seats: readonly (string)[]; readonly from?: string; readonly to?: string; readonly lastDay?: string; readonly reason: string }
    readonly answer: { readonly periods: readonly ({ readonly id: string; readonly seat: string; readonly from: string; readonly to?: string; readonly reason: string })[] }
  }
  readonly endOutOfOrder: {
    readonly body: undefined
    readonly answer: { readonly ended: true }
  }
  readonly seatPlan: {
    readonly body: undefined
    readonly answer: { readonly version: number; readonly seats: number; readonly madeAt: string; readonly plan: { readonly areas: readonly ({ readonly id: string; readonly name: string })[]; readonly screen: { readonly x: number; readonly width: number }; readonly seats: readonly ({ readonly row: string; readonly number: number; readonly x: number; readonly y: number; readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"; readonly area: string; readonly house: boolean })[] } }
  }
  readonly seatPlanVersions: {
    readonly body: undefined
    readonly answer: { readonly versions: readonly ({ readonly version: number; readonly seats: number; readonly madeAt: string })[] }
  }
  readonly saveSeatPlan: {
    readonly body: { readonly basedOn: number; readonly plan: { readonly areas: readonly ({ readonly id: string; readonly name: string })[]; readonly screen: { readonly x: number; readonly width: number }; readonly seats: readonly ({ readonly row: string; readonly number: number; readonly x: number; readonly y: number; readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"; readonly area: string; readonly house: boolean })[] } }
    readonly answer: { readonly version: number; readonly seats: number; readonly madeAt: string }
  }
  readonly draftSeatPlan: {
    readonly body: Blob
    readonly answer: { readonly form: "csv" | "json" | "cgv" | "snapshot"; readonly plan: { readonly areas: readonly ({ readonly id: string; readonly name: string })[]; readonly screen: { readonly x: number; readonly width: number }; readonly seats: readonly ({ readonly row: string; readonly number: number; readonly x: number; readonly y: number; readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"; readonly area: string; readonly house: boolean })[] }; readonly problems: readonly ({ readonly refusal: string; readonly say: string; readonly seat?: string | unknown })[]; readonly statuses: readonly ({ readonly status: string; readonly seats: number })[] }
  }
  readonly exportSeatPlan: {
    readonly body: undefined
    readonly answer: { readonly fileName: string; readonly mediaType: string; readonly text: string }
  }
  readonly openapi: {
    readonly body: undefined
    readonly answer: Readonly<Record<string, unknown>>
  }
}

/** Method and path of each operation; parameters stand in braces. */
export const PATHS = {
  livez: ['GET', '/livez'],
  readyz: ['GET', '/readyz'],
  house: ['GET', '/v1/house'],
  makeSample: ['POST', '/v1/sample'],
  removeSample: ['DELETE', '/v1/sample'],
  registry: ['GET', '/v1/registry'],
  ask: ['GET', '/v1/answers'],
  askLive: ['GET', '/v1/answers/live'],
  giveFile: ['POST', '/v1/files'],
  startImport: ['POST', '/v1/imports'],
  imports: ['GET', '/v1/imports'],
  importById: ['GET', '/v1/imports/{id}'],
  quarantine: ['GET', '/v1/imports/{id}/quarantine'],
  importLive: ['GET', '/v1/imports/{id}/live'],
  openCinema: ['POST', '/v1/cinemas'],
  auditoria: ['GET', '/v1/auditoria'],
  cinemaAuditoria: ['GET', '/v1/cinemas/{id}/auditoria'],
  addAuditorium: ['POST', '/v1/cinemas/{id}/auditoria'],
  auditorium: ['GET', '/v1/auditoria/{id}'],
  outOfOrder: ['GET', '/v1/auditoria/{id}/out-of-order'],
  takeOutOfOrder: ['POST', '/v1/auditoria/{id}/out-of-order'],
  endOutOfOrder: ['DELETE', '/v1/out-of-order/{id}'],
  seatPlan: ['GET', '/v1/auditoria/{id}/plan'],
  seatPlanVersions: ['GET', '/v1/auditoria/{id}/plan-versions'],
  saveSeatPlan: ['POST', '/v1/auditoria/{id}/plan'],
  draftSeatPlan: ['POST', '/v1/plan-drafts'],
  exportSeatPlan: ['GET', '/v1/auditoria/{id}/plan-file'],
  openapi: ['GET', '/v1/openapi.json'],
} as const satisfies Readonly<Record<keyof Operations, readonly [string, string]>>
