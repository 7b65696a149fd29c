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
    readonly answer: { readonly version: string; readonly now: string; readonly organisations: readonly ({ readonly id: string; readonly name: string; readonly sample: boolean; readonly firstDay?: string; readonly lastDay?: string })[]; readonly cinemas: readonly ({ readonly id: string; readonly organisationId: string; readonly name: string; readonly timezone: string; readonly currency: string; readonly dayStartsAt: number; readonly sample: boolean; readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"; readonly heardAt?: string; readonly tradingDay: string; readonly minuteNow: number; readonly auditoria: number })[]; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } }; readonly sample: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string } }
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
    readonly answer: { readonly metrics: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "scanned"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly dimensions: readonly ({ readonly id: "tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency"; readonly name: string; readonly expects: string })[] }
  }
  readonly ask: {
    readonly body: undefined
    readonly answer: { readonly rows: readonly (Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>)[]; readonly others?: { readonly count: number; readonly row: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>> }; readonly total: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>; readonly question: { readonly metrics: readonly ("admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "scanned")[]; readonly by: readonly ("tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency")[]; readonly where: Readonly<Record<string, readonly (string)[]>>; readonly from?: string; readonly to?: string; readonly grain?: "day" | "week" | "month" | "quarter" | "year"; readonly soldBy?: string; readonly order?: { readonly of: string; readonly descending: boolean }; readonly limit?: number; readonly currency?: string; readonly basis?: "tickets"; readonly sample?: boolean }; readonly basis: "tickets"; readonly sample: boolean; readonly currency?: string; readonly definitions: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "scanned"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly freshness: { readonly asOf: string; readonly through: string; readonly lagMs: number; readonly pending: number }; readonly sites: { readonly expected: number; readonly reporting: number; readonly stale: readonly (string)[]; readonly silent: readonly (string)[] }; readonly sources: readonly ({ readonly id: number; readonly name: string; readonly kind: string })[] }
  }
  readonly askLive: {
    readonly body: undefined
    readonly events: { readonly answer: { readonly index: number; readonly answer: { readonly rows: readonly (Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>)[]; readonly others?: { readonly count: number; readonly row: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>> }; readonly total: Readonly<Record<string, number | { readonly minor: string; readonly currency: string } | string | null>>; readonly question: { readonly metrics: readonly ("admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "scanned")[]; readonly by: readonly ("tradingDay" | "weekday" | "hour" | "saleTime" | "film" | "cinema" | "ticketType" | "channel" | "currency")[]; readonly where: Readonly<Record<string, readonly (string)[]>>; readonly from?: string; readonly to?: string; readonly grain?: "day" | "week" | "month" | "quarter" | "year"; readonly soldBy?: string; readonly order?: { readonly of: string; readonly descending: boolean }; readonly limit?: number; readonly currency?: string; readonly basis?: "tickets"; readonly sample?: boolean }; readonly basis: "tickets"; readonly sample: boolean; readonly currency?: string; readonly definitions: readonly ({ readonly id: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "averageTicketPrice" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "scanned"; readonly name: string; readonly unit: "tickets" | "screenings" | "money" | "share"; readonly meaning: string })[]; readonly freshness: { readonly asOf: string; readonly through: string; readonly lagMs: number; readonly pending: number }; readonly sites: { readonly expected: number; readonly reporting: number; readonly stale: readonly (string)[]; readonly silent: readonly (string)[] }; readonly sources: readonly ({ readonly id: number; readonly name: string; readonly kind: string })[] } }; readonly refused: { readonly index: number; readonly problem: { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly refusal?: string; readonly choices?: readonly (string)[]; readonly id?: string } }; readonly pulse: { readonly now: string; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } }; readonly lagMs?: number; readonly pending?: number; readonly sample?: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string }; readonly cinemas?: readonly ({ readonly id: string; readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"; readonly heardAt?: string; readonly tradingDay: string; readonly minuteNow: number })[] }; readonly house: { readonly sample: { readonly state: "none" | "building" | "live" | "removing"; readonly progress?: number; readonly say?: string } } }
  }
  readonly giveFile: {
    readonly body: Blob
    readonly answer: { readonly id: string; readonly fileName: string; readonly bytes: number; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly header: readonly (string)[]; readonly firstRows: readonly (readonly (string)[])[]; readonly tables: readonly ({ readonly member?: string; readonly sheet?: string; readonly path?: string; readonly label: string })[]; readonly layout?: { readonly id: string; readonly name: string; readonly about: "cinema" | "territory" | "nothing" }; readonly mapping?: { readonly id: string; readonly name: string; readonly about: "cinema" | "territory" | "nothing" }; readonly say?: string }
  }
  readonly fileById: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly fileName: string; readonly bytes: number; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly header: readonly (string)[]; readonly firstRows: readonly (readonly (string)[])[]; readonly tables: readonly ({ readonly member?: string; readonly sheet?: string; readonly path?: string; readonly label: string })[]; readonly layout?: { readonly id: string; readonly name: string; readonly about: "cinema" | "territory" | "nothing" }; readonly mapping?: { readonly id: string; readonly name: string; readonly about: "cinema" | "territory" | "nothing" }; readonly say?: string }
  }
  readonly tryImport: {
    readonly body: { readonly fileId: string; readonly cinema?: string; readonly timezone?: string; readonly currency?: string; readonly territory?: string; readonly layout?: string; readonly mappingId?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly mappingText?: string }
    readonly answer: { readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number; readonly corrected: number; readonly firstRows: readonly ({ readonly line: number; readonly fate: "new" | "corrects" | "duplicate" | "quarantined" | "empty"; readonly say?: string; readonly raw: string; readonly facts: readonly (Readonly<Record<string, string>>)[] })[]; readonly firstQuarantined: readonly ({ readonly line: number; readonly fate: "new" | "corrects" | "duplicate" | "quarantined" | "empty"; readonly say?: string; readonly raw: string; readonly facts: readonly (Readonly<Record<string, string>>)[] })[]; readonly partly: boolean }
  }
  readonly startImport: {
    readonly body: { readonly fileId: string; readonly cinema?: string; readonly timezone?: string; readonly currency?: string; readonly territory?: string; readonly layout?: string; readonly mappingId?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" } }
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly imports: {
    readonly body: undefined
    readonly answer: { readonly imports: readonly ({ readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number })[] }
  }
  readonly importById: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly importChanges: {
    readonly body: undefined
    readonly answer: { readonly changes: readonly ({ readonly line?: number; readonly before: Readonly<Record<string, string>>; readonly after?: Readonly<Record<string, string>> })[]; readonly notes: readonly ({ readonly line: number; readonly say: string })[] }
  }
  readonly undoImport: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly importLive: {
    readonly body: undefined
    readonly events: { readonly import: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number } }
  }
  readonly matches: {
    readonly body: undefined
    readonly answer: { readonly matches: readonly ({ readonly id: string; readonly kind: "film" | "cinema"; readonly left: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly right: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly score: number; readonly evidence: readonly ({ readonly say: string; readonly speaks: "for" | "against" })[]; readonly state: "open" | "made" | "undone"; readonly verdict?: "same" | "different"; readonly how?: "automatic" | "by_hand"; readonly madeAt?: string })[]; readonly total: number }
  }
  readonly runMatching: {
    readonly body: undefined
    readonly answer: { readonly films: number; readonly cinemas: number; readonly made: number; readonly withdrawn: number; readonly open: number; readonly milliseconds: number }
  }
  readonly decideMatch: {
    readonly body: { readonly verdict: "same" | "different" }
    readonly answer: { readonly id: string; readonly kind: "film" | "cinema"; readonly left: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly right: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly score: number; readonly evidence: readonly ({ readonly say: string; readonly speaks: "for" | "against" })[]; readonly state: "open" | "made" | "undone"; readonly verdict?: "same" | "different"; readonly how?: "automatic" | "by_hand"; readonly madeAt?: string }
  }
  readonly undoMatch: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly kind: "film" | "cinema"; readonly left: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly right: { readonly id: string; readonly name: string; readonly toldApart?: string; readonly otherName?: string; readonly city?: string; readonly reported: boolean; readonly sources: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly gross: readonly ({ readonly minor: string; readonly currency: string })[]; readonly year?: number; readonly distributor?: string }; readonly score: number; readonly evidence: readonly ({ readonly say: string; readonly speaks: "for" | "against" })[]; readonly state: "open" | "made" | "undone"; readonly verdict?: "same" | "different"; readonly how?: "automatic" | "by_hand"; readonly madeAt?: string }
  }
  readonly quarantine: {
    readonly body: undefined
    readonly answer: { readonly rows: readonly ({ readonly line: number; readonly reason: "amount_unreadable" | "amounts_disagree" | "bytes_not_text" | "cinema_missing" | "columns_wrong" | "contract_broken" | "currency_unknown" | "moment_skipped" | "moment_unreadable" | "name_too_long" | "number_unreadable" | "over_capacity" | "quantity_unreadable" | "quote_broken" | "row_too_long" | "title_missing" | "value_missing" | "value_unknown" | "year_absurd" | "zone_unknown"; readonly say: string; readonly raw: string; readonly cells?: readonly (string)[]; readonly state: "waiting" | "corrected" | "set_aside"; readonly correctedCells?: readonly (string)[] })[]; readonly header: readonly (string)[]; readonly waiting: number; readonly byReason: readonly ({ readonly reason: "amount_unreadable" | "amounts_disagree" | "bytes_not_text" | "cinema_missing" | "columns_wrong" | "contract_broken" | "currency_unknown" | "moment_skipped" | "moment_unreadable" | "name_too_long" | "number_unreadable" | "over_capacity" | "quantity_unreadable" | "quote_broken" | "row_too_long" | "title_missing" | "value_missing" | "value_unknown" | "year_absurd" | "zone_unknown"; readonly rows: number })[] }
  }
  readonly mendRow: {
    readonly body: { readonly cells: readonly (string)[] } | { readonly setAside: true }
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly mendByRule: {
    readonly body: { readonly column: string; readonly find: string; readonly whole: boolean; readonly replaceWith: string }
    readonly answer: { readonly settled: number; readonly left: readonly ({ readonly line: number; readonly say: string })[] }
  }
  readonly retryQuarantine: {
    readonly body: undefined
    readonly answer: { readonly settled: number; readonly left: readonly ({ readonly line: number; readonly say: string })[] }
  }
  readonly layouts: {
    readonly body: undefined
    readonly answer: { readonly layouts: readonly ({ readonly id: string; readonly name: string; readonly table: string; readonly columns: readonly (string)[] })[] }
  }
  readonly sendRows: {
    readonly body: Blob
    readonly answer: { readonly id: string; readonly state: "reading" | "done" | "failed" | "undoing" | "undone"; readonly fileName: string; readonly bytes: number; readonly bytesRead: number; readonly layout: { readonly id: string; readonly name: string }; readonly mappingId?: string; readonly sourceId: string; readonly source: string; readonly table: string; readonly cinemaId?: string; readonly cinema?: string; readonly territory?: string; readonly reading?: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number; readonly sheet?: string; readonly path?: string; readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }; readonly createdAt: string; readonly finishedAt?: string; readonly say?: string; readonly corrected: number; readonly withdrawn: number; readonly withdrawalDue: boolean; readonly waiting: number; readonly totals: readonly ({ readonly measure: string; readonly currency?: string; readonly value: string })[]; readonly admissions?: number; readonly gross?: { readonly minor: string; readonly currency: string }; readonly firstDay?: string; readonly lastDay?: string; readonly read: number; readonly accepted: number; readonly duplicate: number; readonly quarantined: number; readonly empty: number }
  }
  readonly watchedFiles: {
    readonly body: undefined
    readonly answer: { readonly folder?: string; readonly files: readonly ({ readonly path: string; readonly bytes: number; readonly state: "arriving" | "imported" | "asks" | "failed"; readonly say?: string; readonly fileId?: string; readonly importId?: string; readonly seenAt: string })[] }
  }
  readonly health: {
    readonly body: undefined
    readonly answer: { readonly now: string; readonly engines: { readonly store: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string }; readonly warehouse: { readonly up: true } | { readonly up: false; readonly reason: string; readonly since: string } }; readonly lagMs: number; readonly pending: number; readonly sites: { readonly live: number; readonly fresh: number; readonly late: readonly ({ readonly cinemaId: string; readonly cinema: string; readonly state: "stale" | "silent"; readonly heardAt?: string })[] }; readonly findings: { readonly error: number; readonly warning: number; readonly notice: number; readonly accepted: number }; readonly run?: { readonly id: string; readonly why: "import" | "schedule" | "asked"; readonly state: "running" | "done" | "failed"; readonly startedAt: string; readonly finishedAt?: string; readonly checks: number; readonly checksDone: number; readonly tickets: number; readonly found: number; readonly notes: readonly ({ readonly say: string; readonly sentence: string; readonly values: Readonly<Record<string, string | number | { readonly minor: string; readonly currency: string }>> })[]; readonly firstDay?: string; readonly lastDay?: string }; readonly lastRun?: { readonly id: string; readonly why: "import" | "schedule" | "asked"; readonly state: "running" | "done" | "failed"; readonly startedAt: string; readonly finishedAt?: string; readonly checks: number; readonly checksDone: number; readonly tickets: number; readonly found: number; readonly notes: readonly ({ readonly say: string; readonly sentence: string; readonly values: Readonly<Record<string, string | number | { readonly minor: string; readonly currency: string }>> })[]; readonly firstDay?: string; readonly lastDay?: string }; readonly checks: readonly ({ readonly id: string; readonly name: string; readonly severity: "error" | "warning" | "notice"; readonly explanation: string; readonly open: number })[] }
  }
  readonly findings: {
    readonly body: undefined
    readonly answer: { readonly findings: readonly ({ readonly id: string; readonly check: string; readonly severity: "error" | "warning" | "notice"; readonly state: "open" | "accepted" | "gone"; readonly say: string; readonly sentence: string; readonly values: Readonly<Record<string, string | number | { readonly minor: string; readonly currency: string }>>; readonly organisationId?: string; readonly cinemaId?: string; readonly cinema?: string; readonly filmId?: string; readonly sourceId?: string; readonly sourceKind?: string; readonly importId?: string; readonly firstDay?: string; readonly lastDay?: string; readonly money: readonly ({ readonly minor: string; readonly currency: string })[]; readonly rows: { readonly columns: readonly (string)[]; readonly rows: readonly (readonly (string | number | { readonly minor: string; readonly currency: string } | null)[])[]; readonly beyond: number }; readonly firstSeenAt: string; readonly lastSeenAt: string; readonly goneAt?: string; readonly acceptedAt?: string; readonly note?: string })[] }
  }
  readonly changeFinding: {
    readonly body: { readonly state: "accepted" | "open"; readonly note?: string }
    readonly answer: { readonly id: string; readonly check: string; readonly severity: "error" | "warning" | "notice"; readonly state: "open" | "accepted" | "gone"; readonly say: string; readonly sentence: string; readonly values: Readonly<Record<string, string | number | { readonly minor: string; readonly currency: string }>>; readonly organisationId?: string; readonly cinemaId?: string; readonly cinema?: string; readonly filmId?: string; readonly sourceId?: string; readonly sourceKind?: string; readonly importId?: string; readonly firstDay?: string; readonly lastDay?: string; readonly money: readonly ({ readonly minor: string; readonly currency: string })[]; readonly rows: { readonly columns: readonly (string)[]; readonly rows: readonly (readonly (string | number | { readonly minor: string; readonly currency: string } | null)[])[]; readonly beyond: number }; readonly firstSeenAt: string; readonly lastSeenAt: string; readonly goneAt?: string; readonly acceptedAt?: string; readonly note?: string }
  }
  readonly runChecks: {
    readonly body: { readonly from?: string; readonly to?: string }
    readonly answer: { readonly id: string; readonly why: "import" | "schedule" | "asked"; readonly state: "running" | "done" | "failed"; readonly startedAt: string; readonly finishedAt?: string; readonly checks: number; readonly checksDone: number; readonly tickets: number; readonly found: number; readonly notes: readonly ({ readonly say: string; readonly sentence: string; readonly values: Readonly<Record<string, string | number | { readonly minor: string; readonly currency: string }>> })[]; readonly firstDay?: string; readonly lastDay?: string }
  }
  readonly sources: {
    readonly body: undefined
    readonly answer: { readonly sources: readonly ({ readonly id: string; readonly name: string; readonly kind: "file" | "sales" | "sample"; readonly organisationId: string; readonly layouts: readonly (string)[]; readonly figures: readonly ({ readonly metric: "gross" | "admissions"; readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly currencies: readonly (string)[]; readonly firstDay?: string; readonly lastDay?: string; readonly byFilm: boolean; readonly cinemas: readonly (string)[]; readonly territories: readonly (string)[]; readonly definitions: readonly (string)[] })[] })[] }
  }
  readonly reconcile: {
    readonly body: undefined
    readonly answer: { readonly metric: "gross" | "admissions"; readonly by: readonly ("film" | "cinema" | "day" | "period")[]; readonly currency?: string; readonly from?: string; readonly to?: string; readonly left: { readonly sourceId: string; readonly source: string; readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly firstDay?: string; readonly lastDay?: string; readonly definitions: readonly (string)[]; readonly rows: number; readonly total: { readonly minor: string; readonly currency: string } | number }; readonly right: { readonly sourceId: string; readonly source: string; readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly firstDay?: string; readonly lastDay?: string; readonly definitions: readonly (string)[]; readonly rows: number; readonly total: { readonly minor: string; readonly currency: string } | number }; readonly agree: number; readonly differ: number; readonly leftOnly: number; readonly rightOnly: number; readonly sums: { readonly agree: { readonly minor: string; readonly currency: string } | number; readonly differ: { readonly minor: string; readonly currency: string } | number; readonly leftOnly: { readonly minor: string; readonly currency: string } | number; readonly rightOnly: { readonly minor: string; readonly currency: string } | number; readonly difference: { readonly minor: string; readonly currency: string } | number }; readonly causes: readonly ({ readonly id: string; readonly exact: boolean; readonly side?: "left" | "right"; readonly figures: Readonly<Record<string, { readonly minor: string; readonly currency: string } | number | string>>; readonly say: string })[]; readonly rows: readonly ({ readonly film?: string; readonly filmIds?: readonly (string)[]; readonly cinema?: string; readonly cinemaId?: string; readonly day?: string; readonly from?: string; readonly to?: string; readonly left?: { readonly minor: string; readonly currency: string } | number; readonly right?: { readonly minor: string; readonly currency: string } | number; readonly difference?: { readonly minor: string; readonly currency: string } | number; readonly share?: number; readonly state: "agree" | "differs" | "leftOnly" | "rightOnly"; readonly causes: readonly ({ readonly id: string; readonly exact: boolean; readonly side?: "left" | "right"; readonly figures: Readonly<Record<string, { readonly minor: string; readonly currency: string } | number | string>>; readonly say: string })[] })[]; readonly leftOff: number }
  }
  readonly reconcileCsv: {
    readonly body: undefined
    readonly answer: string
  }
  readonly reconcileRow: {
    readonly body: undefined
    readonly answer: { readonly left: { readonly types: readonly ({ readonly name: string; readonly gross: { readonly minor: string; readonly currency: string } | number; readonly admissions: number; readonly free: number })[]; readonly screenings: readonly ({ readonly moment: string; readonly gross: { readonly minor: string; readonly currency: string } | number; readonly admissions: number })[]; readonly days: readonly ({ readonly day: string; readonly value: { readonly minor: string; readonly currency: string } | number })[] }; readonly right: { readonly types: readonly ({ readonly name: string; readonly gross: { readonly minor: string; readonly currency: string } | number; readonly admissions: number; readonly free: number })[]; readonly screenings: readonly ({ readonly moment: string; readonly gross: { readonly minor: string; readonly currency: string } | number; readonly admissions: number })[]; readonly days: readonly ({ readonly day: string; readonly value: { readonly minor: string; readonly currency: string } | number })[] } }
  }
  readonly restatements: {
    readonly body: undefined
    readonly answer: { readonly sourceId: string; readonly source: string; readonly metric: "gross" | "admissions"; readonly currency?: string; readonly totals: number; readonly followed: number; readonly count: number; readonly nextDay: number; readonly falls: number; readonly added: { readonly minor: string; readonly currency: string } | number; readonly taken: { readonly minor: string; readonly currency: string } | number; readonly rows: readonly ({ readonly filmId: string; readonly film: string; readonly territory?: string; readonly cinemaId?: string; readonly day: string; readonly since: string; readonly before: { readonly minor: string; readonly currency: string } | number; readonly days: { readonly minor: string; readonly currency: string } | number; readonly total: { readonly minor: string; readonly currency: string } | number; readonly amount: { readonly minor: string; readonly currency: string } | number; readonly daysMissing: number; readonly falls: boolean; readonly cause: "days_missing" | "day_left_out" | "day_twice" | "earlier_day_taken_back" | "earlier_day_again" | "put_right" | "unknown"; readonly causeDay?: string; readonly say: string })[] }
  }
  readonly restatementsCsv: {
    readonly body: undefined
    readonly answer: string
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
  readonly outOfOrderConflicts: {
    readonly body: undefined
    readonly answer: { readonly all: number; readonly tickets: readonly ({ readonly id: string; readonly code: string; readonly orderId: string; readonly seat: string; readonly screeningId: string; readonly film: string; readonly startsAt: string; readonly localDate: string; readonly localTime: string; readonly reason: string })[] }
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
  readonly films: {
    readonly body: undefined
    readonly answer: { readonly films: readonly ({ readonly id: string; readonly organisationId: string; readonly title: string; readonly originalTitle: string; readonly runtimeMinutes?: number; readonly rating: string; readonly synopsis: string; readonly officialCodes: Readonly<Record<string, string>>; readonly releases: readonly ({ readonly id: string; readonly format: string; readonly language: string; readonly subtitles: readonly (string)[]; readonly distributor?: string; readonly opensOn?: string; readonly officialCodes: Readonly<Record<string, string>> })[] })[] }
  }
  readonly addFilm: {
    readonly body: { readonly title: string; readonly originalTitle?: string; readonly runtimeMinutes?: number; readonly rating?: string; readonly synopsis?: string; readonly officialCodes?: Readonly<Record<string, string>>; readonly organisationId: string }
    readonly answer: { readonly id: string }
  }
  readonly changeFilm: {
    readonly body: { readonly title?: string; readonly originalTitle?: string; readonly runtimeMinutes?: number; readonly rating?: string; readonly synopsis?: string; readonly officialCodes?: Readonly<Record<string, string>> }
    readonly answer: { readonly changed: true }
  }
  readonly addRelease: {
    readonly body: { readonly format: string; readonly language: string; readonly subtitles: readonly (string)[]; readonly distributor?: string; readonly opensOn?: string; readonly officialCodes?: Readonly<Record<string, string>> }
    readonly answer: { readonly id: string }
  }
  readonly priceCards: {
    readonly body: undefined
    readonly answer: { readonly cards: readonly ({ readonly id: string; readonly name: string; readonly currency: string; readonly version: number; readonly inForce?: number; readonly inForceFrom: string; readonly taxName: string; readonly taxBasisPoints: number; readonly lines: readonly ({ readonly ticketType: string; readonly areas?: readonly (string)[]; readonly channels?: readonly (string)[]; readonly weekdays?: readonly (number)[]; readonly minutes?: { readonly from: number; readonly to: number }; readonly formats?: readonly (string)[]; readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string } })[]; readonly versions: readonly ({ readonly version: number; readonly inForceFrom: string })[] })[] }
  }
  readonly addPriceCard: {
    readonly body: { readonly organisationId: string; readonly name: string; readonly currency: string; readonly taxName: string; readonly taxBasisPoints: number; readonly lines: readonly ({ readonly ticketType: string; readonly areas?: readonly (string)[]; readonly channels?: readonly (string)[]; readonly weekdays?: readonly (number)[]; readonly minutes?: { readonly from: number; readonly to: number }; readonly formats?: readonly (string)[]; readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string } })[] }
    readonly answer: { readonly id: string; readonly version: number }
  }
  readonly addTariff: {
    readonly body: { readonly basedOn: number; readonly taxName: string; readonly taxBasisPoints: number; readonly lines: readonly ({ readonly ticketType: string; readonly areas?: readonly (string)[]; readonly channels?: readonly (string)[]; readonly weekdays?: readonly (number)[]; readonly minutes?: { readonly from: number; readonly to: number }; readonly formats?: readonly (string)[]; readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string } })[]; readonly inForceFrom?: string }
    readonly answer: { readonly version: number }
  }
  readonly programme: {
    readonly body: undefined
    readonly answer: { readonly screenings: readonly ({ readonly id: string; readonly cinemaId: string; readonly auditoriumId: string; readonly auditorium: string; readonly film: { readonly id: string; readonly title: string; readonly rating: string; readonly runtimeMinutes?: number }; readonly release: { readonly id: string; readonly format: string; readonly language: string; readonly subtitles: readonly (string)[] }; readonly startsAt: string; readonly endsAt: string; readonly freeAgainAt: string; readonly tradingDay: string; readonly minute: number; readonly localTime: string; readonly localDate: string; readonly status: "planned" | "on_sale" | "cancelled"; readonly cancelReason?: string; readonly priceCardId: string; readonly trailersMinutes: number; readonly featureMinutes: number; readonly cleaningMinutes: number; readonly seats: number; readonly sold: number; readonly left: number; readonly fromPrice?: { readonly minor: string; readonly currency: string }; readonly toPrice?: { readonly minor: string; readonly currency: string } })[] }
  }
  readonly planScreenings: {
    readonly body: { readonly releaseId: string; readonly auditoriumId: string; readonly priceCardId: string; readonly days: readonly (string)[]; readonly times: readonly (string)[]; readonly trailersMinutes?: number; readonly cleaningMinutes?: number; readonly featureMinutes?: number }
    readonly answer: { readonly screenings: readonly ({ readonly id: string })[] }
  }
  readonly copyProgramme: {
    readonly body: { readonly from: string; readonly to: string; readonly days: number }
    readonly answer: { readonly made: number; readonly skipped: readonly ({ readonly startsAt: string; readonly why: string })[] }
  }
  readonly publishProgramme: {
    readonly body: { readonly from: string; readonly days: number } | { readonly screenings: readonly (string)[] }
    readonly answer: { readonly onSale: number }
  }
  readonly calendar: {
    readonly body: undefined
    readonly answer: string
  }
  readonly screening: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly cinemaId: string; readonly auditoriumId: string; readonly auditorium: string; readonly film: { readonly id: string; readonly title: string; readonly rating: string; readonly runtimeMinutes?: number }; readonly release: { readonly id: string; readonly format: string; readonly language: string; readonly subtitles: readonly (string)[] }; readonly startsAt: string; readonly endsAt: string; readonly freeAgainAt: string; readonly tradingDay: string; readonly minute: number; readonly localTime: string; readonly localDate: string; readonly status: "planned" | "on_sale" | "cancelled"; readonly cancelReason?: string; readonly priceCardId: string; readonly trailersMinutes: number; readonly featureMinutes: number; readonly cleaningMinutes: number; readonly seats: number; readonly sold: number; readonly left: number; readonly fromPrice?: { readonly minor: string; readonly currency: string }; readonly toPrice?: { readonly minor: string; readonly currency: string } }
  }
  readonly screeningEvent: {
    readonly body: undefined
    readonly answer: Readonly<Record<string, unknown>>
  }
  readonly moveScreening: {
    readonly body: { readonly auditoriumId?: string; readonly startsAt?: string }
    readonly answer: { readonly moved: true }
  }
  readonly cancelScreening: {
    readonly body: { readonly reason: string }
    readonly answer: { readonly cancelled: true; readonly orders: number; readonly refunds: number }
  }
  readonly removeScreening: {
    readonly body: undefined
    readonly answer: { readonly removed: true }
  }
  readonly shifts: {
    readonly body: undefined
    readonly answer: { readonly shifts: readonly ({ readonly id: string; readonly cinemaId: string; readonly till: string; readonly cashier: string; readonly openedAt: string; readonly closedAt?: string; readonly float: { readonly minor: string; readonly currency: string }; readonly cashSales: { readonly minor: string; readonly currency: string }; readonly cashRefunds: { readonly minor: string; readonly currency: string }; readonly expected: { readonly minor: string; readonly currency: string }; readonly counted?: { readonly minor: string; readonly currency: string }; readonly difference?: { readonly minor: string; readonly currency: string }; readonly note: string })[] }
  }
  readonly openShift: {
    readonly body: { readonly till: string; readonly cashier: string; readonly float: { readonly minor: string; readonly currency: string } }
    readonly answer: { readonly id: string; readonly cinemaId: string; readonly till: string; readonly cashier: string; readonly openedAt: string; readonly closedAt?: string; readonly float: { readonly minor: string; readonly currency: string }; readonly cashSales: { readonly minor: string; readonly currency: string }; readonly cashRefunds: { readonly minor: string; readonly currency: string }; readonly expected: { readonly minor: string; readonly currency: string }; readonly counted?: { readonly minor: string; readonly currency: string }; readonly difference?: { readonly minor: string; readonly currency: string }; readonly note: string }
  }
  readonly shift: {
    readonly body: undefined
    readonly answer: { readonly shift: { readonly id: string; readonly cinemaId: string; readonly till: string; readonly cashier: string; readonly openedAt: string; readonly closedAt?: string; readonly float: { readonly minor: string; readonly currency: string }; readonly cashSales: { readonly minor: string; readonly currency: string }; readonly cashRefunds: { readonly minor: string; readonly currency: string }; readonly expected: { readonly minor: string; readonly currency: string }; readonly counted?: { readonly minor: string; readonly currency: string }; readonly difference?: { readonly minor: string; readonly currency: string }; readonly note: string }; readonly payments: readonly ({ readonly kind: string; readonly payments: number; readonly paid: { readonly minor: string; readonly currency: string }; readonly returns: number; readonly returned: { readonly minor: string; readonly currency: string } })[]; readonly ticketTypes: readonly ({ readonly ticketType: string; readonly tickets: number; readonly total: { readonly minor: string; readonly currency: string } })[] }
  }
  readonly closeShift: {
    readonly body: { readonly counted: { readonly minor: string; readonly currency: string }; readonly note?: string }
    readonly answer: { readonly id: string; readonly cinemaId: string; readonly till: string; readonly cashier: string; readonly openedAt: string; readonly closedAt?: string; readonly float: { readonly minor: string; readonly currency: string }; readonly cashSales: { readonly minor: string; readonly currency: string }; readonly cashRefunds: { readonly minor: string; readonly currency: string }; readonly expected: { readonly minor: string; readonly currency: string }; readonly counted?: { readonly minor: string; readonly currency: string }; readonly difference?: { readonly minor: string; readonly currency: string }; readonly note: string }
  }
  readonly dayReport: {
    readonly body: undefined
    readonly answer: { readonly cinemaId: string; readonly cinema: string; readonly day: string; readonly from: string; readonly to: string; readonly madeAt: string; readonly currency: string; readonly orders: number; readonly sold: { readonly tickets: number; readonly gross: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string } }; readonly refunded: { readonly tickets: number; readonly gross: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string } }; readonly voided: { readonly tickets: number; readonly gross: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string } }; readonly net: { readonly tickets: number; readonly gross: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string } }; readonly taxes: readonly ({ readonly name: string; readonly basisPoints: number; readonly gross: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string } })[]; readonly payments: readonly ({ readonly kind: string; readonly payments: number; readonly paid: { readonly minor: string; readonly currency: string }; readonly returns: number; readonly returned: { readonly minor: string; readonly currency: string }; readonly due: { readonly minor: string; readonly currency: string } })[]; readonly channels: readonly ({ readonly tickets: number; readonly refunded: number; readonly total: { readonly minor: string; readonly currency: string }; readonly channel: string; readonly orders: number })[]; readonly ticketTypes: readonly ({ readonly tickets: number; readonly refunded: number; readonly total: { readonly minor: string; readonly currency: string }; readonly ticketType: string })[]; readonly screenings: readonly ({ readonly tickets: number; readonly refunded: number; readonly total: { readonly minor: string; readonly currency: string }; readonly screeningId: string; readonly title: string; readonly auditorium: string; readonly startsAt: string; readonly admitted: number })[]; readonly complimentary: readonly ({ readonly reason: string; readonly tickets: number })[]; readonly shifts: readonly ({ readonly id: string; readonly cinemaId: string; readonly till: string; readonly cashier: string; readonly openedAt: string; readonly closedAt?: string; readonly float: { readonly minor: string; readonly currency: string }; readonly cashSales: { readonly minor: string; readonly currency: string }; readonly cashRefunds: { readonly minor: string; readonly currency: string }; readonly expected: { readonly minor: string; readonly currency: string }; readonly counted?: { readonly minor: string; readonly currency: string }; readonly difference?: { readonly minor: string; readonly currency: string }; readonly note: string })[]; readonly proof: { readonly lines: { readonly minor: string; readonly currency: string }; readonly money: { readonly minor: string; readonly currency: string }; readonly difference: { readonly minor: string; readonly currency: string } } }
  }
  readonly seats: {
    readonly body: undefined
    readonly answer: { readonly screeningId: string; readonly status: "planned" | "on_sale" | "cancelled"; readonly startsAt: string; readonly salesEndAt: string; readonly now: string; readonly plan: { readonly areas: readonly ({ readonly id: string; readonly name: string })[]; readonly screen: { readonly x: number; readonly width: number }; readonly seats: readonly ({ readonly row: string; readonly number: number; readonly x: number; readonly y: number; readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"; readonly area: string; readonly house: boolean })[] }; readonly states: Readonly<Record<string, "held" | "sold" | "out" | "house">>; readonly prices: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly ticketType: string; readonly area: string })[]; readonly currency: string; readonly tax: { readonly name: string; readonly basisPoints: number }; readonly linesMax: number }
  }
  readonly bestSeats: {
    readonly body: undefined
    readonly answer: { readonly seats: readonly (string)[]; readonly together: boolean }
  }
  readonly seatsLive: {
    readonly body: undefined
    readonly events: { readonly seats: { readonly states: Readonly<Record<string, "held" | "sold" | "out" | "house">> } }
  }
  readonly scanTickets: {
    readonly body: { readonly scans: readonly ({ readonly id: string; readonly code?: string; readonly orderCode?: string; readonly screeningId?: string; readonly cinemaId?: string; readonly door: string; readonly scannedAt: string; readonly clockOffsetMs?: number; readonly seats?: readonly (string)[]; readonly said?: { readonly verdict: "admit" | "already_in" | "wrong_screening" | "wrong_day" | "refunded" | "unknown" | "forged" | "too_early"; readonly admit: number } })[]; readonly sentAt?: string }
    readonly answer: { readonly now: string; readonly clockOffMs?: number; readonly scans: readonly ({ readonly id: string; readonly verdict: "admit" | "already_in" | "wrong_screening" | "wrong_day" | "refunded" | "unknown" | "forged" | "too_early"; readonly admit: number; readonly seats: readonly (string)[]; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAtMs?: number; readonly door?: string })[]; readonly at: string; readonly first?: { readonly at: string; readonly door: string }; readonly orderCode?: string; readonly screening?: { readonly id: string; readonly cinemaId: string; readonly tradingDay: string; readonly startsAtMs: number; readonly freeAgainAtMs: number; readonly cancelled: boolean; readonly title: string; readonly auditorium: string; readonly localTime: string; readonly localDate: string }; readonly conflict: boolean; readonly inside: number; readonly sold: number })[] }
  }
  readonly undoScan: {
    readonly body: undefined
    readonly answer: { readonly undone: true; readonly inside: number; readonly sold: number }
  }
  readonly gateList: {
    readonly body: undefined
    readonly answer: { readonly now: string; readonly publicKeys: readonly (string)[]; readonly cinema: { readonly id: string; readonly name: string; readonly timezone: string }; readonly tradingDay: string; readonly screeningId?: string; readonly screenings: readonly ({ readonly id: string; readonly cinemaId: string; readonly tradingDay: string; readonly startsAtMs: number; readonly freeAgainAtMs: number; readonly cancelled: boolean; readonly title: string; readonly auditorium: string; readonly localTime: string; readonly localDate: string; readonly inside: number; readonly sold: number })[]; readonly orders: readonly ({ readonly id: string; readonly code: string; readonly screeningId: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAtMs?: number; readonly door?: string })[] })[]; readonly whole: boolean }
  }
  readonly screeningInside: {
    readonly body: undefined
    readonly answer: { readonly inside: number; readonly sold: number }
  }
  readonly screeningInsideLive: {
    readonly body: undefined
    readonly events: { readonly inside: { readonly inside: number; readonly sold: number } }
  }
  readonly holdSeats: {
    readonly body: { readonly channel: string; readonly seats: readonly ({ readonly seat: string; readonly ticketType: string })[]; readonly keepGap?: boolean; readonly shiftId?: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly payOrder: {
    readonly body: { readonly token: string; readonly with: "cash" | "card" | "complimentary"; readonly given?: { readonly minor: string; readonly currency: string }; readonly shiftId?: string; readonly reason?: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly prolongHold: {
    readonly body: { readonly token: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly releaseHold: {
    readonly body: { readonly token: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly orderById: {
    readonly body: undefined
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly orders: {
    readonly body: undefined
    readonly answer: { readonly orders: readonly ({ readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string })[] }
  }
  readonly refundOrder: {
    readonly body: { readonly tickets?: readonly (string)[]; readonly reason: string; readonly shiftId?: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly voidOrder: {
    readonly body: { readonly reason: string; readonly shiftId?: string }
    readonly answer: { readonly id: string; readonly token?: string; readonly code: string; readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"; readonly channel: string; readonly screeningId: string; readonly cinemaId: string; readonly madeAt: string; readonly expiresAt: string; readonly now: string; readonly prolonged: boolean; readonly lines: readonly ({ readonly price: { readonly minor: string; readonly currency: string }; readonly feeHall: { readonly minor: string; readonly currency: string }; readonly feeOnline: { readonly minor: string; readonly currency: string }; readonly total: { readonly minor: string; readonly currency: string }; readonly seat: string; readonly ticketType: string; readonly area: string })[]; readonly total: { readonly minor: string; readonly currency: string }; readonly tax: { readonly minor: string; readonly currency: string }; readonly paidWith?: string; readonly paidAt?: string; readonly change?: { readonly minor: string; readonly currency: string }; readonly reason?: string; readonly tickets: readonly ({ readonly id: string; readonly seat: string; readonly ticketType: string; readonly state: "valid" | "refunded"; readonly admittedAt?: string; readonly door?: string })[]; readonly qr?: string }
  }
  readonly startPayment: {
    readonly body: { readonly token: string; readonly provider: string; readonly returnTo: string }
    readonly answer: { readonly url?: string }
  }
  readonly handOutCash: {
    readonly body: { readonly shiftId: string }
    readonly answer: { readonly handedOut: { readonly minor: string; readonly currency: string } }
  }
  readonly payments: {
    readonly body: undefined
    readonly answer: { readonly payments: readonly ({ readonly key: string; readonly reference: string; readonly provider: string; readonly providerReference: string; readonly state: "started" | "settled" | "failed"; readonly amount: { readonly minor: string; readonly currency: string }; readonly returned: { readonly minor: string; readonly currency: string }; readonly title: string; readonly madeAt: string; readonly settledAt?: string; readonly trouble: string; readonly returns: readonly ({ readonly key: string; readonly paymentKey: string; readonly reference: string; readonly provider: string; readonly amount: { readonly minor: string; readonly currency: string }; readonly reason: string; readonly state: "due" | "done"; readonly tries: number; readonly tryAt: string; readonly trouble: string; readonly madeAt: string; readonly doneAt?: string })[] })[] }
  }
  readonly paymentReturns: {
    readonly body: undefined
    readonly answer: { readonly returns: readonly ({ readonly key: string; readonly paymentKey: string; readonly reference: string; readonly provider: string; readonly amount: { readonly minor: string; readonly currency: string }; readonly reason: string; readonly state: "due" | "done"; readonly tries: number; readonly tryAt: string; readonly trouble: string; readonly madeAt: string; readonly doneAt?: string })[] }
  }
  readonly notifyPayment: {
    readonly body: { readonly provider: string; readonly providerReference: string }
    readonly answer: { readonly noticed: true }
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
  fileById: ['GET', '/v1/files/{id}'],
  tryImport: ['POST', '/v1/imports/try'],
  startImport: ['POST', '/v1/imports'],
  imports: ['GET', '/v1/imports'],
  importById: ['GET', '/v1/imports/{id}'],
  importChanges: ['GET', '/v1/imports/{id}/changes'],
  undoImport: ['POST', '/v1/imports/{id}/undo'],
  importLive: ['GET', '/v1/imports/{id}/live'],
  matches: ['GET', '/v1/matches'],
  runMatching: ['POST', '/v1/matches/run'],
  decideMatch: ['POST', '/v1/matches/{id}'],
  undoMatch: ['POST', '/v1/matches/{id}/undo'],
  quarantine: ['GET', '/v1/imports/{id}/quarantine'],
  mendRow: ['POST', '/v1/imports/{id}/quarantine/{line}'],
  mendByRule: ['POST', '/v1/imports/{id}/quarantine/rules'],
  retryQuarantine: ['POST', '/v1/imports/{id}/retry'],
  layouts: ['GET', '/v1/layouts'],
  sendRows: ['POST', '/v1/feeds/{mapping}/rows'],
  watchedFiles: ['GET', '/v1/watched'],
  health: ['GET', '/v1/health'],
  findings: ['GET', '/v1/findings'],
  changeFinding: ['POST', '/v1/findings/{id}'],
  runChecks: ['POST', '/v1/checks/run'],
  sources: ['GET', '/v1/sources'],
  reconcile: ['GET', '/v1/reconcile'],
  reconcileCsv: ['GET', '/v1/reconcile/csv'],
  reconcileRow: ['GET', '/v1/reconcile/row'],
  restatements: ['GET', '/v1/reconcile/restatements'],
  restatementsCsv: ['GET', '/v1/reconcile/restatements/csv'],
  openCinema: ['POST', '/v1/cinemas'],
  auditoria: ['GET', '/v1/auditoria'],
  cinemaAuditoria: ['GET', '/v1/cinemas/{id}/auditoria'],
  addAuditorium: ['POST', '/v1/cinemas/{id}/auditoria'],
  auditorium: ['GET', '/v1/auditoria/{id}'],
  outOfOrder: ['GET', '/v1/auditoria/{id}/out-of-order'],
  takeOutOfOrder: ['POST', '/v1/auditoria/{id}/out-of-order'],
  outOfOrderConflicts: ['GET', '/v1/auditoria/{id}/out-of-order-conflicts'],
  endOutOfOrder: ['DELETE', '/v1/out-of-order/{id}'],
  seatPlan: ['GET', '/v1/auditoria/{id}/plan'],
  seatPlanVersions: ['GET', '/v1/auditoria/{id}/plan-versions'],
  saveSeatPlan: ['POST', '/v1/auditoria/{id}/plan'],
  draftSeatPlan: ['POST', '/v1/plan-drafts'],
  exportSeatPlan: ['GET', '/v1/auditoria/{id}/plan-file'],
  films: ['GET', '/v1/films'],
  addFilm: ['POST', '/v1/films'],
  changeFilm: ['POST', '/v1/films/{id}'],
  addRelease: ['POST', '/v1/films/{id}/releases'],
  priceCards: ['GET', '/v1/price-cards'],
  addPriceCard: ['POST', '/v1/price-cards'],
  addTariff: ['POST', '/v1/price-cards/{id}/versions'],
  programme: ['GET', '/v1/cinemas/{id}/programme'],
  planScreenings: ['POST', '/v1/cinemas/{id}/screenings'],
  copyProgramme: ['POST', '/v1/cinemas/{id}/programme/copy'],
  publishProgramme: ['POST', '/v1/cinemas/{id}/programme/publish'],
  calendar: ['GET', '/v1/cinemas/{id}/calendar.ics'],
  screening: ['GET', '/v1/screenings/{id}'],
  screeningEvent: ['GET', '/v1/screenings/{id}/event'],
  moveScreening: ['POST', '/v1/screenings/{id}/move'],
  cancelScreening: ['POST', '/v1/screenings/{id}/cancel'],
  removeScreening: ['DELETE', '/v1/screenings/{id}'],
  shifts: ['GET', '/v1/cinemas/{id}/shifts'],
  openShift: ['POST', '/v1/cinemas/{id}/shifts'],
  shift: ['GET', '/v1/shifts/{id}'],
  closeShift: ['POST', '/v1/shifts/{id}/close'],
  dayReport: ['GET', '/v1/cinemas/{id}/day-report'],
  seats: ['GET', '/v1/screenings/{id}/seats'],
  bestSeats: ['GET', '/v1/screenings/{id}/best-seats'],
  seatsLive: ['GET', '/v1/screenings/{id}/seats/live'],
  scanTickets: ['POST', '/v1/gate/scans'],
  undoScan: ['POST', '/v1/gate/scans/{id}/undo'],
  gateList: ['GET', '/v1/gate/list'],
  screeningInside: ['GET', '/v1/screenings/{id}/inside'],
  screeningInsideLive: ['GET', '/v1/screenings/{id}/inside/live'],
  holdSeats: ['POST', '/v1/screenings/{id}/holds'],
  payOrder: ['POST', '/v1/orders/{id}/pay'],
  prolongHold: ['POST', '/v1/orders/{id}/prolong'],
  releaseHold: ['POST', '/v1/orders/{id}/release'],
  orderById: ['GET', '/v1/orders/{id}'],
  orders: ['GET', '/v1/orders'],
  refundOrder: ['POST', '/v1/orders/{id}/refund'],
  voidOrder: ['POST', '/v1/orders/{id}/void'],
  startPayment: ['POST', '/v1/orders/{id}/payments'],
  handOutCash: ['POST', '/v1/orders/{id}/hand-out'],
  payments: ['GET', '/v1/payments'],
  paymentReturns: ['GET', '/v1/payment-returns'],
  notifyPayment: ['POST', '/v1/payments/notifications'],
  openapi: ['GET', '/v1/openapi.json'],
} as const satisfies Readonly<Record<keyof Operations, readonly [string, string]>>
